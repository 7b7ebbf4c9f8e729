import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION, startTestServer, type TestServer } from '../support/application.js';
import { flaws, launchBrowser } from '../support/browser.js';
import { signIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

/** Cells that something covers once the focus is on them, downwards then upwards. */
const COVERED = `(() => {
  const cells = [...document.querySelectorAll('input[data-cell]')];
  return [...cells, ...cells.toReversed()].filter((cell) => {
    cell.focus();
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return [top + 2, bottom - 2].some((y) => document.elementFromPoint((left + right) / 2, y) !== cell);
  }).map(({ id }) => id);
})()`;

/** Cells cut by the edge of the sheet, which scrolls sideways when it must. */
const CUT = `[...document.querySelectorAll('input[data-cell]')].filter((cell) =>
  cell.getBoundingClientRect().right > cell.closest('.entry-sheet-scroll').getBoundingClientRect().right
).map(({ id }) => id)`;

const TOO_WIDE = 'document.documentElement.scrollWidth - window.innerWidth';

describeWith(chromium)('the looks of the entry pages', () => {
  let browser: Browser;
  let server: TestServer;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser(String(chromium));
    server = await startTestServer({ seed: DEMONSTRATION, now: '2026-02-05T09:00:00Z' });
    const editor = await signIn(server, 'editor', { name: 'Camille Roux' });
    const [name = '', value = ''] = editor.headers.cookie.split('=');
    const context = await browser.newContext();
    await context.addCookies([{ name, value, url: server.url }]);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
  }

  it.each([320, 640, 900, 1000, 1100, 1280])(
    'shows every cell whole at %i px, also under the bar',
    async (width) => {
      await open('/saisie/2026-01', width);
      expect(await page.locator('input[data-cell]').count()).toBeGreaterThan(20);
      expect(await page.evaluate(CUT)).toEqual([]);
      expect(await page.evaluate(COVERED)).toEqual([]);
      expect(await page.evaluate(TOO_WIDE)).toBe(0);
    },
  );

  it.each(['/saisie/2026-01', '/saisie/2026-01/articles-presse', '/validation', '/recherche?q=vues'])(
    'keeps %s within the screen, and its header apart, with text twice as large',
    async (path) => {
      await open(path, 1280);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await page.evaluate(TOO_WIDE)).toBe(0);
      expect(await page.evaluate(CUT)).toEqual([]);
      const brand = await page.locator('.brand-name').boundingBox();
      const nav = await page.locator('.nav').boundingBox();
      expect(nav?.y).toBeGreaterThanOrEqual((brand?.y ?? 0) + (brand?.height ?? 0));
    },
  );

  it('has no flaw on the grid of a whole month', async () => {
    await open('/saisie/2026-01', 1280);
    expect(await flaws(page)).toEqual([]);
  });
});
