/**
 * A reader who has a keyboard and nothing else.
 *
 * Wherever the focus comes to, it has to be seen: in the window, under nothing, and looking otherwise than it does without
 * the focus. Whoever walks by these hands looks at every stop on the way.
 */
import type { ElementHandle, JSHandle, Locator, Page } from '@playwright/test';
import { expect } from './reader';

/** So many stops are too far for anything. */
const FAR = 90;

/** Where the focus is, and how it looks there. */
interface Stop {
  element: Element | null;
  /** How it looks; `null` for what is a place and no control. */
  look: string | null;
  /** What is wrong with it: nothing, where it can be seen. */
  faults: string[];
  /** The stop before it, where that looks the same with the focus and without it. */
  unseen: string | undefined;
  /** Whether it is the goal, and whether the goal is still on the page. */
  there: boolean;
  gone: boolean;
}

/** Looks at where the focus is, and once more at where it was. */
const look = (page: Page, before: JSHandle<Stop> | null, goal: ElementHandle | null) =>
  page.evaluateHandle(
    ([before, goal]): Stop => {
      const lookOf = (element: Element | null) => {
        if (!element?.isConnected || element === document.body) return null;
        // A heading that was led to is a place, where nothing can be pressed.
        if (element.matches('[tabindex="-1"]:not(a, button, input, select, textarea, [role=button])')) return null;
        const style = (element: Element | null | undefined, part?: string) => {
          if (!element) return '';
          const { outlineStyle, outlineWidth, outlineColor, outlineOffset, boxShadow, borderBottom } = getComputedStyle(element, part);
          const outline = outlineStyle === 'none' ? 'none' : [outlineStyle, outlineWidth, outlineColor, outlineOffset].join(' ');
          return [outline, boxShadow, borderBottom].join('; ');
        };
        // A box that is drawn by what stands beside it, and a field that its bar is framed for.
        const beside = element.matches('label > input') ? element.nextElementSibling : null;
        const own = getComputedStyle(element).opacity === '0' ? '' : style(element);
        return [own, style(element, '::before'), style(beside), style(element.closest('label')), style(element.closest('.dock'))].join(' | ');
      };
      const faultsOf = (element: Element | null): string[] => {
        if (!element || element === document.body) return ['nothing has the focus'];
        const name = `${element.localName} “${(element.getAttribute('aria-label') || element.textContent || element.id).trim().slice(0, 40)}”`;
        if (!element.checkVisibility({ visibilityProperty: true })) return [`${name} is not shown`];
        const box = element.getClientRects()[0] ?? new DOMRect();
        if (box.width < 2 || box.height < 2) return [`${name} has no room`];
        // What is taller than the window can't be in it whole.
        const end = Math.min(box.bottom, Math.max(box.top, 0) + innerHeight / 2) - 3;
        const [left, right, top] = [box.left + 3, box.right - 3, box.top + 3];
        const label = element.closest('label');
        const points = [[(left + right) / 2, (top + end) / 2], [left, top], [right, top], [left, end], [right, end]] as const;
        return points.flatMap(([x, y]) => {
          const over = document.elementFromPoint(x, y);
          if (!over) return [`${name} is out of the window at ${x}, ${y}`];
          const own = element.contains(over) || over.contains(element) || label?.contains(over);
          return own ? [] : [`${name} is under ${over.localName}.${over.className} at ${x}, ${y}`];
        });
      };
      const element = document.activeElement;
      const left = before?.element ?? null;
      const same = before?.look != null && left !== element && lookOf(left) === before.look;
      return {
        element,
        look: lookOf(element),
        faults: faultsOf(element),
        unseen: same ? (left?.cloneNode() as Element).outerHTML : undefined,
        there: element !== null && element === goal,
        gone: !goal?.isConnected,
      };
    },
    [before, goal] as const,
  );

/** What is said of a stop. */
const said = (stop: JSHandle<Stop>) =>
  stop.evaluate(({ element, look, ...rest }) => ({ ...rest, nowhere: !element || element === document.body, look }));

/** Expects the focus where it can be seen: at `target`, or wherever it is. */
export async function inSight(page: Page, target?: Locator) {
  if (target) await expect(target).toBeFocused();
  await expect.poll(async () => (await said(await look(page, null, null))).faults, { timeout: 10_000 }).toEqual([]);
}

/** Goes from stop to stop until the focus is at `target`, which comes by its role and name. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  let goal = await target.elementHandle();
  let stop = await look(page, null, goal);
  for (let stops = 0; !(await said(stop)).there; stops++) {
    expect(stops, `not reached by ${key}: ${target}`).toBeLessThan(FAR);
    await page.keyboard.press(key);
    stop = await look(page, stop, goal);
    const { unseen, faults, nowhere, gone } = await said(stop);
    expect(unseen, 'looks the same with the focus and without it').toBeUndefined();
    if (faults.length > 0 && !nowhere) await inSight(page);
    if (gone) goal = await target.elementHandle();
  }
  await inSight(page, target);
}

/** Goes to a control and presses it. */
export async function press(page: Page, target: Locator, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab') {
  await tabTo(page, target, way);
  await page.keyboard.press(key);
}

/** Goes to a field and types in it. */
export async function type(page: Page, target: Locator, words: string, way: 'Tab' | 'Shift+Tab' = 'Tab') {
  await tabTo(page, target, way);
  await page.keyboard.type(words);
}
