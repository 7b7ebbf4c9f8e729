import { Writable } from 'node:stream';
import { pino } from 'pino';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { CollectionLinesService } from '../../src/entry/plan/collection-lines.service.js';
import { RemindersRepository } from '../../src/entry/reminders/reminders.repository.js';
import { DailyJobs } from '../../src/platform/jobs/daily-jobs.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { deskOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { cookieName, signIn, type SignedIn } from '../support/people.js';

const PLACE = { campaign: null, territory: null, channel: null, frequency: 'month' } as const;
const TERMS = { startsOn: '2020-10-01', endsOn: null, dueDays: 10 } as const;
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('reminders of what is owed, on %s', (engine) => {
  let server: TestServer;
  let mails: MailServer;
  let partner: SignedIn;
  let officer: SignedIn;

  beforeAll(async () => {
    mails = await startMailServer();
    server = await startTestServer({ engine, smtpUrl: mails.url });
    partner = await signIn(server, 'contributor', { organisation: 'CCI46', name: 'Paul Roux' });
    officer = await signIn(server, 'editor', { name: 'Marie Dupont' });
    // Somebody else, who owes nothing.
    await signIn(server, 'contributor', { organisation: 'LOT-TOURISME', name: 'Anne Faure' });
    const lines = get(CollectionLinesService);
    const own = { ...PLACE, ...TERMS, organisation: 'CCI46', ownerId: null };
    await lines.add({ indicator: 'SPOTS_PARTAGES', ...own });
    await lines.add({ indicator: 'SETS_DE_TABLE', ...own });
    const team = { ...PLACE, ...TERMS, organisation: null, ownerId: officer.personId };
    await lines.add({ indicator: 'VUES_RESEAUX', ...team });
  });
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    server.application.get(type, { strict: false });
  /** The mails of a day's upkeep. */
  const mailsOf = async (day: string) => {
    const before = mails.received.length;
    server.clock.set(`${day}T09:00:00Z`);
    await get(DailyJobs).runIfNewDay();
    await get(Mailer).settled();
    return mails.received.slice(before).filter(({ text }) => text.includes('attend encore de vous'));
  };

  it('leave nobody alone before the day of the settings, nor with nothing owed', async () => {
    expect(await mailsOf('2021-01-02')).toEqual([]);
  });

  it('go once to each person who owes something, with what and until when', async () => {
    const sent = await mailsOf('2021-01-03');
    expect(sent.map(({ to }) => to[0]).toSorted((one = '', other = '') => (one < other ? -1 : 1))).toEqual(
      [partner.email, officer.email].toSorted((one, other) => (one < other ? -1 : 1)),
    );
    const mail = sent.find(({ to }) => to[0] === partner.email);
    const text = plain(mail?.text ?? '');
    expect(text).toContain('Bonjour Paul Roux,');
    expect(text).toContain('- Spots partagés, avant le 10 janvier 2021 inclus');
    expect(text).toContain('- Sets de table, avant le 10 janvier 2021 inclus');
    expect(text).not.toContain('réseaux sociaux');
    expect(text).toMatch(/Pour les donner : http:\/\/localhost:\d+\/saisie\/2020-12/);
    expect(text).toMatch(/décochez la case de votre compte : http:\/\/localhost:\d+\/mon-compte/);
    expect(plain(mail?.headers.join('\n') ?? '')).toContain('Subject: 2 chiffres de décembre 2020 à donner');
  });

  it('do not go twice, however many servers run', async () => {
    expect(await mailsOf('2021-01-04')).toEqual([]);
    const reminders = get(RemindersRepository);
    const claims = await Promise.all(
      Array.from({ length: 5 }, () => reminders.claim(partner.personId, '2019-01', '2021-01-04T09:00:00Z')),
    );
    expect(claims.filter((one) => one)).toHaveLength(1);
  });

  it('come later when the server was down on the day, of the month before', async () => {
    const sent = await mailsOf('2021-02-20');
    expect(sent.map(({ text }) => /de janvier\s2021/.test(text))).toEqual([true, true]);
  });

  it('are for those who want them', async () => {
    // Weeks went by: the session of before is long over.
    const sessions = get(SessionsService);
    const secret = await sessions.open(partner.personId, 'full');
    const csrfToken = (await sessions.identify(secret))?.csrfToken ?? '';
    const headers = { cookie: `${cookieName(server)}=${secret}`, 'x-csrf-token': csrfToken };
    const desk = deskOf(server, { ...partner, csrfToken, headers });
    const { html } = await desk.read('/mon-compte');
    expect(html).toMatch(/name="reminders" value="on" checked/);
    expect((await desk.send('/mon-compte/avis', { notices: 'on' })).location).toBe('/mon-compte?fait=avis');
    expect((await desk.read('/mon-compte')).html).not.toMatch(/name="reminders" value="on" checked/);
    expect((await mailsOf('2021-03-03')).map(({ to }) => to[0])).toEqual([officer.email]);
  });

  it('that no mail server took are told, by name and not by address, and tried again until they leave once', async () => {
    let refuses = true;
    let log = '';
    const logger = pino(
      new Writable({ write: (chunk: Buffer, _encoding, done) => done(void (log += String(chunk))) }),
    );
    const refusing = await startMailServer({
      onRcptTo: ({ address }, _session, done) => done(refuses ? new Error(`${address} : non`) : null),
    });
    const other = await startTestServer({ engine, smtpUrl: refusing.url, logger });
    const find = <T>(type: abstract new (...args: never[]) => T): T =>
      other.application.get(type, { strict: false });
    const dayOf = async (day: string): Promise<void> => {
      other.clock.set(`${day}T09:00:00Z`);
      await find(DailyJobs).runIfNewDay();
    };
    // What a server does soon after its start is over before anything is owed.
    await find(DailyJobs).runIfNewDay();
    const person = await signIn(other, 'contributor', { organisation: 'CCI46', name: 'Paul Roux' });
    const line = { ...PLACE, ...TERMS, organisation: 'CCI46', ownerId: null };
    await find(CollectionLinesService).add({ indicator: 'SPOTS_PARTAGES', ...line });
    await dayOf('2021-01-03');
    expect(log).toMatch(
      /"month":"2020-12","count":1,"failed":\[{"name":"Paul Roux","failure":"refused"}\].*reminders not sent/,
    );
    expect(log).not.toContain(person.email);
    // Days go by: a session ends meanwhile.
    const editor = async (): Promise<Desk> => deskOf(other, await signIn(other, 'editor'));
    const page = async (): Promise<string> => {
      const { status, html } = await (await editor()).read('/saisie/suivi?mois=2020-12');
      expect([status, htmlMistakes(html)]).toEqual([200, []]);
      return plain(textOf(html));
    };
    expect(await page()).toContain('Un rappel n’est pas parti : Paul Roux. Un nouvel essai suit chaque jour');
    const why = 'Rappel non parti le 3 janvier 2021 à 10 h : le serveur de courriel l’a refusé';
    expect(await page()).toContain(why);
    const asked = { mois: '2020-12', personne: String(person.personId) };
    const desk = await editor();
    const pressed = await desk.send('/saisie/suivi/rappel', asked);
    expect(pressed.location).toBe('/saisie/suivi?mois=2020-12&fait=echec');
    expect(plain(textOf((await desk.read(pressed.location ?? '')).html))).toContain(
      'Le rappel n’est pas parti',
    );
    refuses = false;
    for (const day of ['2021-01-04', '2021-01-05']) await dayOf(day);
    expect(refusing.received.map(({ to }) => to[0])).toEqual([person.email]);
    expect(await page()).toContain('Paul Roux : Rappel envoyé le 4 janvier 2021 à 10 h');
    expect(await page()).not.toMatch(/pas parti|non parti/);
    await other.close();
    await refusing.close();
  }, 30_000);
});
