import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION, startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, launchBrowser } from '../support/browser.js';
import { keyboardFlaws, tabTo } from '../support/keyboard.js';
import { signIn, type SignedIn } from '../support/people.js';
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
  let admin: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ seed: DEMONSTRATION, now: '2025-12-19T09:00:00Z' });
    browser = await launchBrowser(String(chromium));
    admin = await signIn(server, 'admin');
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string, width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    const [name = '', value = ''] = admin.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    await arriveAt(page, server.url + path);
    return page;
  }

  const focused = (page: Page, member: string): Promise<string | null> =>
    page.evaluate<string | null>(`document.activeElement.${member}`);
  const press = async (page: Page, ...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it.each(PATHS.flatMap((path) => [1280, 390].map((width) => [path, width] as const)))(
    '%s at %d px: all is reached, each stop is seen, none is a trap',
    async (path, width) => {
      const page = await open(path, width);
      expect(await keyboardFlaws(page)).toEqual([]);
      await page.context().close();
    },
  );

  it('refuses a target on its summary, leads to the wrong field, and takes it once corrected', async () => {
    const page = await open('/administration/cibles?annee=2025');
    await press(page, 'Tab');
    expect(await focused(page, 'getAttribute("href")')).toBe('#contenu');
    await press(page, 'Enter');
    await tabTo(page, 'a[href="#nouvelle"]');
    await press(page, 'Enter', 'Tab');
    expect(await focused(page, 'name')).toBe('kind');
    await press(page, 'ArrowDown');
    expect(await page.getByLabel('Valeur de référence').isChecked()).toBe(true);
    await press(page, 'ArrowUp');
    await tabTo(page, '#cible-value');
    await page.keyboard.type('beaucoup');
    await tabTo(page, '#cible-decidedBy');
    await page.keyboard.type('comité « restreint »');
    await Promise.all([page.waitForEvent('load'), press(page, 'Enter')]);
    expect(await focused(page, 'className')).toBe('form-problem');
    await press(page, 'Tab', 'Enter');
    expect(await focused(page, 'id')).toBe('cible-value');
    expect(await focused(page, 'value')).toBe('beaucoup');
    expect(await page.locator('#cible-decidedBy').inputValue()).toBe('comité « restreint »');
    await press(page, 'Control+A');
    await page.keyboard.type('plus de 1 500');
    await tabTo(page, '#cible-indicator');
    await page.keyboard.type('Offres');
    await tabTo(page, '#cible-campaign');
    await press(page, 'ArrowDown');
    await tabTo(page, 'form[action*="cibles"] button');
    await Promise.all([page.waitForEvent('load'), press(page, 'Space')]);
    await page.getByText('La cible est enregistrée.').waitFor();
    await page.context().close();
  });

  it('gives an opinion, whose missing reason has the focus next', async () => {
    const page = await open('/administration/avis?annee=2025');
    await tabTo(page, '#avis-indicator');
    await page.keyboard.type('Vues sur');
    await tabTo(page, 'input[name=opinion]');
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    await tabTo(page, 'form[action*="avis"] button');
    await Promise.all([page.waitForEvent('load'), press(page, 'Enter')]);
    expect(await focused(page, 'className')).toBe('form-problem');
    await press(page, 'Tab', 'Enter');
    expect(await focused(page, 'id')).toBe('avis-reason');
    await page.keyboard.type('Une vidéo fait tout');
    await press(page, 'Tab');
    await Promise.all([page.waitForEvent('load'), press(page, 'Enter')]);
    await page.getByText('L’avis est enregistré, à côté du calcul.').waitFor();
    await page.context().close();
  });

  it('compares the dashboard with another exercice', async () => {
    const page = await open('/tableau-de-bord/2025');
    await tabTo(page, 'select[name=comparer]');
    await page.keyboard.type('2023');
    await press(page, 'Tab');
    await Promise.all([page.waitForEvent('load'), press(page, 'Enter')]);
    expect(page.url()).toContain('comparer=2023');
    await page.context().close();
  });

  it('opens what is folded, and closes it again', async () => {
    const page = await open('/administration/indicateurs/visites-site');
    await tabTo(page, 'summary');
    await press(page, 'Enter');
    expect(await focused(page, 'parentElement.open')).toBe(true);
    await press(page, 'Space');
    expect(await focused(page, 'parentElement.open')).toBe(false);
    await page.context().close();
  });
});
