import type { Browser, Page } from 'playwright-core';
import { DEMONSTRATION, PRESS_RELEASE, startTestServer, type TestServer } from '../support/application.js';
import { arriveAt, flaws, launchBrowser, watch } from '../support/browser.js';
import { deskOf } from '../support/administration.js';
import { definitionFields } from '../support/indicator-form.js';
import { signIn, type SignedIn } from '../support/people.js';
import { describeWith, requireChromium } from '../support/requirements.js';

const chromium = requireChromium();

/** As long as a form lets them be, and without a space to break at. */
const LONG = `Communauté-de-communes-${'Saint-Cirq-Lapopie-'.repeat(9)}`.slice(0, 198);
const WORDY = 'Personnes rencontrées lors des permanences du samedi, '.repeat(3).trim();

const SETS = [
  {
    seed: PRESS_RELEASE,
    paths: [
      '/administration',
      '/administration/cibles?annee=2020',
      '/administration/avis?annee=2020',
      '/administration/evenements',
      '/administration/saisie',
    ],
  },
  {
    seed: DEMONSTRATION,
    paths: [
      '/administration/indicateurs/visites-site',
      '/administration/territoires',
      '/administration/territoires/aub-serval',
      '/indicateurs/visites-site/provenance?annee=2025',
      '/indicateurs/note-satisfaction/provenance?annee=2025',
    ],
  },
];

describeWith(chromium).each(SETS)('the rooms of figures in a browser, with $seed', ({ seed, paths }) => {
  let server: TestServer;
  let browser: Browser;
  let admin: SignedIn;
  /** Goes from address to address: a page of its own for each takes as long to start as to be looked at. */
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    server = await startTestServer({ seed, now: '2025-12-19T09:00:00Z' });
    browser = await launchBrowser(String(chromium));
    admin = await signIn(server, 'admin');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = admin.headers.cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    page = await context.newPage();
    complaints = watch(page, server.url);
  });
  beforeEach(() => complaints.splice(0));
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string): Promise<void> {
    await page.setViewportSize({ width: 1280, height: 900 });
    await arriveAt(page, server.url + path);
  }

  it.each(paths)('%s has no flaw at any size, with all that is folded open', async (path) => {
    await open(path);
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    expect(await flaws(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('keeps the form of an indicator readable when it is refused', async () => {
    await open('/administration/indicateurs/nouveau');
    await page.getByRole('button', { name: 'Créer l’indicateur' }).click();
    await page.locator('.form-problem').waitFor();
    expect(await flaws(page)).toEqual([]);
  });

  it('holds names as long as they may be, wherever they are listed', async () => {
    if (seed !== PRESS_RELEASE) return;
    const desk = deskOf(server, admin);
    const code = `LONG_${'X'.repeat(70)}`;
    await desk.send('/administration/indicateurs', {
      ...definitionFields(WORDY),
      shortName: LONG.slice(0, 60),
      definition: LONG,
      code,
    });
    const place = { level: 'secteur', parentCode: '', inseeCode: '' };
    await desk.send('/administration/territoires', { ...place, code: 'LONG', name: LONG });
    const year = 2020;
    const days = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
    const said = { campaign: '', path: 'linear', steps: '', meetingCode: '' };
    const target = {
      ...said,
      ...days,
      kind: 'target',
      indicator: code,
      value: '9 000 000 000',
      decidedBy: LONG,
    };
    expect((await desk.send('/administration/cibles', { ...target, note: LONG })).status).toBe(303);
    const event = { label: LONG.slice(0, 80), text: LONG, start: `${year}-03-17`, end: '', precision: 'day' };
    await desk.send('/administration/evenements', {
      ...event,
      indicator: code,
      campaign: '',
      isPublic: 'on',
    });
    const given = { opinion: 'support_needed', givenOn: `${year}-12-01`, meetingCode: '', reason: LONG };
    const opinion = { ...given, indicator: code, campaign: '' };
    expect((await desk.send(`/administration/avis?annee=${year}`, opinion)).status).toBe(303);
    for (const path of [
      '/administration/indicateurs',
      `/administration/indicateurs/${code.toLocaleLowerCase('fr').replaceAll('_', '-')}`,
      `/administration/cibles?annee=${year}`,
      `/administration/avis?annee=${year}`,
      '/administration/evenements',
      '/administration/saisie',
      '/administration/territoires',
      '/administration/territoires/long',
      `/indicateurs?annee=${year}`,
      `/indicateurs/${code.toLocaleLowerCase('fr').replaceAll('_', '-')}?annee=${year}`,
      `/tableau-de-bord/${year}`,
    ]) {
      await open(path);
      expect([path, await flaws(page)]).toEqual([path, []]);
    }
  });
});
