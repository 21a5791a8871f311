/**
 * How the browser tests run: against a built site that is served already, on a phone's screen and on a desktop's; under a
 * sub-path, those that a path can make a difference to.
 *
 * CLOSELY_URL: the site's address with its slash at the end (`cargo xtask test` serves the site and sets it).
 * CLOSELY_SITE_URL: the address the site was built for, if any. CLOSELY_ARTICLES: its folder of articles, if not the
 * project's own. CHROMIUM: the browser, if not Playwright's own; CHROMIUM_SHELL: the same without its window.
 * CLOSELY_DIST: the folder of the built site, for specs that serve it themselves (see host.ts).
 * CLOSELY_RUN: a name for this run, so that the results of several stand side by side.
 */
import { defineConfig } from '@playwright/test';

const env = process.env;
const run = env.CLOSELY_RUN ?? 'by-hand';
const isRoot = process.getuid?.() === 0;

/*
 * A test tagged @touch wants a finger, one tagged @pointer a mouse or a keyboard, one tagged @path a site under a path.
 */

/** What no screen's size or finger makes a difference to. */
const SAME_ON_PHONES = [
  'books', 'broken', 'budgets', 'cite', 'data', 'exit', 'export', 'faults', 'import', 'install', 'keyboard', 'margin', 'offline',
  'passphrase', 'policy', 'print', 'review', 'tabs', 'update',
];

/** What the path that the site lives under can make a difference to. */
const BY_PATH = [
  'books', 'broken', 'data', 'day', 'educators', 'exit', 'export', 'faults', 'import', 'install', 'links', 'offline', 'packs',
  'policy', 'reading', 'search', 'share', 'stability', 'static', 'tabs', 'update',
];

const specs = (names: string[]) => names.map((name) => `**/${name}.spec.ts`);
const DESKTOP = { viewport: { width: 1280, height: 800 } };

export default defineConfig({
  testDir: 'specs',
  outputDir: `results/${run}`,
  fullyParallel: true,
  forbidOnly: Boolean(env.CI),
  retries: 0,
  workers: 2,
  // Far above what anything takes: only what hangs runs into them, not a machine that is busy.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: `report/${run}.json` }]],
  use: {
    baseURL: env.CLOSELY_URL ?? 'http://127.0.0.1:8080/',
    locale: 'en-GB',
    screenshot: 'only-on-failure',
    // Only specs about the offline copy want one: it answers where others expect the network.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: env.CHROMIUM_SHELL || env.CHROMIUM || undefined,
      args: [
        // Root, and the containers that CI runs in, can't have Chromium's own sandbox.
        ...(isRoot || env.CI ? ['--no-sandbox'] : []),
        // The browser itself asks nothing of the network: what it asks, the pages ask.
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-gpu',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: specs(SAME_ON_PHONES),
      grepInvert: /@pointer|@path/,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', grepInvert: /@touch|@path/, use: DESKTOP },
    // For a site under a sub-path.
    { name: 'path', testMatch: specs(BY_PATH), grepInvert: /@touch/, use: DESKTOP },
  ],
});
