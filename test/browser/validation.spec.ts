import type { Browser, Page } from 'playwright-core';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

describeWith(chromium)('the queue of validation in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let editor: SignedIn;
  let validator: SignedIn;

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launchBrowser(String(chromium));
    editor = await signIn(server, 'editor', { name: 'Marie Dupont' });
    validator = await signIn(server, 'validator');
    const measurements = server.application.get(MeasurementsService, { strict: false });
    const context = {
      recordedBy: `person:${editor.personId}`,
      defaultStatus: 'submitted' as const,
      partial: false,
      reason: 'Relevé du mois',
    };
    const month = (indicator: string, campaign: string, number: string, value: number) => ({
      indicator,
      campaign,
      periodStart: `2020-${number}-01`,
      periodEnd: `2020-${number}-30`,
      value,
      source: 'Formulaire en ligne',
    });
    await measurements.record(
      [
        month('SPOTS_PARTAGES', 'OP-2020-SPOTS', '06', 118),
        month('SPOTS_PARTAGES', 'OP-2020-SPOTS', '09', 35),
        month('SPOTS_PARTAGES', 'OP-2020-SPOTS', '11', 4),
        month('VISITEURS_STAND', 'OP-2020-SALON-PARIS', '04', 12),
        { ...month('VISITEURS_STAND', 'OP-2020-SALON-PARIS', '06', 13), organisation: 'CCI46' },
      ],
      context,
    );
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(person: SignedIn, path = '/validation'): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = person.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    const complaints = watch(page, server.url);
    await arriveAt(page, server.url + path);
    return { page, complaints };
  }

  it('has no flaw at any size, for whoever decides and whoever looks on', async () => {
    for (const person of [validator, editor]) {
      const { page, complaints } = await open(person);
      expect(await flaws(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });

  it('is gone through by the keyboard: V validates and goes on, C asks for a correction', async () => {
    const { page, complaints } = await open(validator);
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.id');
    const ids = await page.evaluate<string[]>(
      "[...document.querySelectorAll('[data-item]')].map(({ id }) => id)",
    );
    await page.locator('[data-item]').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    expect(await focused()).toBe(ids[1]);
    await page.keyboard.press('v');
    await page.getByText('Le chiffre est validé\u00a0: il compte.').waitFor();
    expect(await page.locator('[data-item]').count()).toBe(ids.length - 1);
    expect(await focused()).toBe(ids[2]);
    await page.keyboard.press('c');
    await page.keyboard.type('Cette valeur vient d’où exactement, Vraiment');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe(ids[2]);
    await page.keyboard.press('c');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('La correction est demandée').waitFor();
    expect(await page.locator('section[aria-labelledby="a-corriger"]').innerText()).toContain(
      'Cette valeur vient d’où exactement, Vraiment',
    );
    expect(await focused()).toBe(ids[3]);
    expect(complaints).toEqual([]);
  });

  it('validates together what nothing speaks against', async () => {
    const measurements = server.application.get(MeasurementsService, { strict: false });
    const year = {
      indicator: 'SPOTS_PARTAGES',
      periodStart: '2018-01-01',
      periodEnd: '2018-12-31',
      value: 90,
    };
    await measurements.record([year, { ...year, periodStart: '2017-01-01', periodEnd: '2017-12-31' }], {
      recordedBy: 'token:Stand',
      defaultStatus: 'submitted',
      partial: false,
    });
    const { page, complaints } = await open(validator);
    const count = await page.locator('[data-item]').count();
    await page.getByRole('button', { name: /^Valider les 2 sans alerte$/ }).click();
    await page.getByText('2 chiffres sont validés').waitFor();
    expect(await page.locator('[data-item]').count()).toBe(count - 2);
    expect(await page.evaluate<boolean>("document.activeElement.matches('[data-done]')")).toBe(true);
    expect(complaints).toEqual([]);
  });
});
