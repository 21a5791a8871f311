/** Records as the store has them: for tests that need many, old or damaged ones. */
import { type Page } from '@playwright/test';
import { ready } from './reader';

const TABLE = Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function checksum(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 255] ?? 0);
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}

/** A record in its envelope. */
export function sealed(record: object, version = 1): string {
  const text = JSON.stringify(sorted(record));
  return `{"checksum":"${checksum(text)}","record":${text},"version":${version}}`;
}

export interface Note {
  id: string;
  body?: string;
  colour?: string;
  exact?: string;
  article?: string;
  section?: string;
  tags?: string[];
  created?: number;
  start?: number;
}

/** A highlight, as it is stored. */
export function highlightOf(note: Note): [string, string] {
  const created = note.created ?? Date.UTC(2026, 0, 5, 12);
  const start = note.start ?? 100;
  const record = {
    id: note.id,
    kind: 'highlight',
    article: note.article ?? 'pace-and-closeness',
    revision: 'r',
    section: note.section ?? 'outside-pressure',
    body: note.body ?? '',
    tags: note.tags ?? [],
    created,
    modified: created,
    colour: note.colour ?? 'yellow',
    position: { start, end: start + 5 },
    quote: { exact: note.exact ?? 'Hold off, and you may fear', prefix: '', suffix: '' },
  };
  return [`closely:annotation:${note.id}`, sealed(record)];
}

/** A page that shows nothing of the notebook. */
export const BARE = './about/';

/** Puts records into the store before the page that opens next. */
export async function seed(page: Page, records: [string, string][]) {
  await page.goto(BARE);
  await ready(page);
  await page.evaluate((records) => records.forEach(([key, bytes]) => localStorage.setItem(key, bytes)), records);
}
