/** The content-security-policy: computed from what is published, enforced everywhere, in nobody's way. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { ARTICLES, PACE, ROUTES, expect, highlight, marks, open, select, toolbar } from '../reader';
import { DIST, release, sha256, test } from '../host';
import { giveVoices } from '../voices';

const PAGES = [...ROUTES, './search/?q=armour', './pack/?hand-ins', `${PACE}?embed=1#armour`];
const WORDS = 'Hold off, and you may fear';

const pagesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

function policyIn(html: string) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html)?.[1] ?? '';
}

test('every page carries the policy first, and every inline script and style is in it by its hash', async ({ host }) => {
  const files = pagesOf(DIST);
  expect(files.length).toBeGreaterThan(ARTICLES.length + 5);
  const sent = /Content-Security-Policy: (.*)/.exec(readFileSync(join(DIST, '_headers'), 'utf8'))?.[1];
  expect(release(DIST).headers['Content-Security-Policy']).toBe(sent);
  for (const file of files) {
    const html = readFileSync(join(DIST, file), 'utf8');
    const policy = policyIn(html);
    expect(policy, file).toBe(sent);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|style|link)\b/));
    for (const [, attributes = '', text = ''] of html.matchAll(/<(?:script|style)\b([^>]*)>(.*?)<\/(?:script|style)>/gs)) {
      if (attributes.includes('ld+json')) continue;
      expect(policy, `${file}: ${text.slice(0, 60)}`).toContain(`'sha256-${sha256(text)}'`);
    }
    // Nothing that a hash can't allow.
    expect(html, file).not.toMatch(/<[^>]+\s(style|on[a-z]+)="/);
    expect(html, file).not.toMatch(/<[^>]+\s(href|src|action)="\s*javascript:/i);
    expect(html, file).not.toMatch(/<(script|img|iframe|link rel="stylesheet")[^>]+(src|href)="(https?:)?\/\//);
  }
  expect(host.base).toBeTruthy();
});

test('an independent evaluator finds nothing but the one thing that is meant', async () => {
  const policy = policyIn(readFileSync(join(DIST, 'index.html'), 'utf8'));
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  const left = findings.filter(
    // Our own files are ours: nobody can upload to a folder of static files, and nothing there answers with a callback.
    ({ directive, value, severity }) => !(directive === 'script-src' && value === "'self'" && severity === Severity.MEDIUM_MAYBE),
  );
  expect(left.map(({ description }) => description)).toEqual([]);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
});

/** What the policy stopped, in every document that was opened. The console says so too, and may not. */
async function watch(page: Page) {
  const stopped: string[] = [];
  await page.exposeFunction('stopped', (what: string) => stopped.push(what));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      (window as unknown as { stopped(what: string): void }).stopped(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  return stopped;
}

for (const headers of [true, false]) {
  test.describe(headers ? 'sent by the host' : 'from the page alone', () => {
    test('nothing of ours is stopped: every page, dialog and theme', async ({ page, host }) => {
      host.headers = headers;
      const stopped = await watch(page);
      for (const path of PAGES) await open(page, path);
      await open(page, './settings/');
      for (const theme of ['Light', 'Sepia', 'Dark', 'Black', 'Contrast']) {
        await page.getByRole('main').getByText(theme, { exact: true }).click();
        await expect(page.locator('html')).toHaveClass(new RegExp(`theme-${theme.toLowerCase()}`));
      }
      await page.getByRole('main').getByRole('slider').first().fill('120');
      await expect(page.locator('html')).toHaveAttribute('style', /--reader-size/);
      await open(page, PACE);
      await expect(page.locator('html')).toHaveClass(/theme-contrast/);
      await expect(page.locator('html')).toHaveAttribute('style', /--reader-size/);
      await select(page, 'Hold off, and you may fear');
      // Placed through the style object, or by its attribute at the window's foot.
      await expect(toolbar(page)).toHaveAttribute('data-dock', /^(foot|head|)$/);
      await page.keyboard.press('Escape');
      await highlight(page, 'Hold off, and you may fear');
      await marks(page).first().click();
      await expect(page.getByRole('dialog', { name: 'Highlight' })).toBeVisible();
      await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('a note');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Reading settings' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await open(page, './notebook/');
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      expect(stopped).toEqual([]);
      // The styles are there: a page without them would show no colour of ours.
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    });

    test('nothing of ours is stopped: what opens over pages, and reading packs', async ({ page, host }) => {
      test.slow();
      host.headers = headers;
      const stopped = await watch(page);
      const dialog = (name: string) => page.getByRole('dialog', { name });
      await giveVoices(page);
      await open(page, PACE);
      await select(page, WORDS);
      await toolbar(page).getByRole('button', { name: 'Share' }).click();
      await dialog('Share').getByRole('button', { name: 'QR code' }).click();
      await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
      await dialog('Share').getByRole('button', { name: 'Add to pack' }).click();
      await select(page, WORDS);
      await toolbar(page).getByRole('button', { name: 'Cite' }).click();
      await expect(dialog('Cite')).toContainText('Reference list');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Find in article' }).click();
      await page.getByRole('searchbox', { name: 'Find in article' }).fill('touch');
      await expect(page.locator('article mark').first()).toBeVisible();
      await page.keyboard.press('Escape');
      const listen = page.getByRole('group', { name: 'Reading tools' }).getByRole('button', { name: 'Listen' });
      await listen.click();
      await expect(listen).toHaveAttribute('aria-expanded', 'true');
      await listen.click();
      await page.keyboard.press('?');
      await expect(dialog('Keyboard shortcuts')).toBeVisible();
      await page.keyboard.press('Escape');
      await open(page, './settings/');
      for (const [press, opened] of [['Export', 'Export notes'], ['Import', 'Import notes'], ['Erase everything', 'Erase everything?']] as const) {
        await page.getByRole('main').getByRole('button', { name: press }).first().click();
        await expect(dialog(opened)).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(dialog(opened)).toBeHidden();
      }
      await open(page, './pack/');
      await page.getByRole('link', { name: /^Edit/ }).click();
      await page.getByRole('textbox', { name: 'Title' }).fill('One');
      await page.getByRole('textbox', { name: 'Question for stop 1' }).fill('Why?');
      await page.getByRole('button', { name: 'Make the link' }).click();
      const link = await page.getByRole('textbox', { name: 'Link to the pack' }).inputValue();
      await page.getByRole('link', { name: 'Preview' }).click();
      await expect(page.getByRole('main')).toContainText('Why?');
      await page.goto('about:blank');
      await open(page, link);
      await page.getByRole('button', { name: 'Start' }).click();
      await page.getByRole('link', { name: 'Read stop by stop' }).click();
      await expect(page.locator('mark.stop').first()).toBeInViewport();
      expect(stopped).toEqual([]);
    });

    test.describe('an attack', () => {
      test.use({ allowed: [/Content Security Policy|Refused|^asked https:\/\/attacker/i] });
      test('what gets into the page does not run and does not call home', async ({ page, host }) => {
        host.headers = headers;
        const stopped = await watch(page);
        await open(page, './about/');
        await page.evaluate(() => {
          const script = document.createElement('script');
          script.textContent = 'document.documentElement.dataset.attacked = "yes"';
          document.body.append(script);
          const picture = document.createElement('img');
          picture.src = 'https://attacker.example/x.png';
          document.body.append(picture);
          document.body.insertAdjacentHTML('beforeend', '<b style="position:fixed" onclick="1">x</b>');
          void fetch('https://attacker.example/').catch(() => {});
        });
        await expect.poll(() => stopped.map((line) => line.split(' ')[0])).toEqual(
          expect.arrayContaining(['script-src-elem', 'img-src', 'connect-src', 'style-src-attr']),
        );
        await expect(page.locator('html')).not.toHaveAttribute('data-attacked');
      });
    });
  });
}

test('hosts that read _headers send the rest, and frame only what may be framed', async ({ request }) => {
  const sent = async (path: string) => (await request.get(path)).headers();
  for (const path of PAGES) {
    expect(await sent(path), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  }
  expect((await sent('./settings/'))['content-security-policy']).toContain("frame-ancestors 'self'");
  expect((await sent('./'))['content-security-policy']).toContain("frame-ancestors 'self'");
  expect((await sent(PACE))['content-security-policy']).not.toContain('frame-ancestors');
  expect((await sent('./sw.js'))['cache-control']).toBe('no-cache');
});
