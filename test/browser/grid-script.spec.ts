import type { Browser, BrowserContext, Page } from 'playwright-core';
import { arriveAt, axeViolations, launchBrowser } from '../support/browser.js';
import { GridStand } from '../support/grid-stand.js';
import { pasteInto } from '../support/keyboard.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const KEYS = Array.from({ length: 12 }, (_, index) => `ligne-${index + 1}`);

describeWith(chromium)('the script of the grid', () => {
  let browser: Browser;
  let context: BrowserContext;
  let stand: GridStand;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser(String(chromium));
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await context.close();
    await stand.close();
  });

  async function open(columns: string[] = [], carried: [string, string][] = []): Promise<void> {
    stand = await new GridStand(KEYS, columns).open();
    for (const [key, typed] of carried) stand.carried.set(key, typed);
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      timezoneId: 'Europe/Paris',
    });
    page = await context.newPage();
    await visit();
  }

  const visit = async (): Promise<void> => {
    await arriveAt(page, `${stand.url}/saisie/2020-09`);
  };
  const cell = (number: number) => page.locator('input[data-cell]').nth(number - 1);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const status = () => page.locator('#etat');
  const saved = async (): Promise<void> => {
    await page.locator('input[data-state=waiting]').first().waitFor({ state: 'detached' });
    await status()
      .getByText(/Enregistré à \d+\sh\s\d\d/)
      .waitFor();
  };
  const stateOf = (number: number) => cell(number).getAttribute('data-state');
  const focusedName = () =>
    page.evaluate<string>('document.activeElement.name ?? document.activeElement.tagName');
  const paste = (text: string): Promise<void> => pasteInto(page, text);

  /** Waits for the server to have what it must. */
  async function until<T>(read: () => T, wanted: T): Promise<void> {
    for (let turn = 0; turn < 400 && JSON.stringify(read()) !== JSON.stringify(wanted); turn += 1) {
      await new Promise((again) => setTimeout(again, 50));
    }
    expect(read()).toEqual(wanted);
  }

  it('moves with the keys of a spreadsheet, and writes letters like a field', async () => {
    await open();
    await cell(1).focus();
    await page.keyboard.type('plus de 13 000');
    await press('Enter');
    expect(await focusedName()).toBe('c:ligne-2');
    await press('ArrowDown', 'Tab', 'Tab', 'Shift+Tab', 'ArrowUp', 'Shift+Enter');
    expect(await focusedName()).toBe('c:ligne-2');
    await page.keyboard.type('12');
    await press('ArrowLeft');
    await page.keyboard.type('7');
    expect(await cell(2).inputValue()).toBe('172');
    await press('Enter');
    await saved();
    expect(await page.locator('[id="n-2020-09/ligne-1"]').textContent()).toBe('Enregistré lu plus de 13 000');
    expect([stand.texts('ligne-1'), stand.texts('ligne-2')]).toEqual([['plus de 13 000'], ['172']]);
    expect(await status().textContent()).toMatch(/^2 renseignés Enregistré à/);
    expect(stand.pages).toBe(1);
  });

  it('keeps what was typed before it was there', async () => {
    await open();
    let arrive = (): void => undefined;
    const asked = new Promise<void>((come) => (arrive = come));
    await page.route(/grid-.*\.js$/, async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto(`${stand.url}/saisie/2020-09`);
    await cell(1).fill('35');
    await cell(2).fill('36');
    arrive();
    await until(() => stand.texts('ligne-1'), ['35']);
    expect(await cell(2).inputValue()).toBe('36');
    await cell(2).press('Enter');
    await until(() => stand.texts('ligne-2'), ['36']);
  });

  it('says nothing of a save when none was made', async () => {
    await open();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await cell(1).focus();
    await press('Tab', 'Enter');
    expect(await status().textContent()).toBe('0 renseigné ');
    expect(stand.requests).toBe(0);
  });

  it('gives back what was saved, undoes and makes again across saves', async () => {
    await open();
    await cell(1).focus();
    await page.keyboard.type('35');
    await press('Enter', 'ArrowUp');
    await saved();
    await page.keyboard.type('4');
    await press('Escape');
    expect(await cell(1).inputValue()).toBe('35');
    await page.keyboard.type('40');
    await press('Enter');
    await until(() => stand.texts('ligne-1'), ['35', '40']);
    await press('Control+z');
    await until(() => stand.texts('ligne-1'), ['35', '40', '35']);
    expect(await focusedName()).toBe('c:ligne-1');
    await press('Control+z', 'Control+Shift+z', 'Control+Shift+z');
    await until(() => stand.texts('ligne-1').at(-1), '40');
    expect(await cell(1).inputValue()).toBe('40');
  });

  it('takes a block of two columns and twelve rows, says which cell is bad, and one undo takes all back', async () => {
    await open(['2020-09', '2020-08']);
    const block = KEYS.map((_, row) => `${row === 4 ? 'dix-huit' : row + 1}\t1\u202f${100 + row}\r\n`).join(
      '',
    );
    await cell(1).focus();
    await paste(block);
    const report = page.locator('.paste-report');
    await report.getByText('23 cases collées, 1 à revoir.').waitFor();
    expect(stand.given).toBe(23);
    expect(stand.texts('ligne-3', '2020-08')).toEqual(['1\u202f102']);
    await report.getByRole('link', { name: 'ligne-5, 2020-09' }).click();
    expect(await page.locator(':focus').inputValue()).toBe('dix-huit');
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await press('Control+z');
    await until(() => stand.given, 0);
    expect(
      await page
        .locator('input[data-cell]')
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
    ).toEqual(Array.from({ length: 24 }, () => ''));
  });

  it('fills the cells that are empty with what the month before says, in one step', async () => {
    await open(
      [],
      [
        ['ligne-1', '90'],
        ['ligne-2', 'plus de 13 000'],
        ['ligne-4', '97'],
      ],
    );
    await cell(1).focus();
    await page.keyboard.type('35');
    await page.getByRole('button', { name: 'Reprendre août' }).click();
    await page.getByText('2 cases reprises de la période d’avant, à vérifier. Ctrl + Z annule.').waitFor();
    await until(() => stand.texts('ligne-4'), ['97']);
    expect([stand.texts('ligne-1'), stand.texts('ligne-2')]).toEqual([['35'], ['plus de 13 000']]);
    expect(await focusedName()).toBe('c:ligne-2');
    await saved();
    await press('Control+z');
    await until(() => stand.given, 1);
    expect([await cell(1).inputValue(), await cell(2).inputValue()]).toEqual(['35', '']);
    expect(stand.pages).toBe(1);
  });

  it('shows both texts when somebody else wrote first, and writes what is chosen by keyboard', async () => {
    await open();
    stand.write({ key: '2020-09/ligne-1', typed: '41', version: 0 }, 'Marie');
    stand.write({ key: '2020-09/ligne-2', typed: '42', version: 0 }, 'Marie');
    await cell(1).focus();
    await page.keyboard.type('35');
    await press('Enter');
    await page.keyboard.type('36');
    await press('Enter');
    const first = page.getByRole('group', { name: 'ligne-1, septembre 2020 : deux saisies différentes' });
    await first.waitFor();
    expect((await first.innerText()).replace(/\s+/g, ' ')).toBe(
      'Votre saisie « 35 » Celle de Marie, 10 h 12 « 41 » Garder la mienne Prendre la sienne',
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(stand.texts('ligne-1')).toEqual(['41']);
    await cell(1).focus();
    await press('Tab', 'Enter');
    await until(() => stand.texts('ligne-1'), ['41', '35']);
    await cell(2).focus();
    await press('Tab', 'Tab', 'Space');
    expect(await cell(2).inputValue()).toBe('42');
    expect(await page.locator('.cell-conflict').count()).toBe(0);
    await press('Control+z');
    await until(() => stand.texts('ligne-2'), ['42', '36']);
  });

  it('goes on without network, across a reload, and sends each cell once', async () => {
    await open();
    await cell(1).focus();
    for (const [index] of KEYS.entries()) {
      if (index === 4) await context.setOffline(true);
      await page.keyboard.type(String(index + 1));
      await press('Enter');
    }
    await status().getByText('Enregistré sur cet appareil, envoi dès le retour du réseau').waitFor();
    await cell(6).focus();
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await visit();
    await until(() => stand.given, 12);
    await saved();
    expect(KEYS.map((key) => stand.texts(key))).toEqual(KEYS.map((_, index) => [String(index + 1)]));
    expect(await page.evaluate<number>('localStorage.length')).toBe(0);
  });

  it('loses nothing of two tabs that are closed without network', async () => {
    await open();
    const other = await context.newPage();
    await arriveAt(other, `${stand.url}/saisie/2020-09`);
    await context.setOffline(true);
    for (const [on, number] of [
      [page, 1],
      [other, 2],
      [page, 3],
      [other, 4],
    ] as const) {
      const field = on.locator('input[data-cell]').nth(number - 1);
      await field.fill(String(30 + number));
      await field.press('Enter');
    }
    expect(await page.evaluate<number>('localStorage.length')).toBe(4);
    await page.close();
    await other.close();
    await context.setOffline(false);
    page = await context.newPage();
    await visit();
    await saved();
    expect(KEYS.slice(0, 4).map((key) => stand.texts(key))).toEqual([['31'], ['32'], ['33'], ['34']]);
  });

  it('keeps everything while the session is over, and goes on under the next one', async () => {
    await open();
    stand.signOut();
    await cell(1).focus();
    await page.keyboard.type('35');
    await press('Enter');
    await status().getByText('reconnectez-vous dans un autre onglet').waitFor();
    expect(await stateOf(1)).toBe('waiting');
    stand.signInAgain();
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await saved();
    expect(stand.texts('ligne-1')).toEqual(['35']);
  });

  it('opens the detail of a cell, and comes back to it', async () => {
    await open();
    await cell(2).focus();
    await press('F2');
    await page.locator('#fiche h2:focus').waitFor();
    expect(await page.locator(':focus').innerText()).toBe('/saisie/2020-09/ligne-2');
    await press('Tab', 'Escape');
    expect(await focusedName()).toBe('c:ligne-2');
  });

  it('keeps what is being typed when the page goes away', async () => {
    await open();
    await cell(3).focus();
    await page.keyboard.type('112 000');
    await visit();
    await until(() => stand.texts('ligne-3'), ['112 000']);
    await cell(3).focus();
    expect(await cell(3).inputValue()).toBe('112 000');
  });

  it('sends the form once its cells are saved', async () => {
    await open();
    await cell(1).focus();
    await page.keyboard.type('35');
    const [sent] = await Promise.all([
      page.waitForRequest(
        (request) => request.url().endsWith('/saisie/2020-09') && request.method() === 'POST',
      ),
      page.getByRole('button', { name: 'Envoyer pour validation' }).click(),
    ]);
    // A browser closed in the middle of a navigation may never answer.
    await page.waitForURL('**/saisie/2020-09?fait=*', { waitUntil: 'load' });
    expect(stand.texts('ligne-1')).toEqual(['35']);
    const fields = new URLSearchParams(sent.postData() ?? '');
    expect([fields.get('c:ligne-1'), fields.get('v:ligne-1'), fields.get('action')]).toEqual([
      '35',
      '1',
      'submit',
    ]);
  });
});
