/** On paper: numbers for notes, addresses for links, room for a pen, and nothing that could be pressed. */
import { type Page } from '@playwright/test';
import { PACE, expect, highlight, open, select, status, test, toolbar } from '../reader';
import { highlightOf, seed } from '../records';
import { endingWithHeadings, printed } from '../paper';

const INTERFACE = ['Quick exit', 'Skip to content', 'Notebook', 'Search', 'Saved on this device', 'Edit note', 'Print'];

/** Highlights words and writes a note on them. */
async function note(page: Page, words: string, body: string) {
  await select(page, words);
  await toolbar(page).getByRole('button', { name: 'Add note' }).click();
  const dialog = page.getByRole('dialog', { name: 'Highlight' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill(body);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(dialog).toBeHidden();
}

/** Answers the next dialog for printing with nothing, and keeps the page as it was made ready for it. */
async function holdPrint(page: Page) {
  await page.addInitScript(() => {
    let held = false;
    addEventListener('beforeprint', (event) => held && event.stopImmediatePropagation(), true);
    window.print = () => {
      dispatchEvent(new Event('beforeprint'));
      held = true;
      document.documentElement.dataset.printed = '';
    };
  });
}

const FORMATS = [['A4', 595, 842], ['Letter', 612, 792]] as const;

for (const [format, width, height] of FORMATS) {
  test(`an article on ${format} has its notes at the end, numbered as in the text`, async ({ page }) => {
    await open(page, PACE);
    await note(page, 'A swipe takes a second', 'Written first,\nstands second.');
    await note(page, 'Much of what we watch', 'Written second.');
    await note(page, 'second', 'Inside another.');
    await page.getByRole('button', { name: 'Reflect on Sex as armour' }).click();
    await page.getByRole('textbox', { name: 'Reflection on Sex as armour' }).fill('On the section.');
    await page.getByRole('article').getByRole('textbox').first().fill('In its own place.');
    await page.getByRole('heading', { level: 1 }).click();
    await expect(status(page)).toContainText('Saved');
    await expect(page.locator('.on-paper').filter({ visible: true })).toHaveCount(0);

    const sheets = await printed(page, format);
    expect(sheets.length).toBeGreaterThan(4);
    const text = sheets.map((sheet) => sheet.text).join('\n');
    for (const [index, sheet] of sheets.entries()) {
      expect([sheet.width, sheet.height]).toEqual([width, height]);
      expect(sheet.text).toContain(`${index + 1} / ${sheets.length}`);
      expect(sheet.text).toContain('/read/pace-and-closeness/');
      // The name runs on, but for the sheet that begins with it.
      if (index > 0) expect(sheet.text).toContain('Pace and Closeness');
    }
    // In the text, the number follows the words; at the end, the note follows the number.
    expect(text).toMatch(/Much of what we watch ?1 ?puts sex/);
    expect(text).toMatch(/A swipe takes a second ?3 ?2 ?and goes/);
    expect(text).toMatch(/Sex as armour ?4/);
    const notes = text.slice(text.indexOf('Your notes'));
    expect(notes).toMatch(/1 ?“Much of what we watch” ?Written second\./);
    expect(notes).toMatch(/2 ?“A swipe takes a second” ?Written first, ?stands second\./);
    expect(notes).toMatch(/3 ?“second” ?Inside another\./);
    expect(notes).toMatch(/4 ?Sex as armour ?On the section\./);
    // An answer stands under its question, and once.
    expect(text).toMatch(/found out about the other\? ?In its own place\./);
    expect(text.split('On the section.')).toHaveLength(2);
    expect(text).toMatch(/on Closely ?⟨http\S*\/read\/pace-and-closeness\/⟩/);
    for (const words of INTERFACE) expect(text, words).not.toContain(words);
    expect(await endingWithHeadings(page, sheets)).toEqual([]);
  });
}

test('a link within an article says on paper which section it means', async ({ page }) => {
  await open(page, './read/attachment-patterns/');
  const number = (heading: RegExp) => page.locator('.sec', { has: page.getByRole('heading', { name: heading }) }).getAttribute('data-n');
  const [part, support] = [await number(/^Disorganised/), await number(/^Getting support/)];
  const text = (await printed(page)).map((sheet) => sheet.text).join(' ');
  expect(text).toMatch(new RegExp(`That part ?⟨section ${part}⟩ ?can be skipped; ?Getting support ?⟨section ${support}⟩`));
});

test('on paper five lines tell highlights apart, in any theme, without a background', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('closely:settings:reading', JSON.stringify({ version: 1, checksum: '', record: { theme: 'black' } }));
  });
  await open(page, PACE);
  const words = ['Hold off, and you may fear', 'A swipe takes a second', 'Profiles boil', 'Much of what we watch', 'Hookup culture'];
  for (const [index, colour] of ['yellow', 'green', 'blue', 'pink', 'purple'].entries()) {
    await highlight(page, words[index] ?? '', colour);
  }
  await page.emulateMedia({ media: 'print' });
  const looks = await page.locator('article mark[data-colour]').evaluateAll((marks) =>
    marks.map((mark) => {
      const { textDecorationLine, textDecorationStyle, textDecorationColor, color } = getComputedStyle(mark);
      return { line: textDecorationLine, style: textDecorationStyle, of: textDecorationColor, color };
    }),
  );
  expect(looks.map(({ style }) => style).sort()).toEqual(['dashed', 'dotted', 'double', 'solid', 'wavy']);
  for (const { line, of, color } of looks) {
    expect(line).toBe('underline');
    expect(color).toBe('rgb(0, 0, 0)');
    // Dark enough for a printer without colours: 7:1 on white.
    const [r = 0, g = 0, b = 0] = (of.match(/\d+/g) ?? []).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    expect(1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05), of).toBeGreaterThan(7);
  }
});

test('headings stay with what follows, and figures, tables and notes in one piece', async ({ page }) => {
  await open(page, PACE);
  await page.emulateMedia({ media: 'print' });
  const broken = (selector: string, property: 'breakInside' | 'breakAfter') =>
    page.locator(selector).evaluateAll((all, property) => all.map((part) => getComputedStyle(part)[property]), property);
  for (const selector of ['article figure', 'article .table-wrap', 'article .callout', 'article .prompt']) {
    expect(new Set(await broken(selector, 'breakInside')), selector).toEqual(new Set(['avoid']));
  }
  expect(new Set(await broken('article .sec', 'breakAfter'))).toEqual(new Set(['avoid']));
  const first = page.locator('article p[data-start]').first();
  expect(await first.evaluate((p) => [getComputedStyle(p).orphans, getComputedStyle(p).widows])).toEqual(['3', '3']);
});

test('a section alone takes its notes and words along, with their numbers', async ({ page }) => {
  await holdPrint(page);
  await open(page, PACE);
  await note(page, 'Much of what we watch', 'Elsewhere.');
  await note(page, 'The warmth wears off', 'In the section.');
  await page.getByRole('button', { name: /^Share Sex as armour/ }).click();
  await page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Print this section' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  const text = (await printed(page)).map((sheet) => sheet.text).join(' ');
  for (const words of ['Pace and Closeness', 'Sex as armour', 'Schweitzer', 'Vulnerability', '#armour', 'In the section.']) {
    expect(text).toContain(words);
  }
  expect(text).toMatch(/The warmth wears off ?1/);
  // A file has the numbers of a list behind its items.
  expect(text).toMatch(/235–243\. ?5 ?Maczkowiack.*128–140\. ?6/);
  for (const words of ['A question of speed', 'Letting touch', 'Garcia', 'Oxytocin', 'Elsewhere.', 'For a class']) {
    expect(text, words).not.toContain(words);
  }
});

test('the whole article is printed again after a section', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.toggleAttribute('data-printed', true);
  });
  await open(page, PACE);
  await page.getByRole('button', { name: /^Share Sex as armour/ }).click();
  await page.getByRole('dialog', { name: 'Share' }).getByRole('button', { name: 'Print this section' }).click();
  await expect(page.locator('html[data-printed]')).toBeAttached();
  const text = (await printed(page)).map((sheet) => sheet.text).join(' ');
  for (const words of ['A question of speed', 'Sex as armour', 'Letting touch']) expect(text).toContain(words);
});

test('the notebook is printed whole, however many entries it has', async ({ page }) => {
  await seed(page, Array.from({ length: 120 }, (_, index) => highlightOf({ id: `00${index}`, body: `Note ${index}.` })));
  await open(page, './notebook/');
  await expect(page.getByText('100 of 120 shown')).toBeVisible();
  const text = (await printed(page)).map((sheet) => sheet.text).join(' ');
  for (let index = 0; index < 120; index++) expect(text).toContain(`Note ${index}.`);
  for (const words of ['Show more', 'Go to passage', 'Export', 'Select entries']) expect(text, words).not.toContain(words);
  await expect(page.getByText('100 of 120 shown')).toBeVisible();
});

test('a pack on paper asks for a name and leaves room for a pen; what was typed stands there', async ({ page }) => {
  await open(page, './pack/');
  const stops = [
    { article: 'pace-and-closeness', revision: 'x', section: 'armour', question: 'First question?' },
    { article: 'pace-and-closeness', revision: 'x', question: 'Second question?' },
  ];
  const pack = { format: 'closely-pack', version: 1, id: '00aa11bb22cc33dd', title: 'Week 3', by: 'Ms Okoye', stops };
  const buffer = Buffer.from(JSON.stringify(pack));
  await page.getByLabel('Pack file').setInputFiles([{ name: 'p.json', mimeType: 'application/json', buffer }]);
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByRole('textbox', { name: 'First question?' }).fill('Typed, not yet saved.');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana');
  const text = (await printed(page, 'Letter')).map((sheet) => sheet.text).join(' ');
  expect(text).toMatch(/Week 3.*From Ms Okoye.*Name: ?Ana.*First question\? ?Typed, not yet saved\..*Second question\?/);
  // The address says where, and nothing of a pack that is on this device alone.
  // A long one goes on in the next line after one of its hyphens.
  expect(text).toMatch(/Sex as armour ?⟨http\S*\/read\/pace- ?and- ?closeness\/#armour⟩/);
  for (const words of ['Hand in', 'Remove this pack', 'Read stop by stop', 'Copy as text', 'pack=']) expect(text, words).not.toContain(words);
  await page.emulateMedia({ media: 'print' });
  const room = (name: string) => page.locator('.prompt', { hasText: name }).locator('.saved').evaluate((line) => line.clientHeight);
  expect(await room('Second question?')).toBeGreaterThan(40);
});

/** Many questions on one article, a few on others. */
const QUESTIONS = Array.from({ length: 24 }, (_, index) => ({
  article: 'pace-and-closeness',
  revision: 'x',
  section: ['armour', 'outside-pressure', 'faq'][index % 3],
  question: `Question ${index + 1}: ${'what do you make of it? '.repeat(1 + (index % 4))}`.trim(),
}));

for (const [format, width, height] of FORMATS) {
  test(`notebook, packs and what was handed in, on ${format}: whole, and no sheet ends with a heading`, async ({ page }) => {
    const check = async (words: string[]) => {
      const sheets = await printed(page, format);
      expect(sheets.length).toBeGreaterThan(2);
      for (const sheet of sheets) expect([sheet.width, sheet.height]).toEqual([width, height]);
      const text = sheets.map((sheet) => sheet.text).join(' ');
      for (const each of words) expect(text).toContain(each);
      for (const each of ['Quick exit', 'Skip to content', 'Saved on this device', 'Print']) expect(text, each).not.toContain(each);
      expect(await endingWithHeadings(page, sheets)).toEqual([]);
    };
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const articles = ['pace-and-closeness', 'kinds-of-closeness', 'attachment-patterns'];
    const notes = numbers.map((index) =>
      highlightOf({ id: `00${index}`, body: `Note ${index}. ${'And on. '.repeat(index % 7)}`, article: articles[index % 3] }),
    );
    await seed(page, notes);
    await open(page, './notebook/');
    await check(numbers.map((index) => `Note ${index}.`));

    await open(page, './pack/');
    const pack = { format: 'closely-pack', version: 1, id: '00aa11bb22cc33dd', title: 'Week 3', by: 'Ms Okoye', stops: QUESTIONS };
    const json = (name: string, value: object) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) });
    await page.getByLabel('Pack file').setInputFiles([json('pack.json', pack)]);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByText('0 of 24 answered')).toBeVisible();
    await check(['Week 3', 'From Ms Okoye', ...QUESTIONS.map(({ question }) => question)]);

    await open(page, './pack/?hand-ins');
    const handIn = (name: string) => ({
      format: 'closely-hand-in',
      version: 1,
      pack: '00aa11bb22cc33dd',
      title: 'Week 3',
      name,
      answers: QUESTIONS.map(({ question }, index) => ({ key: `k${index}`, question, passage: '', answer: `${name} ${index}. ${'So it is. '.repeat(index * 2)}` })),
    });
    await page.getByLabel('Hand-in files').setInputFiles([json('a.json', handIn('Ana')), json('b.json', handIn('Bo'))]);
    await expect(page.getByRole('main')).toContainText('2 hand-ins opened.');
    await check(QUESTIONS.flatMap(({ question }, index) => [question, `Ana ${index}.`, `Bo ${index}.`]));
  });
}

test('a section in a frame prints with its source and licence written out', async ({ page }) => {
  await open(page, './read/pace-and-closeness/?embed=1#armour');
  const text = (await printed(page)).map((sheet) => sheet.text).join(' ');
  expect(text).toMatch(/Creative Commons Attribution 4\.0 ?⟨https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/⟩/);
  expect(text).toMatch(/From Pace and Closeness ?⟨http\S*#armour⟩/);
});
