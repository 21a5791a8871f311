/** What a page is on paper: its sheets, as a reader would read them. */
import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

export interface Sheet {
  /** In points. */
  width: number;
  height: number;
  /** All that stands on it, white space made one. */
  text: string;
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
    sheets.push({ width: Math.floor(width), height: Math.floor(height), text: text.replace(/\s+/g, ' ') });
  }
  return sheets;
}
