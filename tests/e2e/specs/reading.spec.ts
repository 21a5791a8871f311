/** Reading: from the library into each article, on through it, and back to the place. */
import { ARTICLES, LIBRARY, PACE, expect, leaf, open, ready, test } from '../reader';

test('the library shows every article of its folder, in order', async ({ page }) => {
  await open(page, './');
  const titles = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(titles).toHaveText(LIBRARY.map(({ title }) => title));
  const last = LIBRARY[LIBRARY.length - 1];
  await open(page, './search/');
  await page.getByRole('searchbox').fill(last.title);
  await expect(page.getByRole('main').getByRole('link', { name: last.title }).first()).toBeVisible();
  await open(page, `./read/${LIBRARY[LIBRARY.length - 2].slug}/`);
  await expect(page.getByRole('navigation', { name: 'Next article' }).getByRole('link')).toContainText(last.title);
});

test('the library says how long an article is, how far the reader got, and what is read', async ({ page }) => {
  await open(page, './');
  const entries = page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
  for (const { title } of LIBRARY) await expect(entries.filter({ hasText: title }).first()).toContainText(/\d+ min/);
  await open(page, PACE);
  const place = () => page.evaluate(() => localStorage.getItem('closely:place:pace-and-closeness'));
  await page.locator('#two-honest-paths').evaluate((element) => element.scrollIntoView());
  await expect.poll(place).not.toBeNull();
  await open(page, './');
  await expect(entries.first()).toContainText(/[1-9]\d?%/);
  await expect(entries.first()).toContainText(/\d+ min left/);
  await open(page, PACE);
  const half = await place();
  await page.locator('.notes').scrollIntoViewIfNeeded();
  await expect(page.getByRole('progressbar', { name: 'Reading progress' })).toHaveAttribute('aria-valuenow', '100');
  await expect.poll(place).not.toBe(half);
  await open(page, './');
  await expect(entries.first().getByText('Read', { exact: true })).toBeVisible();
  await expect(entries.first()).not.toContainText('%');
});

test('each article opens from the library', async ({ page }) => {
  for (const { title } of LIBRARY) {
    await open(page, './');
    await page.getByRole('heading', { name: title }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await expect(page).toHaveTitle(`${title} · Closely`);
    await expect(page.getByRole('article')).toContainText('Words used here');
  }
});

test('an article is complete: sections, figures, table, questions, notes, words', async ({ page }) => {
  for (const { slug } of ARTICLES) {
    await open(page, `./read/${slug}/`);
    const article = page.getByRole('article');
    await expect(article.getByRole('img')).not.toHaveCount(0);
    await expect(article.getByRole('table')).toHaveCount(1);
    await expect(article.locator('#faq')).toBeVisible();
    await expect(article.locator('#getting-support')).toBeVisible();
    await expect(article.getByRole('textbox')).not.toHaveCount(0);
    await expect(article.getByRole('heading', { name: 'Notes' })).toBeVisible();
    await expect(article.getByRole('heading', { name: 'Words used here' })).toBeVisible();
    await expect(article.getByRole('heading', { name: 'For a class' })).toBeVisible();
  }
});

test('every heading has its bookmark, its link and its reflection', async ({ page }) => {
  for (const { slug } of ARTICLES) {
    await open(page, `./read/${slug}/`);
    const headings = await page.locator('article :is(h2, h3)[data-start]').evaluateAll((all) =>
      all.map((heading) => heading.id),
    );
    expect(headings.length).toBeGreaterThan(12);
    const links = await page.getByRole('article').getByRole('link', { name: /^Link to / }).evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')?.split('#')[1]),
    );
    expect(links).toEqual(headings);
    for (const name of ['Bookmark', 'Reflect on']) {
      await expect(page.getByRole('article').getByRole('button', { name: new RegExp(`^${name} `) })).toHaveCount(headings.length);
    }
  }
});

test('the contents show where the reader is', async ({ page }, { project }) => {
  await open(page, `${PACE}#armour`);
  if (project.name === 'phone') await page.getByRole('link', { name: 'Contents', exact: true }).click();
  const current = page.getByRole('navigation', { name: 'Contents' }).locator('[aria-current=true]');
  await expect(current).toHaveAttribute('href', '#armour');
});

test('progress grows to the end', async ({ page }) => {
  await open(page, PACE);
  const progress = page.getByRole('progressbar', { name: 'Reading progress' });
  await expect(progress).toHaveAttribute('aria-valuenow', '0');
  await page.locator('.notes').scrollIntoViewIfNeeded();
  await expect(progress).toHaveAttribute('aria-valuenow', '100');
});

test('the library leads back to the place, not only to the page', async ({ page }) => {
  await open(page, PACE);
  const place = leaf(page, 'Consent');
  await place.evaluate((element) => element.scrollIntoView({ block: 'start' }));
  const before = await place.boundingBox();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('closely:place:pace-and-closeness'))).not.toBeNull();
  await page.goto('./');
  await ready(page);
  await page.getByRole('link', { name: /^Continue Pace and Closeness at section 5/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeAttached();
  await expect(place).toBeInViewport();
  const after = await place.boundingBox();
  expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(200);
});

test('an article opened again says where the reader stopped', async ({ page }) => {
  await open(page, PACE);
  await page.locator('#two-honest-paths').evaluate((element) => element.scrollIntoView());
  await expect.poll(() => page.evaluate(() => localStorage.getItem('closely:place:pace-and-closeness'))).not.toBeNull();
  await page.goto('./');
  await ready(page);
  await page.getByRole('heading', { name: 'Pace and Closeness' }).getByRole('link').click();
  await expect(page.getByText(/You stopped today in section/)).toBeVisible();
});

test('next and onward: the articles follow one another', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('navigation', { name: 'Next article' }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: ARTICLES[1].title })).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('from page to page by a fade, unless the reader wants nothing to move', { tag: '@pointer' }, async ({ page }) => {
  await page.addInitScript(() => {
    const start = document.startViewTransition.bind(document);
    Object.assign(window, { fades: 0 });
    document.startViewTransition = (change) => {
      (window as unknown as { fades: number }).fades += 1;
      return start(change);
    };
  });
  const fades = () => page.evaluate(() => (window as unknown as { fades: number }).fades);
  const go = async (name: string) => {
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
  };
  await open(page, './');
  await go('Notebook');
  expect(await fades()).toBe(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await go('Library');
  expect(await fades()).toBe(1);
});

test('who turns back while a page fades in stays where they are', { tag: '@pointer' }, async ({ page }) => {
  await page.addInitScript(() => {
    const start = document.startViewTransition.bind(document);
    const fading: ViewTransition[] = [];
    Object.assign(window, { over: () => Promise.allSettled(fading.map((fade) => fade.finished)) });
    document.startViewTransition = (change) => {
      const fade = start(change);
      fading.push(fade);
      return fade;
    };
  });
  await open(page, './');
  await page.evaluate(async () => {
    const follow = (name: string) =>
      [...document.querySelectorAll<HTMLAnchorElement>('nav a')].find((link) => link.textContent?.trim() === name)?.click();
    follow('Notebook');
    await new Promise((later) => setTimeout(later));
    follow('Library');
    await (window as unknown as { over: () => Promise<unknown> }).over();
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Library');
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeFocused();
});

test('the look is chosen, seen at once and still there before the first paint of the next visit', async ({ page }) => {
  await open(page, './settings/');
  await page.getByRole('radio', { name: 'Sepia' }).check();
  await page.getByRole('slider', { name: 'Size' }).fill('125');
  await expect(page.locator('html')).toHaveClass(/theme-sepia/);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await paper()).toBe('rgb(244, 233, 212)');
  // Without the program: what is seen before it runs.
  await page.route(/\.wasm$/, () => {});
  await page.goto(PACE);
  await expect(page.locator('html')).toHaveClass(/theme-sepia/);
  expect(await paper()).toBe('rgb(244, 233, 212)');
  expect(await page.evaluate(() => document.documentElement.style.getPropertyValue('--reader-size'))).toBe('1.25');
});

test('reading settings open over the page', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('button', { name: 'Reading settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Reading settings' });
  await dialog.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveClass(/theme-dark/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Reading settings' })).toBeFocused();
});

test('search finds words in every article and leads to them', async ({ page }) => {
  await open(page, './search/?q=trust');
  await expect(page.getByRole('searchbox')).toHaveValue('trust');
  const box = page.getByRole('searchbox', { name: 'Search the library' });
  await box.fill('oxytocin');
  await expect(page.getByRole('status')).toContainText(/results/);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).not.toHaveCount(0);
  await page.locator('.results li a').first().click();
  await expect(page.locator('mark.passage').first()).toBeInViewport();
});

test('what looks like markup in a search is text', async ({ page }) => {
  await open(page, './search/?q=<img src=x onerror=alert(1)>');
  await expect(page.getByRole('searchbox')).toHaveValue('<img src=x onerror=alert(1)>');
  await expect(page.getByRole('main').getByText('Nothing found')).toBeVisible();
});
