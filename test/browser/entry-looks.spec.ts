import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMONSTRATION, startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser } from '../support/browser.js';
import { keyboardFlaws, pasteInto } from '../support/keyboard.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

/** Cells that something covers once the focus is on them, downwards then upwards; one of so many. */
const covered = (step = 1): string => `(() => {
  const cells = [...document.querySelectorAll('input[data-cell]')].filter((_, index) => index % ${step} === 0);
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

/** Cells whose text is wider than they are. */
// Both are rounded, each its own way: one pixel cuts nothing.
const CLIPPED = `[...document.querySelectorAll('input[data-cell]')].filter(
  (cell) => cell.scrollWidth > cell.clientWidth + 1
).map(({ id }) => id)`;

const TOO_WIDE = 'document.documentElement.scrollWidth - window.innerWidth';

describeWith(chromium)('the looks of the entry pages', () => {
  let browser: Browser;
  let server: TestServer;
  let editor: SignedIn;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser(String(chromium));
    server = await startTestServer({ seed: DEMONSTRATION, now: '2026-02-05T09:00:00Z' });
    editor = await signIn(server, 'editor', { name: 'Camille Roux' });
    const context = await browser.newContext();
    await sign(context, editor);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function sign(context: BrowserContext, person: SignedIn): Promise<void> {
    const [name = '', value = ''] = person.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
  }

  async function open(path: string, width: number): Promise<void> {
    await page.setViewportSize({ width, height: 700 });
    await arriveAt(page, server.url + path);
  }

  it.each([320, 640, 900, 1000, 1100, 1280])(
    'shows every cell whole at %i px, also under the bar',
    async (width) => {
      await open('/saisie/2026-01', width);
      expect(await page.locator('input[data-cell]').count()).toBeGreaterThan(20);
      expect(await page.evaluate(CUT)).toEqual([]);
      expect(await page.evaluate(covered())).toEqual([]);
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

  it.each(['/saisie/2026-01', '/saisie/2025?vue=mois'])('has no flaw on %s', async (path) => {
    await open(path, 1280);
    expect(await flaws(page)).toEqual([]);
  });

  describe('of a year by months', () => {
    const YEAR = '/saisie/2025?vue=mois';
    const [FIRST, SECOND] = ['visites-site~~~~cci-aubrelle', 'visites-site~~~~cma-aubrelle'];
    const cellOf = (key: string, month: string) => page.locator(`[id="c-2024-${month}-${key}"]`);
    const drafts = async (): Promise<number> => {
      const query = 'indicator=VISITES_SITE&from=2024-01&to=2024-12&limit=500';
      const answer = await fetch(`${server.url}/api/v1/measurements?${query}`, { headers: editor.headers });
      const { items } = (await answer.json()) as { items: { status: string }[] };
      return items.filter(({ status }) => status === 'draft').length;
    };
    const saved = async (): Promise<void> => {
      await page.locator('input[data-state=waiting]').first().waitFor({ state: 'detached' });
      await page.locator('#etat [data-sending=rest]').waitFor();
    };

    it.each([320, 641, 1280])('scrolls in its own frame at %i px, and covers no cell', async (width) => {
      await open(YEAR, width);
      expect(await page.locator('input[data-cell]').count()).toBeGreaterThan(300);
      expect(await page.evaluate(covered(17))).toEqual([]);
      expect(await page.evaluate(TOO_WIDE)).toBe(0);
      expect(await page.evaluate(CLIPPED)).toEqual([]);
    });

    it('keeps names on the left and months on top while it scrolls', async () => {
      await open(YEAR, 1280);
      const name = page.locator('.year-sheet tbody th[scope=row]').nth(20);
      const frame = page.locator('.entry-sheet-scroll');
      await name.scrollIntoViewIfNeeded();
      const before = await name.boundingBox();
      await frame.evaluate<unknown, { scrollLeft: number }>((one) => (one.scrollLeft = 400));
      expect((await name.boundingBox())?.x).toBe(before?.x);
      const top = await frame.boundingBox();
      const month = await page.locator('.year-sheet thead th').nth(8).boundingBox();
      expect(Math.round((month?.y ?? 0) - (top?.y ?? 0))).toBe(0);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await page.evaluate(TOO_WIDE)).toBe(0);
    });

    it('is reached by keyboard, each stop seen, by a partner of their own rows', async () => {
      const partner = await signIn(server, 'contributor', { organisation: 'CCI-AUBRELLE' });
      for (const width of [1280, 390]) {
        const context = await browser.newContext({
          viewport: { width, height: 844 },
          reducedMotion: 'reduce',
        });
        await sign(context, partner);
        const theirs = await context.newPage();
        await theirs.goto(`${server.url}/saisie/2024?vue=mois&ajout=${FIRST},${SECOND}`);
        expect(await theirs.locator('[data-row]').count()).toBeGreaterThan(0);
        expect(await theirs.locator(`[data-row="${SECOND}"]`).count()).toBe(0);
        expect(await keyboardFlaws(theirs)).toEqual([]);
        await context.close();
      }
    });

    it('takes two rows of twelve months with one bad cell, gives all back, and sends the year at once', async () => {
      await open(`/saisie/2024?vue=mois&ajout=${FIRST},${SECOND}`, 1280);
      let loads = 0;
      page.on('framenavigated', () => (loads += 1));
      await cellOf(FIRST, '01').focus();
      const block = [101, 202].map((from, row) =>
        Array.from({ length: 12 }, (_, month) =>
          row + month === 5 && row === 1 ? 'dix-huit' : from + 7 * month,
        ),
      );
      await pasteInto(page, block.map((row) => `${row.join('\t')}\r\n`).join(''));
      const report = page.locator('.paste-report');
      await report.getByText('23 cases collées, 1 à revoir.').waitFor();
      await saved();
      expect(await drafts()).toBe(23);
      const total = page.locator(`[data-row="${FIRST}"] [data-total]`);
      expect(await total.textContent()).toMatch(/^1\s674$/);
      await report.getByRole('link', { name: /mai\s2024/ }).press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe(`c-2024-05-${SECOND}`);
      const note = await cellOf(SECOND, '05').getAttribute('aria-describedby');
      expect(await page.locator(`[id="${note}"]`).innerText()).toMatch(/^Refusé «\sdix-huit\s» n’est pas/);
      expect(await page.locator('[data-cell-words]').innerText()).toMatch(/mai\s2024.*dix-huit/);
      await page.keyboard.press('F2');
      expect(await page.locator('#fiche h2:focus').innerText()).toMatch(/mai\s2024/);
      await page.keyboard.press('Escape');
      expect(await page.locator('#fiche').count()).toBe(0);
      await page.keyboard.press('Control+z');
      await page.locator('input[data-state=draft]').first().waitFor({ state: 'detached' });
      await saved();
      expect(await drafts()).toBe(0);
      await page.keyboard.press('Control+Shift+z');
      await cellOf(SECOND, '05').fill('18');
      await cellOf(SECOND, '05').press('Enter');
      await page.locator('input[data-state=refused]').waitFor({ state: 'detached' });
      await saved();
      expect(await drafts()).toBe(24);
      expect(loads).toBe(0);
      await page.locator('#motif').fill('Rattrapage de 2024');
      await Promise.all([page.waitForEvent('load'), page.locator('[data-submit]').click()]);
      await page.getByText('24 chiffres transmis pour validation').waitFor();
      expect(await cellOf(SECOND, '05').inputValue()).toBe('18');
      expect(await drafts()).toBe(0);
    });
  });
});
