import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION, startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

describeWith(chromium)('targets, opinions and events in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  let validator: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ seed: DEMONSTRATION, now: '2025-12-19T09:00:00Z' });
    browser = await launchBrowser(String(chromium));
    validator = await signIn(server, 'validator');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = validator.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    const complaints = watch(page, server.url);
    await arriveAt(page, server.url + path);
    return { page, complaints };
  }

  it.each([
    '/administration/cibles?annee=2025',
    '/administration/avis?annee=2025',
    '/administration/evenements?annee=2025',
    '/tableau-de-bord/2025',
  ])('%s has no flaw at any size', async (path) => {
    const { page, complaints } = await open(path);
    expect(await flaws(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('changes a target from its page, and shows what it was', async () => {
    const { page, complaints } = await open('/administration/cibles?annee=2025');
    await page.locator('main table a').first().click();
    expect(await flaws(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByLabel('Valeur').fill('plus de 1 234');
    await page.getByRole('button', { name: 'Enregistrer une nouvelle version' }).click();
    await page.locator('#version-reason-error').waitFor();
    expect(await page.getByLabel('Valeur').inputValue()).toBe('plus de 1 234');
    await page.locator('#version-reason').fill('Revue en séance');
    await page.getByRole('button', { name: 'Enregistrer une nouvelle version' }).click();
    await page.getByText(/Version 2/).waitFor();
    expect(await page.locator('main').innerText()).toContain('Version 1');
    expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([]);
  });
});
