/** What a page is on paper: its sheets, as a reader would read them. */
import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

export interface Sheet {
  /** In points. */
  width: number;
  height: number;
  /** All that stands on it, white space made one. */
  text: string;
  /** The last line above its foot. */
  last: string;
}

/** How high the foot of a sheet is, in points: @page in print.css. */
const FOOT = 68;

interface Piece {
  str: string;
  transform: number[];
}

/** The lowest line of a sheet's text. */
function lastLine(pieces: Piece[]): string {
  const above = pieces.filter(({ str, transform: [, , , , , y = 0] }) => str.trim() && y > FOOT);
  const lowest = Math.min(...above.map(({ transform }) => transform[5] ?? 0));
  const line = above.filter(({ transform }) => (transform[5] ?? 0) - lowest < 3);
  return line.map(({ str }) => str).join('').replace(/\s+/g, ' ').trim();
}

/** The last lines of sheets that are the ends of headings. */
export async function endingWithHeadings(page: Page, sheets: Sheet[]): Promise<string[]> {
  const headings = await page.getByRole('main').getByRole('heading').allTextContents();
  const ends = headings.map((heading) => heading.replace(/\s+/g, ' ').trim());
  return sheets.map(({ last }) => last).filter((last) => last && ends.some((heading) => heading.endsWith(last) || last.endsWith(heading)));
}

/** Prints a page as browsers do at first: without backgrounds. */
export async function printed(page: Page, format: 'A4' | 'Letter' = 'A4'): Promise<Sheet[]> {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const [, , width = 0, height = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    const last = lastLine(items.filter((item): item is typeof item & Piece => 'str' in item));
    sheets.push({ width: Math.floor(width), height: Math.floor(height), text: text.replace(/\s+/g, ' '), last });
  }
  return sheets;
}
