/** Links: every way to a section or a passage ends there, and what is not there is said. */
import { PACE, expect, holdProgram, open, ready, select, status, test, toolbar } from '../reader';

const armour = `${PACE}#armour`;

test('the app moves no focus on a page that is loaded, at a section’s address neither', async ({ page }) => {
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
  for (const path of [PACE, armour, './', './notebook/']) {
    await page.goto('about:blank');
    const go = await holdProgram(page);
    await page.goto(path);
    const before = await focused();
    // The browser itself may focus the section that an address names.
    if (path !== armour) expect(before).toBe('BODY');
    go();
    await ready(page);
    expect(await focused(), path).toBe(before);
    await page.unroute(/\.wasm$/);
  }
});

test('a cold deep link, a reload, back and forward land on the section', async ({ page }) => {
  await open(page, armour);
  const heading = page.locator('#armour');
  await expect(heading).toBeInViewport();
  await page.reload();
  await ready(page);
  await expect(heading).toBeInViewport();
  // Pressed where it is: scrolling up to it would change the place to come back to.
  await page.getByRole('link', { name: 'Closely, library' }).evaluate((link: HTMLElement) => link.click());
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeFocused();
  await page.goBack();
  await expect(heading).toBeInViewport();
  await expect(page).toHaveTitle('Pace and Closeness · Closely');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeInViewport();
});

test('going back returns to where the reader was', async ({ page }) => {
  await open(page, PACE);
  await page.evaluate(() => scrollTo(0, 1500));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const top = await page.evaluate(() => scrollY);
  await page.getByRole('link', { name: 'Closely, library' }).evaluate((link: HTMLElement) => link.click());
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeFocused();
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(top);
});

test('a section has a link of its own, which can be opened in a new tab', async ({ page, context }) => {
  await open(page, PACE);
  const link = page.getByRole('link', { name: /^Link to Sex as armour/ });
  await expect(link).toHaveAttribute('href', /\/read\/pace-and-closeness\/#armour$/);
  const [tab] = await Promise.all([context.waitForEvent('page'), link.click({ modifiers: ['ControlOrMeta'] })]);
  await ready(tab);
  await expect(tab.locator('#armour')).toBeInViewport();
});

test('following a section link goes there, focuses it and copies it', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, PACE);
  await page.getByRole('link', { name: /^Link to Sex as armour/ }).click();
  await expect(page).toHaveURL(/#armour$/);
  await expect(page.locator('#armour')).toBeFocused();
  await expect(status(page)).toContainText('Link copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(new URL('read/pace-and-closeness/#armour', baseURL).href);
});

test('a link from the contents goes to the section by the address', async ({ page }, { project }) => {
  await open(page, PACE);
  if (project.name === 'phone') await page.getByRole('link', { name: 'Contents', exact: true }).click();
  const contents = page.getByRole('navigation', { name: 'Contents' });
  await contents.getByRole('link', { name: 'Sex as armour' }).click();
  await expect(page).toHaveURL(/#armour$/);
  await expect(page.locator('#armour')).toBeInViewport();
  await page.goBack();
  await expect(page).not.toHaveURL(/#armour$/);
});

test('a section that is not there is said, with the way on', async ({ page }) => {
  await open(page, `${PACE}#no-such-section`);
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('no-such-section');
  await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeVisible();
});

test('a broken fragment opens the article', async ({ page }) => {
  await open(page, `${PACE}#%E0%A4%A`);
  await expect(page.getByRole('heading', { level: 1, name: 'Pace and Closeness' })).toBeVisible();
});

test('a link to a passage shows the passage', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, PACE);
  await select(page, 'Hold off, and you may fear');
  await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(status(page)).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#outside-pressure:~:text=');
  await page.goto('about:blank');
  await page.goto(link);
  await ready(page);
  await expect(page.locator('mark.passage')).toHaveText('Hold off, and you may fear');
  await expect(page.locator('mark.passage')).toBeInViewport();
  await expect(page.locator('mark.passage')).toBeFocused();
  await expect(status(page)).toContainText('The linked passage is shown');
});

test('a passage across a footnote is found, by the app and by a browser without it', async ({ page, context, browser, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, PACE);
  await expect(page.getByRole('link', { name: 'Note 1', exact: true })).toBeVisible();
  await select(page, 'differ widely.', 'A rise is not trust');
  await toolbar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(status(page)).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(decodeURIComponent(link)).toContain('differ widely. A rise is not trust');
  await page.goto('about:blank');
  await open(page, link);
  await expect(page.locator('mark.passage').first()).toBeInViewport();
  expect((await page.locator('mark.passage').allTextContents()).join('')).toBe('differ widely. A rise is not trust');
  // No section to fall back to: the browser has to find the words.
  const directive = link.slice(link.indexOf(':~:'));
  const plain = await browser.newContext({ javaScriptEnabled: false, baseURL });
  for (const fragment of [directive, ':~:text=widely.-,A%20rise']) {
    const native = await plain.newPage();
    await native.goto(`${PACE}#${fragment}`);
    await expect(native.locator('article [data-start]', { hasText: 'A rise is not trust' }).last()).toBeInViewport();
    await native.close();
  }
  await plain.close();
});

test('a passage that is gone opens its section and says so', async ({ page }) => {
  await open(page, `./read/pace-and-closeness/?text=words%20that%20never%20stood%20here#armour`);
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('no longer');
  await expect(page.locator('mark.passage')).toHaveCount(0);
  await expect(page.locator('#armour')).toBeInViewport();
});

test('words that now stand in another section are shown as that, and not as what was meant', async ({ page }) => {
  const notice = page.getByRole('region', { name: 'Notice' });
  const words = 'text=Hold%20off%2C%20and%20you%20may%20fear';
  await open(page, `${PACE}?${words}#armour`);
  await expect(page.locator('mark.passage')).toHaveText('Hold off, and you may fear');
  await expect(page.locator('mark.passage')).toBeFocused();
  await expect(notice).toContainText('These words now stand in another section.');
  await expect(status(page)).toContainText('These words now stand in another section.');
  // Its own section, and one that holds the section of the words.
  for (const [directive, section] of [[words, 'outside-pressure'], ['text=It%20can%20take%20more%20nerve', 'close-and-known'], [words, '']] as const) {
    // A fragment alone would not load the page anew.
    await page.goto('about:blank');
    await open(page, `${PACE}?${directive}${section && `#${section}`}`);
    await expect(page.locator('mark.passage').first()).toBeInViewport();
    await expect(notice).toHaveCount(0);
  }
});

test('of several passages, those that are gone are counted', async ({ page }) => {
  const notice = page.getByRole('region', { name: 'Notice' });
  await open(page, `${PACE}?text=Hold%20off&text=never%20there&text=A%20swipe%20takes#outside-pressure`);
  await expect(page.locator('mark.passage')).toHaveCount(2);
  await expect(notice).toContainText('1 of 3 linked passages is no longer in these words.');
  await expect(status(page)).toContainText('1 of 3 linked passages');
  await open(page, `${PACE}?text=Hold%20off&text=never%20there&text=nor%20this#armour`);
  await expect(notice).toContainText('2 of 3 linked passages are no longer in these words. These words now stand in another section.');
});

test.describe('where nothing is', () => {
  test.use({ allowed: [/404/] });

  test('an unknown page helps', async ({ page }) => {
    const answer = await page.goto('./no/such/page/');
    expect(answer?.status()).toBe(404);
    await ready(page);
    await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await page.getByRole('searchbox').fill('trust');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\/\?q=trust$/);
  });

  test('an unknown article helps', async ({ page }) => {
    await page.goto('./read/no-such-article/');
    await ready(page);
    await expect(page.getByRole('heading', { level: 1, name: 'There is no page here' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: /Kinds of Closeness/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kinds of Closeness' })).toBeFocused();
  });
});
