import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { DailyJobs } from '../../src/platform/jobs/daily-jobs.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { deskOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { signIn, type SignedIn } from '../support/people.js';

const PLACE = { campaign: null, territory: null, channel: null, frequency: 'month' } as const;
const TERMS = { startsOn: '2020-12-01', endsOn: null, dueDays: 10, ownerId: null } as const;
const SUIVI = '/saisie/suivi';
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('who owes what by when, on %s', (engine) => {
  let server: TestServer;
  let mails: MailServer;
  let desk: Desk;
  let partner: SignedIn;
  /** The dashboard and the follow-up of the team, before anything is planned. */
  let unplanned: string[];

  beforeAll(async () => {
    mails = await startMailServer();
    server = await startTestServer({ engine, smtpUrl: mails.url });
    desk = deskOf(server, await signIn(server, 'editor'));
    partner = await signIn(server, 'contributor', { organisation: 'CCI46', name: 'Paul Roux' });
    // The reminders of the day, which a server sends soon after its start, are over before anything is owed.
    await get(DailyJobs).runIfNewDay();
    unplanned = [(await desk.read('/')).html, (await desk.read(`${SUIVI}?mois=2020-12`)).html];
    const lines = get(CollectionLinesService);
    for (const indicator of ['SPOTS_PARTAGES', 'SETS_DE_TABLE']) {
      await lines.add({ indicator, ...PLACE, ...TERMS, organisation: 'CCI46' });
    }
    await lines.add({ indicator: 'VUES_RESEAUX', ...PLACE, ...TERMS, dueDays: 30, organisation: null });
  });
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    server.application.get(type, { strict: false });

  it('shows late ones first, with who owes them and what can be done', async () => {
    const { status, html } = await desk.read(`${SUIVI}?mois=2020-12`);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    const text = plain(textOf(html));
    expect(text).toContain('Suivi, décembre 2020 Prêt à 0 % : 3 chiffres manquent.');
    expect(text.indexOf('En retard')).toBeLessThan(text.indexOf('Attendu'));
    expect(text).toContain('10 janvier 2021');
    expect(html).toContain('href="/saisie/coupons?mois=2020-12&amp;organisation=CCI46"');
    expect(text).toContain('Rappeler Paul Roux');
    expect(text).toContain('L’équipe');
  });

  it('does not say that all was given where nothing was awaited', async () => {
    // The operations of the programme go on, and one of them once gave a figure, in April: nobody owes it in December.
    for (const html of unplanned) {
      expect(htmlMistakes(html)).toEqual([]);
      expect(textOf(html)).not.toMatch(/prêt à/i);
      expect(plain(textOf(html))).toContain('Aucun chiffre n’est attendu pour décembre 2020.');
    }
    for (const asked of ['mois=1990-01', 'annee=2031']) {
      const { status, html } = await desk.read(`${SUIVI}?${asked}`);
      expect([asked, status, htmlMistakes(html)]).toEqual([asked, 200, []]);
      expect(plain(textOf(html))).toMatch(/Rien n’est attendu\..*Aucun chiffre n’(?:est|était) attendu/);
      expect(textOf(html)).not.toContain('Tout ce qui était attendu est donné');
    }
  });

  it('reminds somebody once a day, when asked to', async () => {
    const asked = { mois: '2020-12', personne: String(partner.personId) };
    expect((await desk.send(`${SUIVI}/rappel`, asked)).location).toBe(`${SUIVI}?mois=2020-12&fait=rappel`);
    expect((await desk.send(`${SUIVI}/rappel`, asked)).location).toBe(
      `${SUIVI}?mois=2020-12&fait=sans-rappel`,
    );
    await get(Mailer).settled();
    expect(mails.received.map(({ to }) => to[0])).toEqual([partner.email]);
    expect(plain(textOf((await desk.read(`${SUIVI}?mois=2020-12`)).html))).toContain(
      'Paul Roux : Rappel envoyé le 15 janvier 2021 à 10 h',
    );
    expect((await desk.send(`${SUIVI}/rappel`, { ...asked, personne: '0' })).status).toBe(422);
  });

  it('counts what came by a coupon, and says what is left of the month and of the exercice', async () => {
    const request = { organisation: 'CCI46', month: '2020-12', expires: '2021-01-31', email: null };
    const { path } = await get(CouponsService).create(request, 1, server.url);
    const sent = { 'chiffre.spots-partages~~~~cci46': '12', 'version.spots-partages~~~~cci46': '0' };
    expect((await deskOf(server, null).send(path, sent)).status).toBe(303);
    const month = plain(textOf((await desk.read(`${SUIVI}?mois=2020-12`)).html));
    expect(month).toContain('Prêt à 25 % : 2 chiffres manquent ; 1 à valider.');
    const year = await desk.read(`${SUIVI}?annee=2020`);
    expect([year.status, htmlMistakes(year.html)]).toEqual([200, []]);
    expect(plain(textOf(year.html))).toContain('Suivi, exercice 2020');
    expect(plain(textOf(year.html))).toContain('décembre 2020');
  });

  it('shows the team how far the month is on the dashboard, and visitors nothing of it', async () => {
    for (const path of ['/', '/tableau-de-bord/2020']) {
      const own = await desk.read(path);
      expect(htmlMistakes(own.html)).toEqual([]);
      expect(plain(textOf(own.html))).toContain('Décembre 2020, prêt à 25 %');
      for (const reader of [null, await signIn(server, 'viewer')]) {
        // Twice: what is kept for visitors is theirs.
        for (const time of [1, 2]) {
          const { status, html } = await deskOf(server, reader).read(path);
          expect([time, status, html.includes('/saisie/suivi')]).toEqual([time, 200, false]);
        }
      }
    }
  });

  it('shows the team what the figures of a bilan still lack, and nobody else', async () => {
    const line = /Exercice 2020, prêt à \d+ % : \d+ chiffres?.*Suivi de la saisie/;
    for (const path of ['/bilans', '/bilans/2020']) {
      const own = await desk.read(path);
      expect([own.status, htmlMistakes(own.html)]).toEqual([200, []]);
      expect(plain(textOf(own.html))).toMatch(line);
      expect(own.html).toContain('href="/saisie/suivi?annee=2020"');
      for (const reader of [null, await signIn(server, 'viewer'), partner]) {
        for (const time of [1, 2]) {
          const { status, html } = await deskOf(server, reader).read(path);
          expect([time, status, html.includes('/saisie/suivi')]).toEqual([time, 200, false]);
        }
      }
    }
  });

  it('shows a partner their own figures: what is owed, what was given and what became of it', async () => {
    const own = deskOf(server, partner);
    const { status, html } = await own.read('/mes-chiffres');
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    const text = plain(textOf(html));
    expect(text).toContain('Décembre 2020 Sets de table Avant le 10 janvier 2021 inclus En retard');
    const [, template = ''] = /href="([^"]*modele\.xlsx)"/.exec(html) ?? [];
    expect((await own.read(template)).status).toBe(200);
    expect(text).toContain('12 spots partagés Donné le 15 janvier 2021 à 10 h En attente de validation');
    expect(text).not.toContain('réseaux sociaux');
    expect((await own.read('/')).html).toContain('href="/mes-chiffres"');
    expect((await own.read(SUIVI)).status).toBe(403);
    const other = deskOf(server, await signIn(server, 'contributor', { organisation: 'LOT-TOURISME' }));
    expect(plain(textOf((await other.read('/mes-chiffres')).html))).not.toContain('12 spots partagés');
    expect((await desk.read('/mes-chiffres')).status).toBe(200);
  });
});
