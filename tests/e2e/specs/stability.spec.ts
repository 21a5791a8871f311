/** The change from the static page to the app: nothing flashes, nothing moves, nothing is lost. */
import { ARTICLES, PACE, expect, holdProgram, open, ready, test } from '../reader';

test('nothing shifts, on any page or deep link', async ({ page }) => {
  await page.addInitScript(() => {
    const state = window as unknown as { shift: number };
    state.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const paths = ['./', './notebook/', './search/', './settings/', './about/', `${PACE}#armour`];
  for (const path of [...paths, ...ARTICLES.map(({ slug }) => `./read/${slug}/`)]) {
    await page.goto('about:blank');
    await open(page, path);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), path).toBeLessThan(0.01);
  }
});

for (const [width, scheme] of [[390, 'light'], [390, 'dark'], [1280, 'light'], [1280, 'dark']] as const) {
  test(`no pixel flashes at ${width} px, ${scheme}`, { tag: '@pointer' }, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    // What only the app brings is left out of both pictures.
    await page.addInitScript(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.needs-app { visibility: hidden !important; }');
      document.adoptedStyleSheets = [sheet];
    });
    for (const path of ['./', PACE]) {
      await page.goto('about:blank');
      const go = await holdProgram(page);
      await page.goto(path);
      const before = await page.screenshot({ animations: 'disabled', caret: 'initial' });
      go();
      await ready(page);
      const after = await page.screenshot({ animations: 'disabled', caret: 'initial' });
      await page.unroute(/\.wasm$/);
      expect(after.equals(before), path).toBe(true);
    }
  });
}

test('scrolling before the app is there is not lost', async ({ page }) => {
  const go = await holdProgram(page);
  await page.goto(PACE);
  await page.mouse.wheel(0, 1200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(1200);
  await page.getByText('Much of what we watch').evaluate((element) => element.setAttribute('data-before', ''));
  go();
  await ready(page);
  await expect(page.locator('[data-before]')).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(1200);
});

test('an article is laid out as the page has time, and what is read stays where it is', async ({ page }) => {
  const laidOut = () =>
    page.locator('#article > ul > li').last().evaluate((block) => block.checkVisibility({ contentVisibilityAuto: true }));
  const go = await holdProgram(page);
  await page.goto(PACE);
  await page.waitForLoadState();
  expect(await laidOut()).toBe(false);
  await page.mouse.wheel(0, 3000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(3000);
  const read = () =>
    page.locator('#article > p').evaluateAll((blocks) => {
      const seen = blocks.find((block) => block.getBoundingClientRect().top > 100);
      return [seen?.getAttribute('data-start'), seen?.getBoundingClientRect().top];
    });
  const before = await read();
  go();
  await ready(page);
  await expect(page.locator('html.folded')).toHaveCount(0);
  await expect.poll(laidOut).toBe(true);
  expect(await read()).toEqual(before);
  // Whoever comes to a place finds all of it laid out.
  await page.goto('about:blank');
  await page.goto(`${PACE}#armour`);
  await page.waitForLoadState();
  expect(await laidOut()).toBe(true);
  await ready(page);
});

test('the app shows what the static page showed', async ({ page, browser, baseURL, viewport }) => {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim();
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL, viewport });
  const still = await context.newPage();
  await still.goto(PACE);
  await open(page, PACE);
  const paragraphs = (target: typeof page) => target.locator('article [data-start]').allTextContents();
  expect((await paragraphs(page)).map(words)).toEqual((await paragraphs(still)).map(words));
  await context.close();
});

test('contents that were opened before the app is there stay open', async ({ page }, { project }) => {
  const go = await holdProgram(page);
  await page.goto(PACE);
  const contents = page.getByRole('navigation', { name: 'Contents' });
  if (project.name === 'phone') await page.getByRole('link', { name: 'Contents', exact: true }).click();
  await expect(contents).toBeVisible();
  go();
  await ready(page);
  await expect(contents).toBeVisible();
});
