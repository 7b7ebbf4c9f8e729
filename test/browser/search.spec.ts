import type { Browser } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser } from '../support/browser.js';
import { keyboardFlaws, tabTo } from '../support/keyboard.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

describeWith(chromium)('a journalist calls', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launchBrowser(String(chromium));
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('finds the figure from any page by keyboard, and copies its sentence', async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await arriveAt(page, `${server.url}/bilans`);
    await tabTo(page, 'input[type=search]');
    await page.keyboard.type('sets de table');
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    const sentence = await page.locator('#phrase-1').innerText();
    expect(sentence).toMatch(/^130\s000 sets de table .*\(été\s2020\)\.$/);
    await page.getByRole('button', { name: /^Copier la phrase/ }).press('Enter');
    await page.getByText('Copié.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(sentence);
    expect(await flaws(page)).toEqual([]);
    await page.goto(page.url());
    expect(await keyboardFlaws(page)).toEqual([]);
    await context.close();
  });

  it('is as easy without any script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/`);
    await page.getByRole('searchbox').fill('vues reseaux');
    await page.getByRole('button', { name: 'Lancer la recherche' }).click();
    expect(await page.locator('#phrase-1').innerText()).toMatch(/^Plus de 13\s000 vues/);
    await context.close();
  });
});
