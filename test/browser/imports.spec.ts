import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { SAMPLE } from '../support/import-desk.js';
import { keyboardFlaws } from '../support/keyboard.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const FACEBOOK = SAMPLE('01_meta_facebook_publications_fr.csv');
const INSTAGRAM = SAMPLE('02_meta_instagram_posts_en.csv');
const PRINTER = SAMPLE('13_imprimeur_livraisons_cp1252.csv');

describeWith(chromium)('importing files in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let anne: SignedIn;

  beforeAll(async () => {
    browser = await launchBrowser(String(chromium));
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await startTestServer();
    anne = await signIn(server, 'validator', { name: 'Anne Roux' });
  });
  afterEach(() => server.close());

  async function open(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const [name = '', value = ''] = anne.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    return { context, page, complaints: watch(page, server.url) };
  }

  /** Lets go of files above the page, as a hand does. */
  async function dropFiles(page: Page, ...paths: string[]): Promise<void> {
    const files = paths.map((path) => ({
      name: basename(path),
      bytes: readFileSync(path).toString('base64'),
    }));
    const carried = await page.evaluateHandle(
      `(() => {
        const carried = new DataTransfer();
        for (const { name, bytes } of ${JSON.stringify(files)})
          carried.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
        return carried;
      })()`,
    );
    await page.locator('[data-zone]').dispatchEvent('drop', { dataTransfer: carried });
    await page.waitForURL(/\/imports\/nouveau\/\d+$/);
  }

  const main = async (page: Page): Promise<string> =>
    (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

  it('takes three files let go of at once, asks two questions, imports them and takes them back', async () => {
    const { context, page, complaints } = await open();
    await arriveAt(page, `${server.url}/imports/nouveau`);
    await dropFiles(page, FACEBOOK, INSTAGRAM, PRINTER);
    expect(await main(page)).toContain('Répondez d’abord à 2 questions.');
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('radio', { name: 'Oui, le lire ainsi' }).check();
    await page.locator('[data-foot-words]', { hasText: 'à 1 question' }).waitFor();
    expect(await page.evaluate('document.activeElement.value')).toBe('livraison-imprimeur');
    await page.getByRole('radio', { name: 'Les créer' }).check();
    await page.getByRole('button', { name: /^Importer 6\schiffres$/ }).click();
    await page.waitForURL(/\/imports\/1\?fait=importe$/);
    expect(await main(page)).toContain('L’import est fait.');
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByText('Ce qui se passera').click();
    await page.getByRole('button', { name: 'Annuler l’import' }).click();
    await page.waitForURL(/fait=annule$/);
    expect(await main(page)).toContain('chaque chiffre est comme avant');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('imports a file of a known profile in four gestures from any page', async () => {
    const { context, page, complaints } = await open();
    await arriveAt(page, `${server.url}/imports/nouveau`);
    await dropFiles(page, FACEBOOK);
    await page.getByRole('radio', { name: 'Le créer' }).check();
    await page.getByRole('button', { name: /^Importer 2\schiffres$/ }).click();
    await page.waitForURL(/fait=importe$/);

    await arriveAt(page, `${server.url}/tableau-de-bord/2020`);
    let gestures = 0;
    const then = async (gesture: Promise<unknown>): Promise<void> => {
      gestures += 1;
      await gesture;
    };
    await then(page.getByRole('link', { name: 'Imports', exact: true }).click());
    await then(page.getByRole('link', { name: 'Importer des fichiers' }).click());
    await page.locator('[data-drop-words]').waitFor();
    const later = readFileSync(FACEBOOK, 'utf8').replaceAll(/\b04\/(\d\d)\/2020/g, '05/$1/2020');
    const file = { name: 'publications_mai.csv', mimeType: 'text/csv', buffer: Buffer.from(later) };
    await then(page.locator('#fichiers').setInputFiles(file));
    await page.waitForURL(/\/imports\/nouveau\/\d+$/);
    await then(page.locator('#importer').click());
    await page.waitForURL(/\/imports\/2\?fait=importe$/);
    expect(gestures).toBe(4);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is done by the keyboard alone, and without script', async () => {
    const { context, page } = await open();
    await arriveAt(page, `${server.url}/imports/nouveau`);
    expect(await keyboardFlaws(page)).toEqual([]);
    await page.locator('#fichiers').setInputFiles(PRINTER);
    await page.waitForURL(/\/imports\/nouveau\/\d+$/);
    await arriveAt(page, page.url());
    expect(await keyboardFlaws(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Oui, le lire ainsi' }).focus();
    await page.keyboard.press('Space');
    await page.locator('#importer').waitFor();
    await page.locator('#importer').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/fait=importe$/);
    await context.close();

    const plain = await open({ javaScriptEnabled: false });
    await plain.page.goto(`${server.url}/imports/nouveau`);
    await plain.page.locator('#fichiers').setInputFiles(FACEBOOK);
    await plain.page.getByRole('button', { name: 'Lire les fichiers' }).click();
    await plain.page.getByRole('radio', { name: 'Le créer' }).check();
    await plain.page.getByRole('button', { name: 'Mettre à jour l’aperçu' }).click();
    await plain.page.getByRole('button', { name: /^Importer 2\schiffres$/ }).click();
    await plain.page.waitForURL(/fait=importe$/);
    await plain.context.close();
  });

  it('says before sending that a file is too heavy, and asks what the columns of an unknown one are', async () => {
    const { context, page, complaints } = await open();
    await arriveAt(page, `${server.url}/imports/nouveau`);
    const heavy = { name: 'film.csv', mimeType: 'text/csv', buffer: Buffer.alloc(10 * 1_048_576 + 1, 'a') };
    await page.locator('#fichiers').setInputFiles(heavy);
    expect(await page.locator('[data-drop-problem]').innerText()).toMatch(/« film\.csv » est trop lourd/);
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    const unknown =
      'Jour de passage;Entrées au point info;Temps qu’il faisait\n03/06/2020;120;Beau\n24/06/2020;80;Pluie\n';
    const buffer = Buffer.from(unknown);
    await page.locator('#fichiers').setInputFiles({ name: 'point-info.csv', mimeType: 'text/csv', buffer });
    await page.waitForURL(/\/imports\/nouveau\/\d+$/);
    await arriveAt(page, page.url());
    const date = page.getByLabel('Date', { exact: true });
    await date.selectOption({ label: 'Pas de colonne de date' });
    await page.getByText('À quelle période ces chiffres se rapportent-ils').waitFor();
    expect(await flaws(page)).toEqual([]);
    await date.selectOption({ label: 'Jour de passage' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Indicateur', { exact: true }).selectOption({ label: 'Nouvel indicateur…' });
    expect(await page.getByLabel('Nom de l’indicateur').inputValue()).toBe('Entrées au point info');
    await page.getByLabel('Nom de l’indicateur').fill('Spots partagés');
    await page.getByRole('button', { name: 'Lire le fichier ainsi' }).click();
    await page.getByLabel(/C’est le même/).waitFor();
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Nom de l’indicateur').fill('Passages au point info');
    await page.getByLabel(/Mémoriser/).check();
    await page.getByLabel(/Expéditeur/).fill('Office de tourisme');
    await page.getByRole('button', { name: 'Lire le fichier ainsi' }).click();
    await page.getByRole('radio', { name: 'Le créer' }).check();
    await page.locator('#importer').waitFor();
    await page.locator('#importer').click();
    await page.waitForURL(/fait=importe$/);
    await arriveAt(page, `${server.url}/imports/nouveau`);
    const next = Buffer.from(unknown.replaceAll('/06/', '/07/'));
    await page
      .locator('#fichiers')
      .setInputFiles({ name: 'juillet.csv', mimeType: 'text/csv', buffer: next });
    await page.waitForURL(/\/imports\/nouveau\/\d+$/);
    expect(await main(page)).toContain('Office de tourisme');
    // The refusal of a name that exists is a page of its own.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    await context.close();
  });
});
