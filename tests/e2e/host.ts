/**
 * A static host on a script's leash: it serves a built site as hosts do, changes to another edition of it, and fails in
 * every way that hosts, networks and people in between fail.
 *
 * CLOSELY_DIST names the folder of the built site. Specs that need it are left out where it is not set.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base } from './reader';

export const DIST = process.env.CLOSELY_DIST ?? '';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json',
};

/** What a fault does to an answer; `false` lets the host answer as usual. */
export type Fault = (answer: ServerResponse, file: string) => boolean | void;

export const html: Fault = (answer) => {
  answer.writeHead(200, { 'Content-Type': 'text/html' });
  answer.end('<!doctype html><title>Please log in</title><h1>Please log in</h1>');
};
export const cut: Fault = (answer, file) => {
  const whole = readFileSync(file);
  answer.writeHead(200, { 'Content-Type': TYPES[extname(file)], 'Content-Length': whole.length >> 1 });
  answer.end(whole.subarray(0, whole.length >> 1));
};
export const broken: Fault = (answer) => answer.destroy();
export const missing: Fault = (answer) => {
  answer.writeHead(404, { 'Content-Type': 'text/html' });
  answer.end('<!doctype html><title>Not found</title><h1>Not found</h1>');
};
export const octets: Fault = (answer, file) => {
  answer.writeHead(200, { 'Content-Type': 'application/octet-stream' });
  answer.end(readFileSync(file));
};

export class Host {
  /** Everything that was asked for, in order, by path under the base. */
  asked: string[] = [];
  /** Nothing answers while this is set. */
  down = false;
  /** Whether the host reads `_headers`; many don't. */
  headers = true;
  private faults: [RegExp, Fault][] = [];

  private constructor(
    private server: Server,
    private folder: string,
    /** The path of the site, with both slashes. */
    readonly base: string,
  ) {}

  static async open(folder: string): Promise<Host> {
    const built = /data-base="([^"]*)"/.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1] ?? '';
    const server = createServer((request, answer) => host.answer(request.url ?? '/', answer));
    const host = new Host(server, folder, `${built}/`);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return host;
  }

  get url() {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${this.base}`;
  }

  /** From now on, this folder. */
  deploy(folder: string) {
    this.folder = folder;
  }

  /** From now on, what matches fails like this. */
  fail(path: RegExp, fault: Fault) {
    this.faults.push([path, fault]);
  }

  heal() {
    this.faults = [];
    this.down = false;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(target: string, answer: ServerResponse) {
    if (this.down) return answer.destroy();
    const { pathname, search } = new URL(target, 'http://host');
    const own = pathname.startsWith(this.base) ? decodeURIComponent(pathname.slice(this.base.length)) : null;
    this.asked.push(own ?? pathname);
    if (pathname === '/their-worker.js' && own === null) {
      answer.writeHead(200, { 'Content-Type': 'text/javascript' });
      return answer.end('addEventListener("install", () => skipWaiting()); addEventListener("activate", () => clients.claim());');
    }
    if (own === null) {
      answer.writeHead(200, { 'Content-Type': 'text/html' });
      return answer.end('<!doctype html><title>Somebody else</title><h1>Somebody else</h1>');
    }
    let file = join(this.folder, own);
    if (existsSync(file) && statSync(file).isDirectory()) {
      if (own && !own.endsWith('/')) {
        answer.writeHead(301, { Location: `${pathname}/${search}` });
        return answer.end();
      }
      file = join(file, 'index.html');
    }
    const fault = this.faults.find(([path]) => path.test(own));
    if (fault && fault[1](answer, file) !== false) return;
    const found = existsSync(file) && !own.startsWith('_');
    if (!found) file = join(this.folder, '404.html');
    const sent = this.headers ? this.headersFor(pathname) : {};
    answer.writeHead(found ? 200 : 404, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Cache-Control': 'no-cache', ...sent });
    answer.end(readFileSync(file));
  }

  /** As Netlify and Cloudflare join them. */
  private headersFor(path: string) {
    const sent: Record<string, string> = {};
    let applies = false;
    for (const line of readFileSync(join(this.folder, '_headers'), 'utf8').split('\n')) {
      if (line.startsWith('/')) {
        const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
        applies = new RegExp(`^${pattern}$`).test(path);
      } else if (applies && line.trim()) {
        const at = line.indexOf(':');
        const name = line.slice(0, at).trim();
        const value = line.slice(at + 1).trim();
        sent[name] = sent[name] ? `${sent[name]}, ${value}` : value;
      }
    }
    return sent;
  }
}

type Release = { id: string; base: string; headers: Record<string, string>; files: Record<string, [string, string]> };

/** The list in a folder's worker. */
export function release(folder: string): Release {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  return JSON.parse(worker.slice('const RELEASE = '.length, worker.indexOf(';\n')));
}

/** The file behind a path of the list. */
export const fileOf = (path: string) =>
  decodeURIComponent(path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** The SHA-256 of a file or text, in Base64. */
export const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('base64');

const editions: string[] = [];

/** What an edition may change in its files. */
export interface Change {
  read: (name: string) => string;
  write: (name: string, text: string) => void;
  rename: (from: string, to: string) => void;
  /** What its worker keeps, by address; hashes follow the files. */
  list: Release;
}

/** Another edition of a built site: a copy in which `change` has changed files, with a worker for what is there then. */
export function edition(folder: string, change: (files: Change) => void): string {
  const copy = mkdtempSync(join(tmpdir(), 'closely-edition-'));
  editions.push(copy);
  cpSync(folder, copy, { recursive: true });
  const list = release(copy);
  change({
    list,
    read: (name) => readFileSync(join(copy, name), 'utf8'),
    write: (name, text) => writeFileSync(join(copy, name), text),
    rename: (from, to) => {
      renameSync(join(copy, fileOf(from)), join(copy, fileOf(to)));
      list.files[to] = list.files[from] ?? ['', ''];
      delete list.files[from];
    },
  });
  for (const [path, entry] of Object.entries(list.files)) {
    if (existsSync(join(copy, fileOf(path)))) entry[0] = sha256(readFileSync(join(copy, fileOf(path))));
    else delete list.files[path];
  }
  list.id = createHash('sha256').update(JSON.stringify(list.files)).digest('hex').slice(0, 16);
  const worker = readFileSync(join(copy, 'sw.js'), 'utf8');
  writeFileSync(join(copy, 'sw.js'), `const RELEASE = ${JSON.stringify(list)}${worker.slice(worker.indexOf(';\n'))}`);
  return copy;
}

/** An edition whose about page says which one it is, where the app leaves it alone. */
export const named = (name: string) =>
  edition(DIST, ({ read, write }) => write('about/index.html', read('about/index.html').replace('<html ', `<html data-edition="${name}" `)));

/** Which edition a page is of; empty for the one that was built. */
export const editionOf = (page: Page) => page.locator('html').getAttribute('data-edition');

/** A spec's own host, with the site that was built; workers may work. */
export const test = base.extend<{ host: Host }>({
  serviceWorkers: 'allow',
  host: async ({}, use) => {
    base.skip(!DIST, 'CLOSELY_DIST is not set: `cargo xtask test` sets it');
    const host = await Host.open(DIST);
    await use(host);
    await host.close();
    for (const folder of editions.splice(0)) rmSync(folder, { recursive: true });
  },
  baseURL: async ({ host }, use) => use(host.url),
});
