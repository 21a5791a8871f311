/** Books for e-readers: one of each article, one of the library. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { LIBRARY, expect, open, test } from '../reader';

test('every book is a valid EPUB and leads back to its article', async ({ request }) => {
  for (const name of [...LIBRARY.map(({ slug }) => slug), 'closely-library']) {
    const answer = await request.get(`./books/${name}.epub`);
    expect(answer.status(), name).toBe(200);
    expect(answer.headers()['content-type'], name).toBe('application/epub+zip');
    const verdict = await EpubCheck.validate(new Uint8Array(await answer.body()));
    expect(verdict.messages, name).toEqual([]);
    expect(verdict.valid, name).toBe(true);
  }
});

test('a book is linked from its article, and that of the library from the library', async ({ page, request }) => {
  for (const [path, name, file] of [
    [`./read/${LIBRARY[0].slug}/`, 'EPUB, for e-readers', `books/${LIBRARY[0].slug}.epub`],
    ['./', 'EPUB of the whole library', 'books/closely-library.epub'],
  ] as const) {
    await open(page, path);
    const link = page.getByRole('main').getByRole('link', { name });
    await expect(link).toHaveAttribute('href', new RegExp(`/${file}$`));
    expect((await request.get((await link.getAttribute('href')) ?? '')).status()).toBe(200);
  }
});

test('a book is reached from the page for educators', async ({ page }) => {
  await open(page, `./teach/${LIBRARY[0].slug}/`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /EPUB of this article/ }).click();
  expect((await download).suggestedFilename()).toBe(`${LIBRARY[0].slug}.epub`);
});
