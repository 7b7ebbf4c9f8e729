import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION, startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, launchBrowser } from '../support/browser.js';
import { keyboardFlaws, tabTo } from '../support/keyboard.js';
import { signIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const PATHS = [
  '/indicateurs',
  '/indicateurs/visites-site',
  '/indicateurs/visites-site/provenance?annee=2025',
  '/tableau-de-bord/2025',
  '/administration/indicateurs',
  '/administration/indicateurs/visites-site',
  '/administration/cibles?annee=2025',
  '/administration/avis?annee=2025',
  '/administration/evenements',
  '/administration/territoires',
];

describeWith(chromium)('with a keyboard only', () => {
  let server: TestServer;
  let browser: Browser;
  /** Goes from address to address: a page of its own for each takes as long to start as to be gone through. */
  let page: Page;

  beforeAll(async () => {
    server = await startTestServer({ seed: DEMONSTRATION, now: '2025-12-19T09:00:00Z' });
    browser = await launchBrowser(String(chromium));
    const admin = await signIn(server, 'admin');
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const [name = '', value = ''] = admin.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string, width = 1280): Promise<void> {
    await page.setViewportSize({ width, height: 844 });
    await arriveAt(page, server.url + path);
  }

  const focused = (member: string): Promise<string | null> =>
    page.evaluate<string | null>(`document.activeElement.${member}`);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it.each(PATHS.flatMap((path) => [1280, 390].map((width) => [path, width] as const)))(
    '%s at %d px: all is reached, each stop is seen, none is a trap',
    async (path, width) => {
      await open(path, width);
      expect(await keyboardFlaws(page)).toEqual([]);
    },
  );

  it('refuses a target on its summary, leads to the wrong field, and takes it once corrected', async () => {
    await open('/administration/cibles?annee=2025');
    await press('Tab');
    expect(await focused('getAttribute("href")')).toBe('#contenu');
    await press('Enter');
    await tabTo(page, 'a[href="#nouvelle"]');
    await press('Enter', 'Tab');
    expect(await focused('name')).toBe('kind');
    await press('ArrowDown');
    expect(await page.getByLabel('Valeur de référence').isChecked()).toBe(true);
    await press('ArrowUp');
    await tabTo(page, '#cible-value');
    await page.keyboard.type('beaucoup');
    await tabTo(page, '#cible-decidedBy');
    await page.keyboard.type('comité « restreint »');
    await Promise.all([page.waitForEvent('load'), press('Enter')]);
    expect(await focused('className')).toBe('form-problem');
    await press('Tab', 'Enter');
    expect(await focused('id')).toBe('cible-value');
    expect(await focused('value')).toBe('beaucoup');
    expect(await page.locator('#cible-decidedBy').inputValue()).toBe('comité « restreint »');
    await press('Control+A');
    await page.keyboard.type('plus de 1 500');
    await tabTo(page, '#cible-indicator');
    await page.keyboard.type('Offres');
    await tabTo(page, '#cible-campaign');
    await press('ArrowDown');
    await tabTo(page, 'form[action*="cibles"] button');
    await Promise.all([page.waitForEvent('load'), press('Space')]);
    await page.getByText('La cible est enregistrée.').waitFor();
  });

  it('gives an opinion, whose missing reason has the focus next', async () => {
    await open('/administration/avis?annee=2025');
    await tabTo(page, '#avis-indicator');
    await page.keyboard.type('Vues sur');
    await tabTo(page, 'input[name=opinion]');
    await press('ArrowDown', 'ArrowDown', 'ArrowDown');
    await tabTo(page, 'form[action*="avis"] button');
    await Promise.all([page.waitForEvent('load'), press('Enter')]);
    expect(await focused('className')).toBe('form-problem');
    await press('Tab', 'Enter');
    expect(await focused('id')).toBe('avis-reason');
    await page.keyboard.type('Une vidéo fait tout');
    await press('Tab');
    await Promise.all([page.waitForEvent('load'), press('Enter')]);
    await page.getByText('L’avis est enregistré, à côté du calcul.').waitFor();
  });

  it('compares the dashboard with another exercice', async () => {
    await open('/tableau-de-bord/2025');
    await tabTo(page, 'select[name=comparer]');
    await page.keyboard.type('2023');
    await press('Tab');
    await Promise.all([page.waitForEvent('load'), press('Enter')]);
    expect(page.url()).toContain('comparer=2023');
  });

  it('opens what is folded, and closes it again', async () => {
    await open('/administration/indicateurs/visites-site');
    await tabTo(page, 'summary');
    await press('Enter');
    expect(await focused('parentElement.open')).toBe(true);
    await press('Space');
    expect(await focused('parentElement.open')).toBe(false);
  });
});
