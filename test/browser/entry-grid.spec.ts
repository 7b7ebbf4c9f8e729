import type { Browser, BrowserContext, Page } from 'playwright-core';
import { CollectionLineEntity } from '../../src/entry/plan/collection-line.entity.js';
import { IndicatorEntity } from '../../src/indicators/indicator.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OrganisationEntity } from '../../src/programme/organisation.entity.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser } from '../support/browser.js';
import { pasteInto, tabTo } from '../support/keyboard.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const MONTH = '2020-12';
const COUNT = 20;
const FIGURES = Array.from({ length: COUNT }, (_, index) => String(101 + 7 * index));

/** What is read of an element of the page. */
interface Shown {
  dataset: Record<string, string | undefined>;
  offsetHeight: number;
}

interface Kept {
  value?: number;
  status: string;
  version: number;
}

describeWith(chromium)('entering the figures of a month', () => {
  let browser: Browser;
  let server: TestServer;
  let editor: SignedIn;
  let page: Page;
  let keys = 0;
  let loads = 0;

  beforeAll(async () => {
    browser = await launchBrowser(String(chromium));
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    server = await startTestServer({ now: '2021-01-05T09:00:00Z' });
    editor = await signIn(server, 'editor', { name: 'Camille Roux' });
    await awaitFigures();
    page = await open(editor);
  });
  afterEach(async () => {
    await page.context().close();
    await server.close();
  });

  /** Two indicators for each organisation: more figures than one enters in three minutes. */
  async function awaitFigures(): Promise<void> {
    const unitOfWork = server.application.get(UnitOfWork, { strict: false });
    await unitOfWork.write(async (manager) => {
      const indicators = await manager.findBy(IndicatorEntity, [
        { code: 'SPOTS_PARTAGES' },
        { code: 'VUES_RESEAUX' },
      ]);
      const organisations = await manager.find(OrganisationEntity, { order: { id: 'ASC' } });
      const lines = indicators.flatMap((indicator) =>
        organisations.slice(0, 11).map((organisation) => ({
          indicatorId: indicator.id,
          campaignId: null,
          territoryId: null,
          channel: null,
          organisationId: organisation.id,
          frequency: 'month' as const,
          startsOn: null,
          endsOn: null,
          dueDays: null,
          ownerId: null,
          updatedAt: '2020-12-17T08:00:00Z',
        })),
      );
      await manager.insert(CollectionLineEntity, lines);
    });
  }

  async function open(person: SignedIn, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    await sign(context, person);
    return visit(await context.newPage());
  }

  async function sign(context: BrowserContext, person: SignedIn): Promise<void> {
    const [name = '', value = ''] = person.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
  }

  async function visit(on: Page): Promise<Page> {
    await arriveAt(on, `${server.url}/saisie/${MONTH}`);
    keys = 0;
    loads = 0;
    on.on('framenavigated', () => (loads += 1));
    return on;
  }

  const press = async (...names: string[]): Promise<void> => {
    keys += names.length;
    for (const name of names) await page.keyboard.press(name);
  };
  const type = async (text: string): Promise<void> => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  const cells = (on = page) => on.locator('input[data-cell]');
  const states = () =>
    cells().evaluateAll<string[], Shown>((all) => all.map(({ dataset }) => dataset['state'] ?? ''));
  /** Nothing of the grid is of that state. */
  const none = (state: string, on = page): Promise<void> =>
    on.locator(`input[data-cell][data-state=${state}]`).first().waitFor({ state: 'detached' });
  const saved = async (on = page): Promise<void> => {
    await none('waiting', on);
    await on
      .locator('#etat')
      .getByText(/Enregistré à/)
      .waitFor();
  };
  const paste = (text: string): Promise<void> => pasteInto(page, text);

  /** What the programme has of the month, whoever gave it: without what was taken back. */
  async function kept(): Promise<Kept[]> {
    const query = new URLSearchParams({ from: MONTH, to: MONTH, limit: '500' });
    const response = await fetch(`${server.url}/api/v1/measurements?${query}`, { headers: editor.headers });
    const { items } = (await response.json()) as { items: (Kept & { recordedAt: string })[] };
    return items.filter(({ recordedAt, status }) => recordedAt > '2021' && status !== 'withdrawn');
  }
  const values = async (): Promise<string[]> =>
    (await kept()).map(({ value }) => String(value)).sort((one, other) => Number(one) - Number(other));

  it('takes 20 figures by keyboard alone, without loading a page, then sends them', async () => {
    await tabTo(page, 'input[data-cell]');
    for (const figure of FIGURES) {
      await type(figure);
      await press('Enter');
    }
    await saved();
    process.stdout.write(`20 figures: ${keys} keystrokes, ${loads} page loads\n`);
    expect(loads).toBe(0);
    expect(keys).toBeLessThanOrEqual(COUNT * 4);
    expect(await values()).toEqual(FIGURES);
    await tabTo(page, '[data-submit]');
    await Promise.all([page.waitForEvent('load'), press('Enter')]);
    await page.getByText('20 chiffres transmis pour validation').waitFor();
    expect((await kept()).map(({ status }) => status)).toEqual(FIGURES.map(() => 'submitted'));
  });

  it('says each cell to a screen reader: what is counted, of whom, when, in what, and what became of it', async () => {
    const first = cells().first();
    const name = await first.getAttribute('aria-label');
    expect(name).toMatch(/^Vues sur les réseaux sociaux.*, décembre\s2020, en vue$/);
    const tree = await page.locator('#saisie').ariaSnapshot();
    expect(tree.match(/textbox "[^"]+, décembre\s2020, en [^"]+"/g)?.length).toBe(await cells().count());
    await first.fill('12');
    await first.press('Enter');
    await saved();
    const note = (await first.getAttribute('aria-describedby')) ?? '';
    const description = await page.locator(`[id="${note}"]`).textContent();
    expect(description).toMatch(/^Enregistré/);
    expect(await flaws(page)).toEqual([]);
  });

  it('takes a block of twelve rows with their names, shows the bad one, and gives all back at once', async () => {
    const rows = FIGURES.slice(0, 12).map(
      (figure, row) => `Ligne ${'abcdefghijkl'[row]}\t${row === 6 ? 'dix-huit' : figure}\r\n`,
    );
    await tabTo(page, 'input[data-cell]');
    await paste(rows.join(''));
    const report = page.locator('.paste-report');
    await report.getByText('11 cases collées, 1 à revoir.').waitFor();
    expect((await states()).slice(0, 12).filter((state) => state === 'refused')).toHaveLength(1);
    await report.getByRole('link').first().press('Enter');
    expect(await page.locator(':focus').inputValue()).toBe('dix-huit');
    expect(await kept()).toHaveLength(11);
    expect(await flaws(page)).toEqual([]);
    await page.locator(':focus').press('Control+z');
    await saved();
    await none('draft');
    await none('refused');
    expect(await kept()).toEqual([]);
    await page.keyboard.press('Control+Shift+z');
    await page.locator('input[data-state=refused]').waitFor();
    await saved();
    expect(await kept()).toHaveLength(11);
  });

  it('keeps 20 figures whose network is cut, once each, although the page is closed meanwhile', async () => {
    const context = page.context();
    await tabTo(page, 'input[data-cell]');
    for (const [index, figure] of FIGURES.entries()) {
      if (index === 9) await context.setOffline(true);
      await type(figure);
      await press('Enter');
    }
    await page
      .locator('#etat')
      .getByText('Enregistré sur cet appareil, envoi dès le retour du réseau')
      .waitFor();
    expect((await kept()).length).toBeLessThan(COUNT);
    await page.close();
    await context.setOffline(false);
    page = await visit(await context.newPage());
    // What the page sent while it closed may have arrived: this one then finds everything there and has nothing to say.
    await none('waiting');
    expect(await values()).toEqual(FIGURES);
    expect((await kept()).map(({ version }) => version)).toEqual(FIGURES.map(() => 1));
    expect(await page.evaluate<number>('localStorage.length')).toBe(0);
    expect(await cells().first().inputValue()).toBe(FIGURES[0]);
  });

  it('keeps everything while the session is over, and goes on when one comes back signed in', async () => {
    const context = page.context();
    await context.clearCookies();
    await tabTo(page, 'input[data-cell]');
    await type('35');
    await press('Enter');
    await page.locator('#etat').getByText('reconnectez-vous dans un autre onglet').waitFor();
    expect(await kept()).toEqual([]);
    await sign(context, editor);
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await saved();
    expect(await kept()).toMatchObject([{ value: 35, version: 1 }]);
    expect(loads).toBe(0);
  });

  it('shows two people what each wrote in one cell, and writes what is chosen', async () => {
    const other = await signIn(server, 'editor', { name: 'Marie Vidal' });
    const theirs = await open(other);
    await cells(theirs).first().fill('41');
    await cells(theirs).first().press('Enter');
    await saved(theirs);
    await tabTo(page, 'input[data-cell]');
    await type('35');
    await press('Enter');
    const question = page.getByRole('group', { name: /deux saisies différentes/ });
    await question.waitFor();
    expect((await question.innerText()).replace(/\s+/g, ' ')).toMatch(
      /^Votre saisie « 35 » Celle de Marie Vidal, 5 janvier 2021 à/,
    );
    expect(await values()).toEqual(['41']);
    expect(await flaws(page)).toEqual([]);
    await cells().first().focus();
    await press('Tab', 'Enter');
    await question.waitFor({ state: 'detached' });
    await saved();
    expect(await kept()).toMatchObject([{ value: 35, version: 2 }]);
    await theirs.context().close();
  });

  it('opens the sheet of a cell, whose forms do not leave the grid', async () => {
    await tabTo(page, 'input[data-cell]');
    await type('35');
    await press('F2');
    await page.locator('#fiche h2:focus').waitFor();
    await page
      .getByLabel(/^Source/)
      .first()
      .fill('Relevé du formulaire');
    await page.locator('#fiche form').first().getByRole('button', { name: 'Enregistrer' }).click();
    await page.locator('#fiche [role=status]').waitFor();
    expect(loads).toBe(0);
    await press('Escape');
    await page.locator('input[data-cell]:focus[data-version="2"]').waitFor();
    await type('36');
    await press('Enter');
    await saved();
    expect(await kept()).toMatchObject([{ value: 36, version: 3 }]);
  });

  it('takes the same by touch on a telephone', async () => {
    await page.context().close();
    page = await open(editor, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    for (const [index, figure] of FIGURES.entries()) {
      await cells().nth(index).tap();
      await page.keyboard.type(figure);
    }
    const sizes = await cells().evaluateAll<number[], Shown>((all) => all.map((one) => one.offsetHeight));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await Promise.all([page.waitForEvent('load'), page.locator('[data-submit]').tap()]);
    await page.getByText('20 chiffres transmis pour validation').waitFor();
    expect(await values()).toEqual(FIGURES);
    expect(await flaws(page)).toEqual([]);
  });
});
