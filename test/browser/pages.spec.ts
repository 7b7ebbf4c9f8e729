import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION, PRESS_RELEASE, startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, axeViolations, launchBrowser, watch } from '../support/browser.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

const DATA_SETS = [
  {
    seed: PRESS_RELEASE,
    paths: [
      '/',
      '/tableau-de-bord/2020',
      '/operations',
      '/operations/op-2020-spots',
      '/operations/op-2020-competition-2',
      '/indicateurs',
      '/indicateurs/visiteurs-stand',
      '/indicateurs/visiteurs-stand/provenance?annee=2020',
      '/recherche?q=sets%20de%20table',
      '/recherche?q=stes',
      '/donnees',
      '/accessibilite',
      '/mentions-legales',
      '/donnees-personnelles',
    ],
  },
  {
    seed: DEMONSTRATION,
    paths: [
      '/',
      '/tableau-de-bord/2024',
      '/operations',
      '/indicateurs',
      '/indicateurs/visites-site?annee=2024&comparer=2023',
      '/indicateurs/note-satisfaction',
      '/recherche?q=2024',
      '/donnees',
    ],
  },
];
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

describeWith(chromium).each(DATA_SETS)('pages of $seed in a browser', ({ seed, paths }) => {
  let server: TestServer;
  let browser: Browser;
  /** Goes from address to address: a page of its own for each visit takes as long to start as to be looked at. */
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    server = await startTestServer({ seed });
    browser = await launchBrowser(String(chromium));
    page = await browser.newPage();
    complaints = watch(page, server.url);
  });
  beforeEach(async () => {
    complaints.splice(0);
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(paths.flatMap((path) => SIZES.map((size) => [path, size] as const)))(
    '%s at %o: nothing for axe, no violation of the policy, nobody else called, no sideways scroll',
    async (path, viewport) => {
      await page.setViewportSize(viewport);
      await arriveAt(page, server.url + path);
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - window.innerWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );

  it.each(paths)('%s in the dark, with high contrast and with large text', async (path) => {
    await page.setViewportSize({ width: 640, height: 800 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await arriveAt(page, server.url + path);
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await axeViolations(page)).toEqual([]);
  });

  it('reads without scripts: figures, charts as drawings, tables', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await arriveAt(plain, server.url, false);
    expect(await plain.locator('main svg').count()).toBeGreaterThan(0);
    expect(await plain.locator('main table').count()).toBeGreaterThan(0);
    expect(await plain.locator('h1').count()).toBe(1);
    await plain.close();
  });

  it('lets the charts be read by keyboard, and the content be reached first', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await arriveAt(page, server.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.getAttribute("href")')).toBe('#contenu');
    await page.keyboard.press('Enter');
    const chart = page.locator('[data-chart]').first();
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('canvas').waitFor({ state: 'visible' });
    expect(await chart.locator('canvas').getAttribute('role')).toBe('img');
    expect(await chart.locator('canvas').getAttribute('aria-label')).toMatch(/\d/);
    expect(complaints).toEqual([]);
  });

  it('is light: at most 200 KB and 12 requests the first time', async () => {
    const first = await browser.newPage();
    await first.goto(server.url, { waitUntil: 'networkidle' });
    const transferred = await first.evaluate(() =>
      performance
        .getEntries()
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .map((entry) => ({ name: entry.name, size: entry.transferSize })),
    );
    await first.close();
    const real = transferred.filter(({ name }) => !name.startsWith('data:'));
    expect(real.length).toBeLessThanOrEqual(12);
    expect(real.reduce((total, { size }) => total + size, 0)).toBeLessThanOrEqual(200 * 1_024);
  });
});
