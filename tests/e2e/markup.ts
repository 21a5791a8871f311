/** What valid HTML is here: one set of rules for the pages that are written ahead and for those that the program makes. */
import type { Page } from '@playwright/test';
import { HtmlValidate, type RuleConfig } from 'html-validate';

const RULES: RuleConfig = {
  'doctype-style': ['error', { style: 'lowercase' }],
  // Lists without markers are no lists to Safari's screen reader unless they say so.
  'no-redundant-role': 'off',
  // A landmark of its own for each group of questions would be one too many; a bar of progress can't be styled alike.
  'prefer-native-element': 'off',
  // A page from before a deploy and a file from after it would wedge: the offline worker checks hashes instead.
  'require-sri': 'off',
  'attribute-empty-style': 'off',
  // These forms answer while one types; Enter sends the search without the app.
  'wcag/h32': 'off',
};

const validator = (more: RuleConfig = {}) =>
  new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: { ...RULES, ...more },
  });

const faults = async (validator: HtmlValidate, html: string) => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages).map(({ line, column, message }) => `${line}:${column} ${message}`);
};

const written = validator();

/** What is wrong with a page as it is written. */
export const faultsOf = (html: string) => faults(written, html);

const LIVE: RuleConfig = {
  // A browser writes down as an attribute what was set by the style object: in a page as it is written there is none.
  'no-inline-style': 'off',
  // Of an attribute that is there or not, it writes the empty value, too.
  'attribute-boolean-style': 'off',
  // Notes that came from elsewhere keep the ids that they have there.
  'valid-id': ['error', { relaxed: true }],
};

/** What is wrong with a page as it is now; `more` changes rules where a page has a reason. */
export async function faultsOfLive(page: Page, more: RuleConfig = {}): Promise<string[]> {
  const html = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true);
    // What marks places for the program: in a text box, written down, it would be read as text.
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const comments: ChildNode[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode as ChildNode);
    comments.forEach((comment) => comment.remove());
    return (copy as Element).outerHTML;
  });
  return faults(validator({ ...LIVE, ...more }), `<!doctype html>\n${html}`);
}
