import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { RecoveryCodesService } from '../../src/accounts/second-factor/recovery-codes.service.js';
import { TotpService } from '../../src/accounts/second-factor/totp.service.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, axeViolations, launchBrowser, watch } from '../support/browser.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const PASSWORD = 'ruche cailloux gabarre truffe';
const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

describeWith(chromium)('One’s own account in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  /** Goes from person to person: a browser of its own for each takes as long to start as to be looked at. */
  let page: Page;
  let passwordHash: string;
  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launchBrowser(String(chromium));
    page = await browser.newPage();
    passwordHash = await get(PasswordsService).hash(PASSWORD);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** Makes the browser that of somebody, of a given size. */
  async function be(person: SignedIn, viewport: (typeof SIZES)[number], path: string): Promise<void> {
    await page.context().clearCookies();
    const value = person.headers.cookie.slice('copil='.length);
    await page.context().addCookies([{ name: 'copil', value, url: server.url }]);
    await page.setViewportSize(viewport);
    await arriveAt(page, server.url + path);
  }

  /** Nothing hidden to the right, nothing that axe finds. */
  async function look(name: string): Promise<void> {
    const width = page.viewportSize()?.width ?? 0;
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect([name, await axeViolations(page)]).toEqual([name, []]);
  }

  it.each(SIZES)('fits $width px', async (size) => {
    const person = await signIn(server, 'editor', { passwordHash, name: 'Zoé Œillet' });
    await get(SessionsService).open(person.personId, 'full');
    await be(person, size, '/mon-compte');
    const complaints = watch(page, server.url);
    await look('account');
    await page.getByLabel('Mot de passe actuel').fill('autre chose');
    await page.getByLabel('Nouveau mot de passe').fill('quatre mots sans lien moulin');
    await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await page.getByRole('alert').waitFor();
    await look('account-refused');
    await page.goto(`${server.url}/mon-compte?fait=nom`);
    await look('account-done');
    // The refused form is an answer 422, which the console tells.
    expect(complaints.filter((text) => !text.includes('422'))).toEqual([]);
  });

  it.each(SIZES)('leads from the QR code to the recovery codes at $width px', async (size) => {
    const person = await signIn(server, 'validator', { stage: 'enrolment' });
    await be(person, size, '/mon-compte/second-facteur?next=/operations');
    const complaints = watch(page, server.url);
    await look('scan');
    await page.getByText('Écrivez la clé à la main').click();
    await look('scan-by-hand');
    const seed = (await page.locator('#seed').innerText()).replaceAll(' ', '');
    const timestamp = server.clock.now().getTime();
    const code = TOTP.generate({ secret: Secret.fromBase32(seed), timestamp });
    await page.getByLabel('Code à six chiffres').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
    expect(await page.locator('#codes li').count()).toBe(10);
    await look('codes');
    await page.getByRole('link', { name: 'J’ai gardé mes codes' }).click();
    await page.waitForURL('**/operations');
    await page.goto(`${server.url}/mon-compte/second-facteur`);
    await look('manage');
    expect(complaints).toEqual([]);
  });

  it.each(SIZES)('takes a recovery code in place of the phone at $width px', async (size) => {
    const person = await signIn(server, 'validator', { stage: 'second_factor' });
    await get(TotpService).store(person.personId, get(TotpService).newSeed(), 0);
    const [code = ''] = await get(RecoveryCodesService).renew(person.personId);
    await be(person, size, '/connexion/second-facteur');
    await look('code');
    await page.getByRole('link', { name: 'utiliser un code de secours' }).click();
    await look('recovery');
    await page.getByLabel('Code de secours').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Continuer' }).click();
    await page.waitForURL('**/mon-compte/second-facteur?fait=code');
    expect(await page.locator('main').innerText()).toContain('Il vous reste 9 codes de secours');
    await look('manage after a recovery code');
  });
});
