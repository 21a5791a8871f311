/** Citing: section, passage and article, in every style. */
import { readFileSync } from 'node:fs';
import { PACE, expect, open, select, status, test, toolbar } from '../reader';
import type { Page } from '@playwright/test';

const WORDS = 'Hold off, and you may fear';
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Cite' });

test('a passage is cited in the style that is chosen, with section and day', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, PACE);
  await select(page, WORDS);
  await toolbar(page).getByRole('button', { name: 'Cite' }).click();
  await expect(dialog(page)).toContainText('(2026, November 21). Pace and closeness: How attraction and trust find a common speed. Closely. http');
  await expect(dialog(page).locator('i').first()).toContainText('Pace and closeness');
  await expect(dialog(page)).toContainText(/“Hold off, and you may fear” \(The Closely editors, 2026, [^“”]+ section\)\./);
  await dialog(page).getByRole('combobox', { name: 'Style' }).selectOption('MLA 9');
  await expect(dialog(page)).toContainText(/“Pace and Closeness: .+\.” Closely, 21 Nov\. 2026, http.+ Accessed \d+ \w+\.? \d{4}\./);
  await dialog(page).getByRole('combobox', { name: 'Style' }).selectOption('Chicago, notes');
  await expect(dialog(page)).toContainText('Shortened note');
  await dialog(page).getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(status(page)).toContainText('Citation copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('last modified November 21, 2026, accessed');
  // Word processors take the italics along.
  await dialog(page).getByRole('combobox', { name: 'Style' }).selectOption('MLA 9');
  const html = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
    });
  // Another browser on this machine may have copied something meanwhile.
  await expect(async () => {
    await dialog(page).getByRole('button', { name: 'Copy', exact: true }).click();
    expect(await html()).toContain('<i>Closely</i>');
  }).toPass();
});

test('the article is cited for a reference manager, as a file', async ({ page }, { project }) => {
  await open(page, PACE);
  if (project.name === 'phone') await page.getByRole('link', { name: 'Contents', exact: true }).click();
  await page.getByRole('group', { name: 'This article' }).getByRole('button', { name: 'Cite' }).click();
  for (const [style, name, start] of [
    ['BibTeX', 'pace-and-closeness.bib', '@misc{closely2026pace,'],
    ['RIS', 'pace-and-closeness.ris', 'TY  - ELEC\r\n'],
    ['CSL-JSON', 'pace-and-closeness.json', '[\n  {\n    "id": "closely2026pace"'],
  ] as const) {
    await dialog(page).getByRole('combobox', { name: 'Style' }).selectOption(style);
    await expect(dialog(page).locator('pre')).toContainText('Pace and Closeness');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page).getByRole('button', { name: 'Save as file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(name);
    expect(readFileSync(await file.path(), 'utf8').startsWith(start)).toBe(true);
  }
});
