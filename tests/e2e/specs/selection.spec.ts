/** From a selection to the words it means, by mouse, finger and keyboard: what is kept is read back from the store. */
import type { CDPSession, Page } from '@playwright/test';
import { PACE, drag, expect, highlight, kept, leaf, marks, open, select, selected, test, toolbar } from '../reader';

/** The words of the one highlight that is kept. */
async function quote(page: Page): Promise<string> {
  const all = Object.entries(await kept(page)).filter(([key]) => key.startsWith('closely:annotation:'));
  expect(all).toHaveLength(1);
  return JSON.parse(all[0]?.[1] ?? '').record.quote.exact;
}

/** Takes the highlight that the toolbar offers, and gives its words. */
async function take(page: Page): Promise<string> {
  await toolbar(page).getByRole('button', { name: 'Highlight yellow' }).click();
  await expect(toolbar(page)).toBeHidden();
  await expect(marks(page)).not.toHaveCount(0);
  return quote(page);
}

/** Where words are on the screen: the box of their first line. */
async function boxOf(page: Page, words: string) {
  const box = await leaf(page, words).evaluate((leaf, words) => {
    const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const at = text.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + words.length);
      text.parentElement?.scrollIntoView({ block: 'center' });
      const box = range.getClientRects()[0];
      return box && { left: box.left, right: box.right, y: (box.top + box.bottom) / 2 };
    }
    return undefined;
  }, words);
  if (!box) throw new Error(`not on the screen: ${words}`);
  return box;
}

const PARAGRAPH = 'Much of what we watch';

test('a triple click marks its paragraph alone', async ({ page }) => {
  await open(page, PACE);
  const paragraph = leaf(page, PARAGRAPH);
  const box = await boxOf(page, PARAGRAPH);
  await page.mouse.click(box.left + 20, box.y, { clickCount: 3 });
  const text = await paragraph.evaluate((leaf) => {
    const copy = leaf.cloneNode(true) as Element;
    copy.querySelectorAll('[data-skip]').forEach((skipped) => skipped.remove());
    return copy.textContent?.trim();
  });
  expect(await take(page)).toBe(text);
});

test('a drag that ends in the white space after a word is trimmed', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  // In the middle of a line: at its end white space has no width.
  await drag(page, 'Much of ', 'Much of ');
  expect(await selected(page)).toBe('Much of ');
  expect(await take(page)).toBe('Much of');
});

test('white space alone, or nothing but a caret, is offered nothing', async ({ page }) => {
  await open(page, PACE);
  const parts = await leaf(page, PARAGRAPH).evaluate((leaf) => {
    const text = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT).nextNode() as Text;
    return { space: text.data.indexOf(' ') };
  });
  for (const length of [1, 0]) {
    await select(page, PARAGRAPH);
    await leaf(page, PARAGRAPH).evaluate(
      (leaf, [at, length]) => {
        const text = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT).nextNode() as Text;
        getSelection()?.setBaseAndExtent(text, at, text, at + length);
      },
      [parts.space, length] as const,
    );
    await expect(toolbar(page)).toBeHidden();
  }
});

test('over a list, paragraphs and a quotation every block is painted, and it is one highlight', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  // Upward, as it comes as often.
  await drag(page, 'I’m not backing away', 'Say what you hope for');
  await take(page);
  const painted = page.locator('article [data-start]:has(mark[data-annotation])');
  await expect(painted).toHaveCount(4);
  const kinds = await painted.evaluateAll((all) => all.map((leaf) => leaf.closest('blockquote, ol')?.tagName ?? leaf.tagName));
  expect(kinds).toEqual(['OL', 'P', 'P', 'BLOCKQUOTE']);
});

test('select-all offers all of the article and nothing else, with the toolbar in view', async ({ page }) => {
  await open(page, PACE);
  await page.getByRole('heading', { name: 'Sex as armour' }).scrollIntoViewIfNeeded();
  await page.keyboard.press('Control+A');
  await expect(toolbar(page)).toBeInViewport({ ratio: 1 });
  const words = await take(page);
  const ends = await page.evaluate(() => {
    const leaves = [...document.querySelectorAll('article [data-start]')];
    const own = (leaf?: Element) => {
      const copy = leaf?.cloneNode(true) as Element;
      copy.querySelectorAll('[data-skip]').forEach((skipped) => skipped.remove());
      return copy.textContent?.trim() ?? '';
    };
    return [own(leaves[0]), own(leaves.at(-1))];
  });
  expect(words.startsWith(ends[0] ?? '-')).toBe(true);
  expect(words.endsWith(ends[1] ?? '-')).toBe(true);
  expect(words).not.toContain('Skip to content');
});

test('a selection from outside is cut to the article, and one that stays outside is none', { tag: '@pointer' }, async ({ page }) => {
  await open(page, PACE);
  const subtitle = 'How attraction and trust find a common speed';
  await drag(page, subtitle, 'For many people');
  expect(await selected(page)).toContain(subtitle);
  await expect(toolbar(page)).toBeVisible();
  expect(await take(page)).toBe('A question of speed\nFor many people');
  await drag(page, 'How attraction', 'a common speed');
  expect(await selected(page)).toBe(subtitle);
  await expect(toolbar(page)).toBeHidden();
});

test('footnotes, prompts, the foot and the contents are not the article’s words', async ({ page }) => {
  await open(page, PACE);
  for (const selector of ['.notes li', '.glossary dd', '.contents ol', '.prompt-label', 'details p']) {
    await select(page, PARAGRAPH);
    await page.evaluate((selector) => {
      const inside = document.querySelector(selector);
      if (inside) getSelection()?.selectAllChildren(inside);
      document.querySelector('details')?.setAttribute('open', '');
    }, selector);
    await expect(toolbar(page)).toBeHidden();
  }
});

test('over a prompt’s text box: the words around it, without it', async ({ page }) => {
  await open(page, PACE);
  const ends = await page.evaluate(() => {
    const prompt = document.querySelector('article .prompt textarea');
    const leaves = [...document.querySelectorAll('article [data-start]')];
    const after = leaves.findIndex(
      (leaf) => prompt && prompt.compareDocumentPosition(leaf) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const [before, next] = [leaves[after - 1], leaves[after]];
    if (!before || !next) throw new Error('no prompt between leaves');
    getSelection()?.setBaseAndExtent(before, 0, next, next.childNodes.length);
    return [before.textContent?.trim().slice(0, 12), next.textContent?.trim().slice(0, 12)];
  });
  const words = await take(page);
  expect(words.split('\n')).toHaveLength(2);
  expect(words.split('\n').map((line) => line.slice(0, 12))).toEqual(ends);
});

test('a drag that ends on a control takes the words up to it', async ({ page }) => {
  await open(page, PACE);
  await page.evaluate(() => {
    const tools = document.querySelector('#armour')?.closest('.sec')?.querySelector('.sec-tools button');
    const leaves = [...document.querySelectorAll('article [data-start]')];
    const heading = leaves.findIndex((leaf) => leaf.closest('.sec')?.querySelector('.sec-tools') && leaf.textContent?.includes('Sex as armour'));
    const before = leaves[heading - 1];
    const control = tools ?? leaves[heading]?.closest('.sec')?.querySelector('.sec-tools button');
    if (!before || !control) throw new Error('no control');
    getSelection()?.setBaseAndExtent(before, 0, control, 0);
  });
  expect(await take(page)).toMatch(/\nSex as armour$/);
});

for (const [kind, slug] of [
  ['ul', 'pace-and-closeness'],
  ['table', 'attachment-patterns'],
  ['blockquote', 'pace-and-closeness'],
  ['figcaption', 'pace-and-closeness'],
] as const) {
  test(`every block of a ${kind} is painted`, async ({ page }) => {
    await open(page, `./read/${slug}/`);
    const block = page.locator(`article ${kind}`).first();
    await block.evaluate((block) => getSelection()?.selectAllChildren(block));
    await toolbar(page).getByRole('button', { name: 'Highlight green' }).click();
    await expect(block.locator('mark[data-colour=green]')).not.toHaveCount(0);
    const bare = await block.evaluate((block) => {
      const leaves = [...block.querySelectorAll('[data-start]')].filter((leaf) => leaf.getClientRects().length > 0);
      return leaves.filter((leaf) => !leaf.querySelector('mark')).map((leaf) => leaf.textContent);
    });
    expect(bare).toEqual([]);
  });
}

test('inside a mark, and from inside one to outside, words are found at their place', async ({ page }) => {
  await open(page, PACE);
  await highlight(page, 'Hold off, and you may fear', 'green');
  await select(page, 'and you may fear seeming');
  await toolbar(page).getByRole('button', { name: 'Highlight pink' }).click();
  await expect(page.locator('article mark[data-colour=pink]').first()).toHaveText('and you may fear');
  await expect(page.locator('article mark[data-colour=pink]').last()).toHaveText(/seeming$/);
});

test('a right click offers nothing, even where the system selects the word under it', async ({ page }) => {
  await open(page, PACE);
  const box = await boxOf(page, PARAGRAPH);
  const word = (offset: number) =>
    leaf(page, PARAGRAPH).evaluate((leaf, offset) => {
      const text = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT).nextNode();
      if (text) getSelection()?.setBaseAndExtent(text, offset, text, offset + 4);
    }, offset);
  /** Until the app has looked at the selection: a field saves itself after a longer rest than that takes. */
  const rested = async (words: string) => {
    await page.getByRole('article').getByRole('textbox').first().evaluate((field: HTMLTextAreaElement, words) => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, words);
    await expect.poll(async () => Object.values(await kept(page)).join()).toContain(words);
  };
  await page.mouse.click(box.left + 30, box.y, { button: 'right' });
  await word(0);
  await rested('first rest');
  await expect(toolbar(page)).toBeHidden();
  // The next selection of the reader's own is one again, and a right click on it takes nothing away.
  await page.mouse.click(box.left + 5, box.y);
  await word(5);
  await expect(toolbar(page)).toBeVisible();
  const at = await page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect());
  await page.mouse.click((at?.left ?? 0) + 4, (at?.top ?? 0) + 6, { button: 'right' });
  await rested('second rest');
  await expect(toolbar(page)).toBeVisible();
  expect(Object.values(await kept(page)).join()).not.toContain('highlight');
});

test('the toolbar goes when a field takes the focus', async ({ page }) => {
  await open(page, PACE);
  await select(page, 'Hold off, and you may fear');
  await page.getByRole('article').getByRole('textbox').first().focus();
  await expect(toolbar(page)).toBeHidden();
});

test('words that an extension or a translation put there are not marked as the article’s', async ({ page }) => {
  await open(page, PACE);
  await select(page, 'Hold off, and you may fear');
  await leaf(page, PARAGRAPH).evaluate((paragraph) => {
    const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text;
    text.data = 'Vieles von dem, was wir sehen';
    getSelection()?.selectAllChildren(paragraph);
  });
  await expect(toolbar(page)).toBeHidden();
});

test.describe('with a finger', { tag: '@touch' }, () => {
  /** Lays a finger on the screen until the system selects the word under it. */
  async function hold(client: CDPSession, x: number, y: number) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('ends inside words mean the whole words, and the toolbar leaves the system’s menu alone', async ({ page }) => {
    await open(page, PACE);
    const box = await boxOf(page, 'Hold off, and you may fear');
    await hold(await page.context().newCDPSession(page), box.left + 4, box.y);
    // What the handles of a touch screen do: the selection changes, without a pointer.
    await page.evaluate(() => {
      const leaf = [...document.querySelectorAll('article [data-start]')].find((leaf) => leaf.textContent?.includes('Hold off'));
      const walker = document.createTreeWalker(leaf as Element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode as Text;
        const at = text.data.indexOf('Hold off, and you may fear');
        if (at >= 0) getSelection()?.setBaseAndExtent(text, at + 2, text, at + 'Hold off, and you m'.length);
      }
    });
    await expect(toolbar(page)).toBeVisible();
    await expect(toolbar(page)).toHaveAttribute('data-dock', /foot|head/);
    const [words, bar] = [await boxOf(page, 'Hold off, and you may fear'), await toolbar(page).boundingBox()];
    expect(Math.min(Math.abs((bar?.y ?? 0) - words.y), Math.abs((bar?.y ?? 0) + (bar?.height ?? 0) - words.y))).toBeGreaterThan(100);
    await toolbar(page).getByRole('button', { name: 'Highlight yellow' }).tap();
    await expect(marks(page)).toHaveText(['Hold off, and you may']);
  });

  test('while the finger is down nothing is offered; drawn on by its handles, it means whole words', async ({ page }) => {
    await open(page, PACE);
    const box = await boxOf(page, 'Hold off, and you may fear');
    const hand = await page.context().newCDPSession(page);
    /** Selects as the system does, whose own handles no browser without a screen has: no pointer tells of it. */
    const system = (from: number, to: number) =>
      leaf(page, 'Hold off, and you may fear').evaluate(
        (leaf, [from, to]) => {
          const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode as Text;
            const at = text.data.indexOf('Hold off, and you may fear');
            if (at >= 0) getSelection()?.setBaseAndExtent(text, at + from, text, at + to);
          }
        },
        [from, to] as const,
      );
    const told = () => page.evaluate(() => new Promise((told) => document.addEventListener('selectionchange', () => setTimeout(told, 0), { once: true })));
    await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.left + 4, y: box.y }] });
    const changed = told();
    await system(0, 4);
    await changed;
    await expect(toolbar(page)).toBeHidden();
    await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(toolbar(page)).toBeVisible();
    // Let go, and drawn anew to the middle of a word: no pointer tells of the handles.
    await system(0, 0);
    await expect(toolbar(page)).toBeHidden();
    for (const to of [6, 11, 16, 20]) await system(0, to);
    await expect(toolbar(page)).toHaveAttribute('data-dock', /foot|head/);
    await toolbar(page).getByRole('button', { name: 'Highlight yellow' }).tap();
    await expect(marks(page)).toHaveText(['Hold off, and you may']);
    expect(await quote(page)).toBe('Hold off, and you may');
  });

  test('a second selection straight after the first gives two highlights', async ({ page }) => {
    await open(page, PACE);
    for (const words of ['A swipe takes a second', 'Profiles boil']) {
      const box = await boxOf(page, words);
      await hold(await page.context().newCDPSession(page), box.left + 4, box.y);
      await select(page, words);
      await toolbar(page).getByRole('button', { name: 'Highlight blue' }).tap();
    }
    await expect(marks(page)).toHaveCount(2);
  });

  test('words at the foot of the screen are not covered', async ({ page }) => {
    await open(page, PACE);
    const box = await boxOf(page, PARAGRAPH);
    await page.evaluate((y) => scrollBy(0, y - innerHeight + 100), box.y);
    await select(page, PARAGRAPH);
    await expect(toolbar(page)).toHaveAttribute('data-dock', 'head');
    await expect(toolbar(page)).toBeInViewport({ ratio: 1 });
  });
});

test('a phone’s hidden table head is not part of a selection’s ends', { tag: '@touch' }, async ({ page }) => {
  await open(page, './read/kinds-of-closeness/');
  const table = page.locator('article table').first();
  const first = await table.evaluate((table) => {
    const [head, row] = [table.querySelector('thead'), table.querySelector('tbody [data-start]')];
    if (!head || !row) throw new Error('no rows');
    getSelection()?.setBaseAndExtent(head, 0, row, row.childNodes.length);
    return row.textContent?.trim();
  });
  expect(await take(page)).toBe(first);
});
