import type { Browser, Page } from 'playwright-core';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { PDF, PNG } from '../support/evidence-samples.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const SHEET = '/saisie/2020-09/vues-reseaux~op-2020-producteurs';

describeWith(chromium)('the sheet of one figure in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let editor: SignedIn;

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launchBrowser(String(chromium));
    editor = await signIn(server, 'editor');
    const ends = ['05-31', '06-30', '07-31', '08-31'];
    await server.application.get(MeasurementsService, { strict: false }).record(
      ends.map((end, index) => ({
        indicator: 'VUES_RESEAUX',
        campaign: 'OP-2020-PRODUCTEURS',
        periodStart: `2020-${end.slice(0, 2)}-01`,
        periodEnd: `2020-${end}`,
        value: [9_400, 11_250, 10_100, 9_800][index],
        source: 'Export de Facebook',
      })),
      { recordedBy: 'data-set:test', defaultStatus: 'validated', partial: false },
    );
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string, javaScriptEnabled = true): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled });
    const [name = '', value = ''] = editor.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    const complaints = watch(page, server.url);
    await arriveAt(page, server.url + path, javaScriptEnabled);
    return { page, complaints };
  }

  it('has no flaw at any size while nothing was said', async () => {
    const { page, complaints } = await open(SHEET);
    expect(await flaws(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is filled, doubted, explained and proved without JavaScript', async () => {
    const { page } = await open(SHEET, false);
    await page.getByLabel('Chiffre (unité').fill('112 000');
    await page.getByLabel('Précision du chiffre').selectOption('more_than');
    await page.getByLabel('Source').fill('Export de Facebook');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Plus de 112 000 est').waitFor();
    await page.getByText('Confirmer avec une explication').click();
    await page.getByLabel('Pourquoi est-ce juste').fill('Reprise par une chaîne nationale');
    await page.getByRole('button', { name: 'Confirmer', exact: true }).click();
    await page.getByText('Reprise par une chaîne nationale').waitFor();
    const field = page.getByLabel('Joindre un justificatif');
    await field.setInputFiles({ name: 'capture.pdf', mimeType: 'application/pdf', buffer: PNG });
    await page.getByRole('button', { name: 'Joindre', exact: true }).click();
    await page.getByText('mais son contenu est une image PNG').waitFor();
    await field.setInputFiles({ name: 'Relevé de septembre.pdf', mimeType: 'application/pdf', buffer: PDF });
    await page.getByRole('button', { name: 'Joindre', exact: true }).click();
    await page.getByRole('link', { name: 'Relevé de septembre.pdf' }).waitFor();
    expect(page.url()).toContain('fait=joint');
  });

  it('has no flaw at any size once it is full, folded or not', async () => {
    const { page, complaints } = await open(SHEET);
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    expect(await flaws(page)).toEqual([]);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Relevé de septembre.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('Relevé de septembre.pdf');
    expect(complaints.filter((complaint) => !complaint.startsWith('failed'))).toEqual([]);
  });
});
