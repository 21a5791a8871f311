/**
 * Finding marked words again after the article was edited, beside approx-string-match: how long a thousand take, and how
 * often they land on wrong words. Both get the same marks and texts and run in the same engine, ours as WebAssembly.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WASI } from 'node:wasi';
import { find } from '../lib/finding.mjs';

export const title = 'Finding quotes again';
const PEER = 'approx-string-match';
/** What takes the peer longer is measured fewer times. */
const LONG = 1000;

/** Has our own program (tests/bench/anchoring, as WebAssembly) write its trials and times; gives them. */
async function ours(root) {
  const built = join(root, 'target/bench/wasm32-wasip1/release/deps');
  const programs = readdirSync(built).filter((name) => /^anchoring-.*\.wasm$/.test(name)).map((name) => join(built, name));
  const newest = programs.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
  const folder = mkdtempSync(join(tmpdir(), 'closely-cases-'));
  const wasi = new WASI({ version: 'preview1', args: ['anchoring', `--cases=${folder}`], preopens: { [root]: root, [folder]: folder } });
  const { instance } = await WebAssembly.instantiate(readFileSync(newest), wasi.getImportObject());
  wasi.start(instance);
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const all = { trials: read('trials.json'), times: read('times.json') };
  rmSync(folder, { recursive: true });
  return all;
}

/** Words that were kept are right to the letter; rewritten ones where four fifths of them overlap. */
function isRight(found, expected, rewrites) {
  if (!found || !expected) return false;
  if (!rewrites) return found[0] === expected[0] && found[1] === expected[1];
  const shared = Math.min(found[1], expected[1]) - Math.max(found[0], expected[0]);
  return shared * 5 >= Math.max(found[1] - found[0], expected[1] - expected[0]) * 4;
}

function timed({ marks, edits }, rounds) {
  return edits.map(({ edit, text, ms }) => {
    const theirs = [];
    for (let round = 0; round < rounds && (round < 2 || theirs[0] < LONG); round++) {
      const from = performance.now();
      for (const mark of marks) find(text, mark);
      theirs.push(performance.now() - from);
    }
    return { name: `1,000 quotes, ms: ${edit}`, values: { Closely: ms, [PEER]: theirs } };
  });
}

function judged(trials) {
  if (trials.some(({ text }) => /[\ud800-\udfff]/.test(text))) throw new Error('positions differ beyond the basic plane');
  const answered = trials.map((trial) => ({ ...trial, theirs: find(trial.text, trial.mark) }));
  const share = (some, holds) => [(100 * some.filter(holds).length) / some.length];
  const kinds = [
    ['the words are there', answered.filter(({ expected, rewrites }) => expected && !rewrites)],
    ['some were rewritten', answered.filter(({ expected, rewrites }) => expected && rewrites)],
    ['they are gone', answered.filter(({ expected }) => !expected)],
  ];
  return kinds.flatMap(([kind, some]) => {
    const right = (of) => share(some, (one) => isRight(of(one), one.expected, one.rewrites));
    const wrong = (of) => share(some, (one) => of(one) && !isRight(of(one), one.expected, one.rewrites));
    const [us, them] = [(one) => one.found, (one) => one.theirs];
    return [
      ...(kind === 'they are gone' ? [] : [{ name: `${kind}: found, %`, values: { Closely: right(us), [PEER]: right(them) }, more: true }]),
      { name: `${kind}: on wrong words, %`, values: { Closely: wrong(us), [PEER]: wrong(them) } },
      { name: `${kind}: the reader is asked, %`, values: { Closely: share(some, ({ review }) => review) } },
    ];
  });
}

export async function measure({ rounds, root, say }) {
  say('ours');
  const { trials, times } = await ours(root);
  say(PEER);
  const rows = [...timed(times, rounds), ...judged(trials)];
  const note =
    'A thousand quotes in a text of 60,000 letters, the text’s preparation included, both in the engine of Node.js at full speed; the peer is ' +
    `used as the best-known client uses it. What takes it more than a second is measured twice. Then ${trials.length.toLocaleString('en-GB')} quotes of 4 to 300 letters, each in its own ` +
    'edited article. Closely asks the reader where it is not sure; the peer never does.';
  return [{ title, note, peers: [PEER], rows }];
}
