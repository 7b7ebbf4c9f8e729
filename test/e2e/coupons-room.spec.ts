import { CouponsService } from '../../src/entry/coupons/coupons.service.js';
import { DailyJobs } from '../../src/platform/jobs/daily-jobs.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { deskOf, journalOf, type Desk } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { htmlMistakes, textOf } from '../support/html-lint.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { signIn } from '../support/people.js';

const COUPONS = '/saisie/coupons';
const FORM = { organisation: 'CCI46', month: '2020-09', expires: '2021-01-31' };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe.each(ENGINES)('the page of coupons on %s', (engine) => {
  let server: TestServer;
  let mails: MailServer;
  let desk: Desk;

  beforeAll(async () => {
    mails = await startMailServer();
    server = await startTestServer({ engine, smtpUrl: mails.url });
    desk = deskOf(server, await signIn(server, 'editor', { name: 'Marie Dupont' }));
  });
  afterAll(async () => {
    await server.close();
    await mails.close();
  });
  beforeEach(() => server.at('2021-01-15T09:00:00Z'));

  const coupons = (): CouponsService => server.application.get(CouponsService, { strict: false });
  const sentMails = async () => {
    await server.application.get(Mailer, { strict: false }).settled();
    return mails.received;
  };

  it('says what a coupon is before there is one', async () => {
    const { status, html } = await desk.read(`${COUPONS}?mois=2019-07&organisation=CCI46`);
    expect([status, htmlMistakes(html)]).toEqual([200, []]);
    expect(textOf(html)).toContain('Aucun coupon n’a encore été donné.');
    expect(html).toMatch(/<option value="CCI46" selected>/);
    expect(html).toMatch(/<option value="2019-07" selected>/);
  });

  it('makes one, shows its address once and lists it without', async () => {
    const made = await desk.send(COUPONS, { ...FORM, email: '' });
    expect([made.status, htmlMistakes(made.html)]).toEqual([200, []]);
    const address = /<code id="adresse">([^<]+)</.exec(made.html)?.[1] ?? '';
    expect(address).toMatch(new RegExp(`^${server.url}/coupon/[\\w-]{43}$`));
    const list = plain(textOf((await desk.read(COUPONS)).html));
    expect(list).not.toContain('/coupon/');
    expect(list).toMatch(/septembre 2020 31 janvier 2021 0 Aucune Ouvert/);
    expect(list).toContain('par Marie Dupont');
    expect(await sentMails()).toEqual([]);
  });

  it('sends it at once where it is asked to', async () => {
    const made = await desk.send(COUPONS, { ...FORM, email: ' Contact@CCI.exemple.fr ' });
    expect(plain(textOf(made.html))).toContain('Il part à l’adresse contact@cci.exemple.fr.');
    const [mail] = await sentMails();
    expect(mail?.to).toEqual(['contact@cci.exemple.fr']);
    expect(plain(mail?.headers.join('\n') ?? '')).toContain('Subject: Vos chiffres de septembre 2020 pour');
    const address = /<code id="adresse">([^<]+)</.exec(made.html)?.[1] ?? 'nowhere';
    expect(mail?.text).toContain(address);
    const [entry] = (await journalOf(server, 'coupon.created')).toReversed();
    expect(entry?.after).toEqual({ organisation: 'CCI46', month: '2020-09', expires: '2021-01-31' });
    expect(JSON.stringify(entry)).not.toContain('cci.exemple.fr');
  });

  it.each<[Record<string, string>, string]>([
    [{ organisation: 'NULLE-PART' }, 'Choisissez une organisation de la liste.'],
    [{ month: '2020-13' }, 'Choisissez un mois de la liste.'],
    [{ expires: '2021-01-14' }, 'un coupon s’ouvre trois mois au plus'],
    [{ expires: '2021-04-18' }, 'un coupon s’ouvre trois mois au plus'],
    [{ email: 'pas une adresse' }, 'n’est pas une adresse'],
    [{ email: 'a@b.fr\r\nBcc: c@d.fr' }, 'n’est pas une adresse'],
  ])('refuses %j beside its field and keeps what was typed', async (fields, message) => {
    const before = (await coupons().list()).length;
    const { status, html } = await desk.send(COUPONS, { ...FORM, email: 'x@exemple.fr', ...fields });
    expect([status, htmlMistakes(html)]).toEqual([422, []]);
    expect(plain(textOf(html))).toContain(message);
    expect((await coupons().list()).length).toBe(before);
  });

  it('asks for no month that has not begun', async () => {
    const { html } = await desk.read(`${COUPONS}?mois=2031-01`);
    expect(html).not.toContain('2031-01');
    expect(html).toMatch(/<option value="2020-12" selected>/);
    const refused = await desk.send(COUPONS, { ...FORM, month: '2021-02' });
    expect([refused.status, htmlMistakes(refused.html)]).toEqual([422, []]);
    expect(textOf(refused.html)).toContain('Choisissez un mois de la liste.');
  });

  it('takes one back, twice without harm', async () => {
    const [coupon] = await coupons().list();
    const path = `${COUPONS}/${coupon?.id ?? 0}/revoquer`;
    for (const time of [1, 2]) {
      expect([time, (await desk.send(path, {})).location]).toEqual([time, `${COUPONS}?fait=revoque`]);
    }
    expect((await coupons().list())[0]?.state).toBe('revoked');
    expect(await journalOf(server, 'coupon.revoked')).toHaveLength(1);
    expect(textOf((await desk.read(`${COUPONS}?fait=revoque`)).html)).toContain('Le coupon est révoqué');
    expect((await desk.send(`${COUPONS}/99999/revoquer`, {})).status).toBe(404);
  });

  it('forgets where a coupon went thirty days after its end, and not before', async () => {
    const address = async () => (await coupons().list()).find(({ email }) => email !== null)?.email ?? null;
    const jobs = server.application.get(DailyJobs, { strict: false });
    await server.at('2021-03-02T09:00:00Z');
    await jobs.runIfNewDay();
    expect(await address()).toBe('contact@cci.exemple.fr');
    await server.at('2021-03-03T09:00:00Z');
    await jobs.runIfNewDay();
    expect(await address()).toBeNull();
  });
});
