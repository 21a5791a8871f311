/**
 * A static host on this machine, as a good one in the world: everything that shrinks is kept compressed with brotli, files
 * whose name changes with their bytes may be cached for ever, the rest is asked for again.
 *
 * It serves one folder as it is when the host opens. It must never do for one site what it does not do for its peers.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
/** Compressed already. */
const AS_IT_IS = new Set(['.png', '.woff2', '.woff', '.epub', '.ico', '.jpg']);
/** A hash in the name: sixteen hexadecimal digits (Closely), eight of them (mdBook), eight letters after a dot (Vite). */
const LASTING = /-[0-9a-f]{16}[._]|-[0-9a-f]{8}\.|\.[\w-]{8}\.(js|css|lean\.js|woff2)$/;

/** What a host would send of these bytes. */
export const packed = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

/** All files of a folder, from there. */
export function filesIn(folder) {
  const all = readdirSync(folder, { recursive: true }).map(String);
  return all.filter((name) => statSync(join(folder, name)).isFile());
}

/** Compressed files of earlier runs, by what they are made of. */
const KEPT = new URL('../sites/packed/', import.meta.url).pathname;

function packedOnce(bytes, hash) {
  const kept = join(KEPT, hash);
  if (existsSync(kept)) return readFileSync(kept);
  const small = packed(bytes);
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(kept, small);
  return small;
}

/** A file's answer, made once. */
function answerFor(folder, name) {
  const bytes = readFileSync(join(folder, name));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const small = AS_IT_IS.has(extname(name)) ? null : packedOnce(bytes, hash);
  const headers = {
    'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
    'Cache-Control': LASTING.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: `"${hash.slice(0, 16)}"`,
    Vary: 'Accept-Encoding',
    ...(small && { 'Content-Encoding': 'br' }),
  };
  return { headers, body: small ?? bytes };
}

export class Host {
  /** Nothing answers while this is set. */
  down = false;
  /** Bytes of bodies sent since this was last set to 0, to whoever asked. */
  sent = 0;

  static async open(folder) {
    if (!existsSync(join(folder, 'index.html'))) throw new Error(`No index.html in ${folder}`);
    const host = new Host();
    host.folder = folder;
    host.files = new Set(filesIn(folder).map((name) => relative('.', name).split(sep).join('/')));
    host.answers = new Map();
    host.server = createServer((request, answer) => host.#answer(request, answer));
    host.server.keepAliveTimeout = 60_000;
    await new Promise((done) => host.server.listen(0, '127.0.0.1', done));
    host.url = `http://127.0.0.1:${host.server.address().port}/`;
    return host;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Compresses everything now: the first visitor must not wait for it. */
  warm() {
    for (const name of this.files) if (!name.startsWith('_')) this.#get(name);
    return this;
  }

  #get(name) {
    if (!this.answers.has(name)) this.answers.set(name, answerFor(this.folder, name));
    return this.answers.get(name);
  }

  #answer(request, answer) {
    if (this.down) return request.socket.destroy();
    const { pathname, search } = new URL(request.url, 'http://host');
    let name = decodeURIComponent(pathname.slice(1));
    if (!this.files.has(name)) {
      const index = `${name.replace(/\/$/, '')}/index.html`.replace(/^\//, '');
      if (this.files.has(index) && name && !name.endsWith('/')) {
        answer.writeHead(301, { Location: `${pathname}/${search}` });
        return answer.end();
      }
      name = [index, `${name}.html`].find((other) => this.files.has(other)) ?? '';
    }
    if (!name) {
      answer.writeHead(404, { 'Content-Type': 'text/plain' });
      return answer.end('Nothing is here\n');
    }
    const { headers, body } = this.#get(name);
    if (request.headers['if-none-match'] === headers.ETag) {
      answer.writeHead(304, headers);
      return answer.end();
    }
    answer.writeHead(200, { ...headers, 'Content-Length': body.length });
    answer.end(request.method === 'HEAD' ? undefined : body);
    this.sent += body.length;
  }
}
