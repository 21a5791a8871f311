/** Listening: from any place, sentence by sentence, without getting in the way of anything else. */
import { PACE, expect, leaf, open, select, status, test, toolbar } from '../reader';
import { giveVoices, last } from '../voices';

type Page = import('@playwright/test').Page;

declare global {
  interface Window {
    /** Whether the voices have come that were late. */
    late?: boolean;
    /** What the page took of the media keys. */
    mediaKeys: Record<string, (() => void) | null>;
  }
}

const tools = (page: Page) => page.getByRole('group', { name: 'Reading tools' });
const listen = (page: Page) => tools(page).getByRole('button', { name: 'Listen' });
const dock = (page: Page) => page.getByRole('region', { name: 'Listen' });
const said = (page: Page) => page.evaluate(() => window.spoken.map((one) => one.text));
/** One of the choices. */
const choice = (page: Page, name: string) => dock(page).getByRole('combobox', { name });
/** The words that are painted as being spoken. */
const painted = (page: Page) =>
  page.evaluate(() => {
    const highlight = CSS.highlights.get('spoken');
    return highlight ? [...highlight].map((range) => range.toString()).join('') : '';
  });

test('an article is read from the section that is open, and on through the next', async ({ page }) => {
  await giveVoices(page);
  await open(page, `${PACE}#armour`);
  await listen(page).click();
  await expect(dock(page)).toBeVisible();
  await expect.poll(() => last(page)).toBe('Sex as armour');
  await expect.poll(() => painted(page)).toBe('Sex as armour');
  const next = page.locator('article h2', { hasText: 'Letting touch and trust keep step' });
  await expect
    .poll(async () => {
      await page.evaluate(() => window.endSentence());
      return said(page);
    }, { intervals: [20], timeout: 20_000 })
    .toContain('Letting touch and trust keep step');
  await expect(next).toBeInViewport();
  expect((await said(page)).every((text) => text.length <= 200)).toBe(true);
  // Neither numerals of notes nor anything of the interface.
  expect((await said(page)).join(' ')).not.toMatch(/Bookmark|Reflect on|[a-z][.,”]\d/);
});

test('play, pause, back, on, by hand and by media keys', async ({ page }) => {
  await giveVoices(page);
  await open(page, `${PACE}#armour`);
  await listen(page).click();
  await expect.poll(() => last(page)).toBe('Sex as armour');
  await dock(page).getByRole('button', { name: 'On one sentence' }).click();
  const second = await last(page);
  expect(second).not.toBe('Sex as armour');
  await dock(page).getByRole('button', { name: 'Back one sentence' }).click();
  await expect.poll(() => last(page)).toBe('Sex as armour');
  await dock(page).getByRole('button', { name: 'Pause' }).click();
  const count = (await said(page)).length;
  await expect(dock(page).getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await page.evaluate(() => speechSynthesis.speaking)).toBe(false);
  await dock(page).getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => (await said(page)).length).toBe(count + 1);
  expect(await last(page)).toBe('Sex as armour');
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'MediaTrackNext' })));
  await expect.poll(() => last(page)).toBe(second);
  await page.keyboard.press('Alt+p');
  await expect(dock(page).getByRole('button', { name: 'Play' })).toBeVisible();
  await dock(page).getByRole('button', { name: 'Stop listening' }).click();
  await expect(dock(page)).toBeHidden();
  await expect.poll(() => painted(page)).toBe('');
});

test('a selection is read from its beginning, and another lives on while the voice goes on', async ({ page }) => {
  await giveVoices(page);
  await open(page, PACE);
  await select(page, 'before trust has formed');
  await toolbar(page).getByRole('button', { name: 'Listen' }).click();
  await expect.poll(() => last(page)).toContain('before trust has formed');
  await select(page, 'strong sensation');
  await page.evaluate(() => window.endSentence());
  await expect.poll(() => last(page)).not.toContain('before trust has formed');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('strong sensation');
  await expect(toolbar(page)).toBeVisible();
});

test('speed and voice are chosen, heard at once and kept', async ({ page }) => {
  await giveVoices(page);
  await open(page, PACE);
  await listen(page).click();
  await dock(page).getByRole('button', { name: 'Speed, voice and sleep timer' }).click();
  // The language’s own voices on the device come first; one that sends what it says is named as such.
  await expect(choice(page, 'Voice').locator('option')).toHaveText([
    'Ada (en-GB)',
    'Ben (en-US)',
    'Cloud (en-GB, online)',
  ]);
  await choice(page, 'Speed').selectOption('1.4×');
  await choice(page, 'Voice').selectOption('Ben (en-US)');
  await expect.poll(() => page.evaluate(() => window.spoken.at(-1))).toMatchObject({ rate: 1.4, voice: 'Ben' });
  await open(page, PACE);
  await listen(page).click();
  await expect.poll(() => page.evaluate(() => window.spoken.at(-1))).toMatchObject({ rate: 1.4, voice: 'Ben' });
});

test('the sleep timer stops at the end of the section', async ({ page }) => {
  await giveVoices(page);
  await open(page, `${PACE}#armour`);
  await listen(page).click();
  await dock(page).getByRole('button', { name: 'Speed, voice and sleep timer' }).click();
  await choice(page, 'Sleep timer').selectOption('At the end of the section');
  await expect
    .poll(async () => {
      await page.evaluate(() => window.endSentence());
      return dock(page).getByRole('button', { name: 'Play' }).isVisible();
    }, { intervals: [20], timeout: 20_000 })
    .toBe(true);
  expect(await said(page)).not.toContain('Letting touch and trust keep step');
});

test('a voice that comes late is waited for', async ({ page }) => {
  await giveVoices(page, undefined, 2_000);
  await open(page, PACE);
  await listen(page).click();
  await expect.poll(() => last(page)).not.toBe('');
  await expect(dock(page).getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('without a voice it says so, and no sentence leaves the device unasked', async ({ page }) => {
  await giveVoices(page, []);
  await open(page, PACE);
  await listen(page).click();
  await expect(dock(page)).toContainText('This browser has no voice to read with');
  await expect(status(page)).toContainText('no voice');
  await page.keyboard.press('Escape');
});

test('a voice that sends what it reads is only taken when it is chosen', async ({ page }) => {
  await giveVoices(page, [{ name: 'Cloud', lang: 'en-GB', local: false }]);
  await open(page, PACE);
  await listen(page).click();
  await expect(dock(page)).toContainText('send every sentence to their maker');
  expect(await said(page)).toEqual([]);
  await choice(page, 'Voice').selectOption('Cloud (en-GB, online)');
  await expect.poll(() => last(page)).not.toBe('');
});

test('no key makes a voice speak that was not chosen', async ({ page }) => {
  await giveVoices(page, [{ name: 'Cloud', lang: 'en-GB', local: false }]);
  await page.addInitScript(() => {
    window.mediaKeys = {};
    const take = (name: string, press: (() => void) | null) => void (window.mediaKeys[name] = press);
    Object.defineProperty(navigator, 'mediaSession', { value: { setActionHandler: take } });
  });
  const pressPlay = () => page.evaluate(() => window.mediaKeys.play?.());
  await open(page, PACE);
  await listen(page).click();
  const why = dock(page).getByText('No voice on this device reads this article’s language.');
  await expect(why).toBeVisible();
  await pressPlay();
  for (const key of ['MediaPlay', 'MediaPlayPause', 'MediaTrackNext', 'MediaPlay']) {
    await page.evaluate((key) => document.dispatchEvent(new KeyboardEvent('keydown', { key })), key);
  }
  await page.keyboard.press('Alt+p');
  await expect(why).toBeVisible();
  expect(await said(page)).toEqual([]);
  // Once it is chosen, the keys are its.
  await choice(page, 'Voice').selectOption('Cloud (en-GB, online)');
  await expect.poll(() => page.evaluate(() => window.spoken.at(-1)?.voice)).toBe('Cloud');
  await dock(page).getByRole('button', { name: 'Pause' }).click();
  const count = (await said(page)).length;
  await pressPlay();
  await expect.poll(async () => (await said(page)).length).toBe(count + 1);
});

test('while voices are looked for, Play does not take the browser’s own choice', async ({ page }) => {
  await giveVoices(page, [{ name: 'Cloud', lang: 'en-GB', local: false }]);
  await open(page, PACE);
  await page.evaluate(() => {
    const late = speechSynthesis.getVoices();
    speechSynthesis.getVoices = () => (window.late ? late : []);
  });
  await listen(page).click();
  await dock(page).getByRole('button', { name: 'Play' }).click();
  await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'MediaPlay' })));
  await page.evaluate(() => (window.late = true));
  await expect(dock(page)).toContainText('send every sentence to their maker');
  expect(await said(page)).toEqual([]);
});

test('a voice that is gone is not replaced by one that sends what it reads', async ({ page }) => {
  await giveVoices(page);
  await open(page, PACE);
  await listen(page).click();
  await expect.poll(() => page.evaluate(() => window.spoken.at(-1)?.voice)).toBe('Ada');
  await page.evaluate(() => {
    const left = speechSynthesis.getVoices().filter((voice) => !voice.localService);
    speechSynthesis.getVoices = () => left;
  });
  const count = (await said(page)).length;
  await page.evaluate(() => window.endSentence());
  await expect(dock(page)).toContainText('send every sentence to their maker');
  await expect(choice(page, 'Voice')).toBeVisible();
  expect((await said(page)).length).toBe(count);
});

test('leaving the page ends the voice', async ({ page }) => {
  await giveVoices(page);
  await open(page, PACE);
  await listen(page).click();
  await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(true);
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Notebook' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Notebook' })).toBeVisible();
  expect(await page.evaluate(() => speechSynthesis.speaking)).toBe(false);
});

test('the sentence stays in view, but who scrolls away is left alone', async ({ page }) => {
  await giveVoices(page);
  await open(page, `${PACE}#armour`);
  await listen(page).click();
  await expect.poll(() => last(page)).toBe('Sex as armour');
  await leaf(page, 'Three common questions').scrollIntoViewIfNeeded();
  const top = await page.evaluate(() => scrollY);
  await page.evaluate(() => window.endSentence());
  await expect.poll(() => last(page)).not.toBe('Sex as armour');
  expect(await page.evaluate(() => scrollY)).toBe(top);
  await dock(page).getByRole('button', { name: /show the sentence/ }).click();
  await expect(page.locator('#armour')).toBeInViewport();
});

test('a browser that can’t paint without touching the page shows exactly the sentence all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(CSS, 'highlights', { value: undefined }));
  await giveVoices(page);
  await open(page, `${PACE}#armour`);
  await listen(page).click();
  const laid = () =>
    page.locator('article mark.spoken').evaluateAll((all) => all.map((mark) => mark.textContent).join('').replaceAll('\u00ad', ''));
  for (let sentence = 0; sentence < 4; sentence++) {
    await expect.poll(() => last(page)).not.toBe('');
    const words = await last(page);
    await expect.poll(laid).toBe(words);
    await page.evaluate(() => window.endSentence());
    await expect.poll(() => last(page)).not.toBe(words);
  }
  await dock(page).getByRole('button', { name: 'Stop listening' }).click();
  await expect(page.locator('article mark.spoken')).toHaveCount(0);
});
