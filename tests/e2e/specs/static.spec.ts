/** The prerendered pages: what a reader has without JavaScript, and what previews and feeds read. */
import { faultsOf } from '../markup';
import { ARTICLES, LIBRARY, ROUTES, expect, test } from '../reader';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every article reads fully, with working contents and section links', async ({ page }, { project }) => {
    for (const { slug, title } of ARTICLES) {
      await page.goto(`./read/${slug}/`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByText(/Everything here can be read as it is/)).toBeVisible();
      await expect(page.getByRole('table')).toBeVisible();
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByRole('textbox')).toHaveCount(0);
    }
    await page.goto('./read/pace-and-closeness/');
    if (project.name === 'phone') await page.getByRole('link', { name: 'Contents', exact: true }).click();
    await page.getByRole('navigation', { name: 'Contents' }).getByRole('link', { name: 'Sex as armour' }).click();
    await expect(page).toHaveURL(/#armour$/);
    await expect(page.locator('#armour')).toBeInViewport();
    await expect(page.getByRole('link', { name: 'Link to Sex as armour' })).toBeVisible();
  });

  test('every page says what needs the app', async ({ page }) => {
    for (const path of ['./notebook/', './search/', './settings/']) {
      await page.goto(path);
      await expect(page.getByText(/needs JavaScript/)).toBeVisible();
    }
    await page.goto('./about/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test('titles, descriptions, previews and structured data', async ({ request }) => {
  for (const { slug, title } of ARTICLES) {
    const html = await (await request.get(`./read/${slug}/`)).text();
    expect(html).toContain(`<title>${title} · Closely</title>`);
    expect(html).toMatch(/<meta name="description" content="[^"]{60,}">/);
    expect(html).toContain(`<meta property="og:title" content="${title}">`);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');
    expect(data).toMatchObject({ '@type': 'Article', headline: title, isAccessibleForFree: true });
    expect(data).toMatchObject({
      accessMode: ['textual', 'visual'],
      accessModeSufficient: [{ '@type': 'ItemList', itemListElement: ['textual'] }],
      accessibilityFeature: expect.arrayContaining(['alternativeText', 'structuralNavigation', 'tableOfContents']),
      accessibilityHazard: ['none'],
    });
    expect(data.accessibilitySummary).toMatch(/described in words/);
    // Discreet: what shows outside the page says nothing of the subject.
    expect(html.slice(0, html.indexOf('<style>'))).not.toMatch(/\b(sex|sexual|bed|intimate|trauma)\b/i);
  }
});

test('every page says in its head what it is', async ({ request }) => {
  const site = process.env.CLOSELY_SITE_URL?.replace(/\/?$/, '/');
  for (const path of ROUTES) {
    const html = await (await request.get(path)).text();
    const head = html.slice(0, html.indexOf('</head>'));
    const title = /<title>(.+) · Closely<\/title>/.exec(head)?.[1];
    expect(title, path).toBeTruthy();
    const description = /<meta name="description" content="([^"]{20,})">/.exec(head)?.[1];
    expect(description, path).toBeTruthy();
    for (const [name, content] of Object.entries({ site_name: 'Closely', title, description })) {
      expect(head, path).toContain(`<meta property="og:${name}" content="${content}">`);
    }
    const address = site && new URL(path, site).href;
    const named = [...head.matchAll(/<link rel="canonical" href="([^"]*)">|<meta property="og:url" content="([^"]*)">/g)];
    expect(named.map(([, canonical, preview]) => canonical ?? preview), path).toEqual(address ? [address, address] : []);
  }
});

test('canonical addresses, sitemap and feed', async ({ request }) => {
  const site = process.env.CLOSELY_SITE_URL?.replace(/\/?$/, '/');
  const html = await (await request.get('./read/pace-and-closeness/')).text();
  const feed = await (await request.get('./feed.xml')).text();
  expect(feed.match(/<entry>/g)).toHaveLength(LIBRARY.length);
  if (site) {
    expect(html).toContain(`<link rel="canonical" href="${site}`);
    const sitemap = await (await request.get('./sitemap.xml')).text();
    for (const { slug } of LIBRARY) expect(sitemap).toContain(`<loc>${site}read/${slug}/</loc>`);
    expect(sitemap).not.toContain('/notebook/');
  } else {
    // An address that nobody knows is not invented.
    expect(html).not.toContain('rel="canonical"');
  }
});

test('every page is valid HTML', async ({ request }) => {
  for (const path of [...ROUTES, './404.html']) {
    expect(await faultsOf(await (await request.get(path)).text()), path).toEqual([]);
  }
});
