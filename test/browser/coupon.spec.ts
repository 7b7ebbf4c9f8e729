import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { signIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'fr-FR' };
const PLACE = { campaign: null, territory: null, channel: null, organisation: 'CCI46' } as const;
const TERMS = { startsOn: null, endsOn: null, dueDays: 10, ownerId: null } as const;
/** Where pictures go when somebody asks for them. */
const PICTURES = process.env['PICTURES'];

describeWith(chromium)('a coupon on a phone', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startTestServer({ now: '2020-12-04T09:00:00Z' });
    browser = await launchBrowser(String(chromium));
    const lines = server.application.get(CollectionLinesService, { strict: false });
    for (const indicator of ['SPOTS_PARTAGES', 'VUES_RESEAUX', 'SETS_DE_TABLE']) {
      await lines.add({ indicator, ...PLACE, frequency: 'month', ...TERMS });
    }
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const newCoupon = async (month: string): Promise<string> => {
    const coupons = server.application.get(CouponsService, { strict: false });
    const request = { organisation: 'CCI46', month, expires: '2020-12-15', email: null };
    return (await coupons.create(request, 1, server.url)).path;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  it('is filled, put right and sent without script, by touch', async () => {
    const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.url + (await newCoupon('2020-11')));
    await picture(page, 'coupon-vide');
    await page.getByLabel('Spots partagés').fill('plus de 12');
    await page.getByLabel('Vues sur les réseaux sociaux').fill('dix-huit');
    await page.getByRole('button', { name: 'Envoyer mes chiffres' }).tap();
    await page.locator('.has-error').waitFor();
    await picture(page, 'coupon-a-corriger');
    expect(await page.getByLabel('Vues sur les réseaux sociaux').inputValue()).toBe('dix-huit');
    await page.getByLabel('Vues sur les réseaux sociaux').fill('~1 800');
    await page.getByRole('button', { name: 'Envoyer mes chiffres' }).tap();
    await page.waitForURL(/fait=recu/);
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/Merci, chiffres reçus le 4\sdécembre\s; vous pouvez les modifier jusqu’au 15\./);
    expect(text).toMatch(/plus de 12\sspots partagés/);
    expect(text).toMatch(/environ 1\s800\svues/);
    await picture(page, 'coupon-merci');
    await page.getByRole('button', { name: 'Pas de données ce mois-ci' }).tap();
    await page.getByRole('button', { name: 'Oui, pas de données' }).waitFor();
    await picture(page, 'coupon-confirmer');
    await page.getByRole('button', { name: 'Oui, pas de données' }).tap();
    await page.waitForURL(/fait=recu/);
    expect(await page.locator('main').innerText()).toMatch(/Sets de table.*non disponible/s);
    await context.close();
  });

  it('sends what is typed by the Enter key, and never says « pas de données » by it', async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    await page.goto(server.url + (await newCoupon('2020-09')));
    await page.getByRole('button', { name: 'Pas de données ce mois-ci' }).tap();
    await page.getByRole('button', { name: 'Oui, pas de données' }).waitFor();
    expect(await flaws(page)).toEqual([]);
    await page.getByLabel('Spots partagés').fill('12');
    await page.getByLabel('Spots partagés').press('Enter');
    await page.waitForURL(/fait=recu/);
    const text = await page.locator('.coupon-thanks').innerText();
    expect(text).toMatch(/12\sspots/);
    expect(text).not.toMatch(/non disponible/i);
    await context.close();
  });

  it('has no flaw at any size: empty, refused, sent', async () => {
    const context = await browser.newContext(PHONE);
    const page = await context.newPage();
    const complaints = watch(page, server.url);
    await arriveAt(page, server.url + (await newCoupon('2020-10')));
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize(PHONE.viewport);
    await page.getByLabel('Spots partagés').fill('abc');
    await page.getByRole('button', { name: 'Envoyer mes chiffres' }).tap();
    await page.locator('#chiffre-1-error, #chiffre-2-error, #chiffre-3-error').first().waitFor();
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize(PHONE.viewport);
    await page.getByLabel('Spots partagés').fill('12');
    await page.getByRole('button', { name: 'Envoyer mes chiffres' }).tap();
    await page.getByText('Merci, chiffres reçus').waitFor();
    expect(await flaws(page)).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
    await context.close();
  });

  it('leaves the pages of the team without a flaw either', async () => {
    const editor = await signIn(server, 'editor');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = editor.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    for (const path of [
      '/saisie/suivi?mois=2020-11',
      '/saisie/coupons',
      '/saisie/coupons/1/imprimer',
      '/mes-chiffres',
      '/administration/collecte',
      '/administration/collecte/1',
      '/tableau-de-bord/2020',
    ]) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await arriveAt(page, server.url + path);
      await picture(page, path.replaceAll(/[/?=]/g, '_'));
      expect([path, ...(await flaws(page))]).toEqual([path]);
    }
    await context.close();
  });
});
