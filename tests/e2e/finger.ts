/** A reader who has a finger and nothing else; what they type goes into a field that they tapped. */
import type { Locator, Page } from '@playwright/test';
import { expect, select } from './reader';

/** The least that a target may measure (WCAG 2.2, 2.5.8), and what a thumb at the edge of a phone wants. */
const LEAST = 24;
export const THUMB = 44;

/** What is wrong with the size of a target: nothing, where a finger finds it. What stands within a sentence has the size of its line. */
const tooSmall = (target: Locator, least: number) =>
  target.evaluate((element, least) => {
    const within = getComputedStyle(element).display === 'inline' && element.parentElement?.closest('p, li, dd, td');
    if (within && within.textContent?.trim() !== element.textContent?.trim()) return [];
    // A label is as good as what it names.
    const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
    const name = element.getAttribute('aria-label') || element.textContent?.trim() || element.id;
    return Math.min(width, height) < least - 0.01 ? [`“${name}” is ${width} by ${height}`] : [];
  }, least);

/** Taps a target, which has to be large enough. */
export async function tap(target: Locator, least = LEAST) {
  await target.scrollIntoViewIfNeeded();
  expect(await tooSmall(target, least)).toEqual([]);
  await target.tap();
}

/** Taps a field and types in it. */
export async function write(page: Page, field: Locator, words: string) {
  await tap(field);
  await expect(field).toBeFocused();
  await page.keyboard.type(words);
}

/** Draws the finger over the screen, and rests before it is lifted: who flings stops the page with the next tap, and presses nothing. */
export async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }) {
  const hand = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000 - 1;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share?: number) => {
    timestamp += 0.1;
    const touchPoints = share === undefined ? [] : [{ x: from.x + by.x * share, y: from.y + by.y * share }];
    return hand.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  };
  await touch('touchStart', 0);
  for (const share of [0.1, 0.25, 0.5, 0.75, 1, 1, 1]) await touch('touchMove', share);
  await touch('touchEnd');
  await hand.detach();
}

/** Draws the finger from the middle of an element. */
export async function dragFrom(page: Page, element: Locator, by: { x: number; y: number }, share = 0.5) {
  const box = await element.boundingBox();
  if (!box) throw new Error('no place');
  await drag(page, { x: box.x + box.width * share, y: box.y + box.height / 2 }, by);
}

/** Selects words as a long press and its handles do in the end: no browser without a screen has those. */
export async function hold(page: Page, words: string) {
  const leaf = page.locator('article [data-start]', { hasText: words }).first();
  await leaf.scrollIntoViewIfNeeded();
  const box = await leaf.boundingBox();
  if (!box) throw new Error('no place');
  await drag(page, { x: box.x + 8, y: box.y + 8 }, { x: 0, y: 0 });
  await select(page, words);
}
