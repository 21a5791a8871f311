/** For people who teach: everything about an article on one page, and one section alone in a course page. */
import { LIBRARY, PACE, expect, open, test } from '../reader';

const TEACH = `./teach/${LIBRARY[0].slug}/`;

test('an article leads to its page for educators, which has what a lesson plan needs', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('article').getByRole('link', { name: 'For educators' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'For educators: Pace and Closeness' })).toBeFocused();
  await expect(page).toHaveTitle('For educators: Pace and Closeness · Closely');
  for (const name of ['Sections', 'Questions for a class', 'Words', 'How to cite', 'To hand out', 'In a course page']) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  }
  const sections = page.getByRole('region', { name: 'Sections' });
  await expect(sections).toContainText(/read\/pace-and-closeness\/#armour/);
  await expect(page.getByText(/\d+ words, about \d+ minutes of reading/)).toBeVisible();
  // One of each: an author's question to the reader, one for a class, a word, and the three styles.
  await expect(sections).toContainText('Whose clock do you hear ticking');
  await expect(page.getByRole('region', { name: 'Questions for a class' })).toContainText('Can a dating app be neutral?');
  const words = page.getByRole('region', { name: 'Words' });
  await expect(words.getByRole('term').filter({ hasText: 'Chemistry' })).toBeVisible();
  await expect(words).toContainText('An attraction that arrives ahead of any real knowledge');
  const cited = page.getByRole('region', { name: 'How to cite' });
  for (const [style, entry] of [
    ['APA 7', /The Closely editors\. \(2026, November 21\)\. Pace and closeness: .*Closely\. http.*\/read\/pace-and-closeness\//],
    ['MLA 9', /Closely editors\. “Pace and Closeness: .*Closely, 21 Nov\. 2026, .*Accessed/],
    ['Chicago, notes', /Closely editors\. “Pace and Closeness: .*Last modified November 21, 2026\./],
    ['Chicago, author-date', /Closely editors\. 2026\. “Pace and Closeness: /],
  ] as const) {
    await expect(cited.getByRole('heading', { name: style })).toBeVisible();
    await expect(cited.getByText(entry)).toBeVisible();
  }
  await sections.getByRole('link', { name: 'Sex as armour' }).click();
  await expect(page).toHaveURL(/read\/pace-and-closeness\/#armour$/);
  await expect(page.locator('#armour')).toBeFocused();
});

test.describe('an article that is not there', () => {
  test.use({ allowed: [/404/] });

  test('has no page for educators', async ({ page }) => {
    await open(page, './teach/no-such-article/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page for educators reads fully', async ({ page }) => {
    await page.goto(TEACH);
    await expect(page.getByRole('region', { name: 'Sections' }).getByRole('listitem')).not.toHaveCount(0);
    await expect(page.getByRole('region', { name: 'How to cite' })).toContainText('Pace and Closeness');
  });
});

test('a course page shows one section alone, with licence and source', async ({ page, baseURL }) => {
  const frame = new URL('./read/pace-and-closeness/?embed=1#armour', baseURL).href;
  await page.route('**/course.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<title>Course</title><iframe title="Reading" width="700" height="600" src="${frame}"></iframe>`,
    }),
  );
  await page.goto('./course.html');
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('heading', { name: 'Sex as armour' })).toBeVisible();
  await expect(inside.locator('html[data-ready]')).toBeAttached();
  await expect(inside.getByRole('navigation')).toHaveCount(0);
  await expect(inside.getByRole('banner')).toHaveCount(0);
  await expect(inside.getByRole('heading')).toHaveCount(1);
  await expect(inside.getByRole('textbox')).toHaveCount(0);
  await expect(inside.getByRole('link', { name: 'Creative Commons Attribution 4.0' })).toBeVisible();
  const source = inside.getByRole('link', { name: 'Pace and Closeness' });
  await expect(source).toHaveAttribute('href', /read\/pace-and-closeness\/#armour$/);
  await expect(source).toHaveAttribute('target', '_blank');
});
