import { TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { signIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();
const PASSWORDS = {
  admin: 'quatre canards sous le pont Valentré',
  editor: 'une gabarre chargée de truffes noires',
};

describeWith(chromium)('accounts, from the first start on', () => {
  let server: TestServer;
  let browser: Browser;
  let origin: string;
  /** What each page open did that it must not. */
  const watched: string[][] = [];

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launchBrowser(String(chromium));
    origin = new URL(String(server.firstAdminLink)).origin;
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A browser of somebody's own: nothing of the others' is in it. */
  async function open(path: string): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    watched.push(watch(page, origin));
    await arriveAt(page, new URL(path, origin).href);
    return page;
  }

  const title = (page: Page): Promise<string> => page.locator('h1').innerText();
  /** Types into the field that has the focus, then goes to the next, as people who leave the mouse alone. */
  const type = async (page: Page, text: string): Promise<void> => {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  };
  /** No code works twice: half a minute goes by, then the phone shows another. */
  const codeOf = (seed: string): string => {
    const later = server.clock.now().getTime() + 30_000;
    server.clock.set(new Date(later).toISOString());
    return new TOTP({ secret: seed }).generate({ timestamp: later });
  };
  /** Scans the code of the page, by its written key, and proves it. @returns the seed. */
  async function enrol(page: Page): Promise<string> {
    expect(await flaws(page)).toEqual([]);
    const seed = ((await page.locator('#seed').textContent()) ?? '').replaceAll(/\s/g, '');
    await page.locator('[name=code]').focus();
    await page.keyboard.type(codeOf(seed));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
    expect(new Set(await page.locator('#codes li').allInnerTexts()).size).toBe(10);
    expect(await flaws(page)).toEqual([]);
    await page.getByRole('link', { name: 'J’ai gardé mes codes' }).press('Enter');
    return seed;
  }
  const shownLink = async (page: Page): Promise<string> =>
    (await page.locator('.secret code').first().innerText()).trim();

  it('leads from the first start to an administrator, an editor, a validator and a guest who is shut out', async () => {
    // First start: the link of the console, by keyboard only.
    const admin = await open(String(server.firstAdminLink));
    expect(await title(admin)).toBe('Créer le premier compte');
    expect(admin.url()).not.toContain('code=');
    expect(await flaws(admin)).toEqual([]);
    await admin.locator('[name=email]').focus();
    await type(admin, 'claire@exemple.fr');
    await type(admin, 'Claire Vayssière');
    await admin.keyboard.type(PASSWORDS.admin);
    await admin.keyboard.press('Enter');
    await admin.locator('#seed').waitFor({ state: 'attached' });
    const adminSeed = await enrol(admin);

    // The link worked once.
    const late = await open(String(server.firstAdminLink));
    expect(await title(late)).toBe('Ce lien ne fonctionne plus');
    await late.context().close();
    // An answer 410 is told by the console.
    watched.pop();

    // She invites an editor, and reserves the programme to its members.
    await admin.goto(`${origin}/administration/personnes`);
    await admin.getByLabel('Adresse e-mail').fill('jeanne@exemple.fr');
    await admin.getByLabel('Nom', { exact: true }).fill('Jeanne Vidal');
    await admin.locator('[name=role][value=editor]').check();
    await admin.getByRole('button', { name: 'Inviter' }).press('Enter');
    await admin.locator('.secret code').first().waitFor();
    expect(await flaws(admin)).toEqual([]);
    const invitation = await shownLink(admin);
    await admin.goto(`${origin}/administration/programme`);
    await admin.locator('[name=visibility][value=members], select[name=visibility]').first().waitFor();
    await reserve(admin);

    // The editor opens her link in a browser of her own.
    const editor = await open(invitation);
    expect(await title(editor)).toBe('Bienvenue');
    expect(await flaws(editor)).toEqual([]);
    await editor.locator('[name=password]').focus();
    await editor.keyboard.type(PASSWORDS.editor);
    await editor.keyboard.press('Enter');
    await editor.waitForURL((url) => !url.pathname.startsWith('/premiere-connexion'));
    await editor.goto(`${origin}/tableau-de-bord/2020`);
    expect(await editor.title()).toContain('2020');
    expect((await editor.goto(`${origin}/mon-compte`))?.status()).toBe(200);
    await editor.getByRole('button', { name: 'Se déconnecter' }).press('Enter');
    await editor.waitForURL((url) => !url.pathname.startsWith('/mon-compte'));
    await editor.goto(`${origin}/tableau-de-bord/2020`);
    expect(new URL(editor.url()).pathname).toBe('/connexion');
    await editor.locator('[name=email]').focus();
    await type(editor, 'jeanne@exemple.fr');
    await editor.keyboard.type(PASSWORDS.editor);
    await editor.keyboard.press('Enter');
    await editor.waitForURL('**/tableau-de-bord/2020');

    // She becomes a validator: her session ends, and the role asks for a second factor.
    await admin.goto(`${origin}/administration/personnes`);
    await admin.getByRole('link', { name: 'Jeanne Vidal' }).press('Enter');
    await admin.locator('[name=role][value=validator]').check();
    await admin.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await admin.locator('[role=status]').first().waitFor();
    await editor.reload();
    expect(new URL(editor.url()).pathname).toBe('/connexion');
    await editor.locator('[name=email]').fill('jeanne@exemple.fr');
    await editor.locator('[name=password]').fill(PASSWORDS.editor);
    await editor.keyboard.press('Enter');
    await editor.locator('#seed').waitFor({ state: 'attached' });
    // Nothing else opens before.
    await editor.goto(`${origin}/tableau-de-bord/2020`);
    expect(new URL(editor.url()).pathname).not.toBe('/tableau-de-bord/2020');
    await editor.goto(`${origin}/mon-compte/second-facteur`);
    const validatorSeed = await enrol(editor);

    // From then on a code is asked after the password.
    await editor.goto(`${origin}/mon-compte`);
    await editor.getByRole('button', { name: 'Se déconnecter' }).press('Enter');
    await editor.goto(`${origin}/connexion`);
    await editor.locator('[name=email]').fill('jeanne@exemple.fr');
    await editor.locator('[name=password]').fill(PASSWORDS.editor);
    await editor.keyboard.press('Enter');
    await editor.waitForURL('**/connexion/second-facteur**');
    expect(await flaws(editor)).toEqual([]);
    await editor.locator('[name=code]').focus();
    await editor.keyboard.type(codeOf(validatorSeed));
    await editor.keyboard.press('Enter');
    await editor.waitForURL((url) => !url.pathname.startsWith('/connexion'));
    expect(adminSeed).not.toBe(validatorSeed);

    // A guest reads one reserved page by a link, and nothing else.
    await editor.goto(`${origin}/administration/partages`);
    await editor.getByLabel('Pour qui').fill('Membres du comité');
    await editor.getByRole('button', { name: 'Créer le lien' }).press('Enter');
    await editor.locator('.secret code').first().waitFor();
    expect(await flaws(editor)).toEqual([]);
    const guest = await open(await shownLink(editor));
    expect(new URL(guest.url()).pathname).toBe('/tableau-de-bord/2020');
    expect(await flaws(guest)).toEqual([]);
    await guest.goto(`${origin}/operations`);
    expect(new URL(guest.url()).pathname).toBe('/connexion');
    await editor.goto(`${origin}/administration/partages`);
    await editor.getByRole('button', { name: /^Révoquer/ }).press('Enter');
    await editor.locator('[role=status]').first().waitFor();
    await guest.goto(`${origin}/tableau-de-bord/2020`);
    expect(new URL(guest.url()).pathname).toBe('/connexion');
    // Going on before a page is whole abandons what it was still loading: no defect.
    expect(watched.flat().filter((complaint) => !complaint.startsWith('failed:'))).toEqual([]);
  }, 240_000);

  /** Opens the programme to its members only. */
  async function reserve(page: Page): Promise<void> {
    const choice = page.locator('[name=visibility][value=members]');
    if ((await choice.count()) > 0) await choice.check();
    else await page.locator('select[name=visibility]').selectOption('members');
    await page
      .locator('form', { has: page.locator('[name=visibility]') })
      .getByRole('button')
      .press('Enter');
    await page.locator('[role=status]').first().waitFor();
  }

  it.each(['/connexion', '/premiere-connexion', '/mot-de-passe-oublie', '/nouveau-mot-de-passe'])(
    '%s is sound for whoever is not signed in',
    async (path) => {
      const page = await open(path);
      expect(await flaws(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  describe('for an administrator', () => {
    /** Goes from address to address: a page of its own for each takes as long to start as to be looked at. */
    let page: Page;
    let wrong: string[];

    beforeAll(async () => {
      const { headers } = await signIn(server, 'admin');
      const context = await browser.newContext();
      await context.addCookies([
        { name: 'copil', value: headers.cookie.slice('copil='.length), url: origin },
      ]);
      page = await context.newPage();
      wrong = watch(page, origin);
    });

    it.each([
      '/mon-compte',
      '/mon-compte/second-facteur',
      '/administration',
      '/administration/programme',
      '/administration/programme/exercices/2020',
      '/administration/personnes',
      '/administration/organisations',
      '/administration/organisations/lot-tourisme',
      '/administration/indicateurs',
      '/administration/indicateurs/visiteurs-stand',
      '/administration/indicateurs/nouveau',
      '/administration/territoires',
      '/administration/territoires/d46',
      '/administration/jetons',
      '/administration/textes',
      '/administration/textes/mentions-legales',
      '/administration/journal',
      '/administration/partages',
      '/bilans',
      '/bilans/2020',
    ])(
      '%s is sound',
      async (path) => {
        wrong.splice(0);
        await page.setViewportSize({ width: 1280, height: 900 });
        await arriveAt(page, origin + path);
        expect(new URL(page.url()).pathname).toBe(path);
        expect([...(await flaws(page)), ...wrong]).toEqual([]);
      },
      60_000,
    );
  });
});
