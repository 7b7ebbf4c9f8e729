import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import { pino } from 'pino';
import { PasswordResetService } from '../../src/accounts/sign-in/password-reset.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { databaseText } from '../support/database-state.js';
import { ENGINES } from '../support/databases.js';
import { startMailServer, type MailServer } from '../support/mail-server.js';
import { send, type RawAnswer } from '../support/raw-http.js';
import { Visitor } from '../support/visitor.js';

const PASSWORDS = [
  'quatre canards sous le pont Valentré',
  'une gabarre chargée de truffes noires',
  'le moulin qui tourne sans vent ni eau',
];
/** People, whom the journal may name where it can be purged, and the log never. */
const PEOPLE = ['claire@exemple.fr', 'jeanne@exemple.fr', 'personne@exemple.fr', 'Vayssière', 'Vidal'];

const match = ({ text }: RawAnswer, pattern: RegExp): string => {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern} is not in the page: ${text.slice(0, 300)}`);
  return found;
};
const shown = (page: RawAnswer): string => match(page, /<div class="secret"><code[^>]*>([^<]+)</);

describe.each(ENGINES)('what must be found nowhere, after everything was done once, on %s', (engine) => {
  let server: TestServer;
  let mails: MailServer;
  let log = '';
  /** By what it opens. */
  const secrets = new Map<string, string>();

  const keep = (name: string, secret: string): string => {
    expect([name, secret.length]).toEqual([name, expect.any(Number)]);
    expect(secret.length).toBeGreaterThan(5);
    secrets.set(name, secret);
    return secret;
  };
  const keepAll = (name: string, visitor: Visitor): void =>
    visitor.secrets.forEach((secret, index) => keep(`${name} ${secrets.size} ${index}`, secret));
  const codeOf = (link: string): string => new URL(link).searchParams.get('code') ?? '';
  const codeAt = (seed: string): string => {
    const later = server.clock.now().getTime() + 30_000;
    server.clock.set(new Date(later).toISOString());
    return new TOTP({ secret: seed }).generate({ timestamp: later });
  };

  beforeAll(async () => {
    mails = await startMailServer();
    const logger = pino({ level: 'trace' }, { write: (line: string) => (log += line) });
    server = await startTestServer({ engine, smtpUrl: mails.url, logger });
    await liveADay();
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  /** First administrator, second factor, invitation, forgotten password, token, share link, mistakes. */
  async function liveADay(): Promise<void> {
    const [own = '', hers = '', another = ''] = PASSWORDS;
    const admin = new Visitor(server.url);
    const firstLink = String(server.firstAdminLink);
    keep('first link', codeOf(firstLink));
    await admin.get(firstLink);
    keepAll('cookie of a link', admin);
    await admin.post('/premiere-connexion', {
      email: 'claire@exemple.fr',
      name: 'Claire Vayssière',
      password: own,
    });
    keepAll('session to enrol', admin);
    const scan = await admin.get('/mon-compte/second-facteur');
    const seed = keep('seed', match(scan, /id="seed"[^>]*>([^<]+)</).replaceAll(/\s/g, ''));
    const sealed = keep('sealed seed of the page', match(scan, /name="seed"[^>]*value="([^"]+)"/));
    const code = keep('code', codeAt(seed));
    const codes = await admin.post('/mon-compte/second-facteur', { seed: sealed, code, next: '/' });
    const recovery = [...match(codes, /<ol id="codes">([\s\S]*?)<\/ol>/).matchAll(/<li>([^<]+)</g)];
    expect(recovery.length).toBe(10);
    recovery.forEach(([, one = ''], index) => keep(`recovery code ${index}`, one));
    keepAll('administrator', admin);

    const invite = { email: 'jeanne@exemple.fr', name: 'Jeanne Vidal', role: 'editor', organisation: '' };
    await admin.get('/administration/personnes');
    const invited = shown(await admin.post('/administration/personnes', invite));
    keep('invitation', codeOf(invited.replaceAll('&amp;', '&')));
    const editor = new Visitor(server.url);
    await editor.get(invited);
    await editor.post('/premiere-connexion', { name: 'Jeanne Vidal', password: hers });
    await editor.get('/mon-compte');
    keepAll('editor', editor);
    await editor.post('/deconnexion', {});

    // Mistakes: a wrong password, an unknown address, a wrong token, a wrong code in an address.
    const lost = new Visitor(server.url);
    await lost.post('/connexion', {
      email: 'jeanne@exemple.fr',
      password: keep('typo', 'une gabare chargée'),
    });
    await lost.post('/connexion', { email: 'personne@exemple.fr', password: hers });
    await lost.get(`/nouveau-mot-de-passe?code=${keep('guess', 'A'.repeat(43))}`);
    const authorization = `Bearer ${keep('unknown token', `copil_${'a'.repeat(43)}`)}`;
    await send(server.url, { path: '/api/v1/figures?year=2020', headers: { authorization } });
    await send(server.url, { path: `/%?code=${keep('undecodable', 'secretdansuneadresse')}` });

    await lost.get('/mot-de-passe-oublie');
    await lost.post('/mot-de-passe-oublie', { email: 'jeanne@exemple.fr' });
    await lost.post('/mot-de-passe-oublie', { email: 'personne@exemple.fr' });
    await server.application.get(PasswordResetService, { strict: false }).settled();
    await arrived(/nouveau-mot-de-passe/);
    const mail =
      mails.received.map(({ text }) => text).find((text) => /nouveau-mot-de-passe/.test(text)) ?? '';
    const reset = /https?:\S+nouveau-mot-de-passe\S+/.exec(mail)?.[0] ?? '';
    keep('reset', codeOf(reset));
    await lost.get(reset);
    await lost.post('/nouveau-mot-de-passe', { password: another });
    await lost.post('/connexion', { email: 'jeanne@exemple.fr', password: another, next: '/' });
    keepAll('after the reset', lost);

    await admin.get('/administration/jetons');
    const form = {
      name: 'Stand',
      read: 'on',
      indicators: '',
      campaigns: '',
      organisations: '',
      expires: '2021-06-30',
      rate: '0',
    };
    const token = keep('token', shown(await admin.post('/administration/jetons', form)));
    const read = await send(server.url, {
      path: '/api/v1/figures?year=2020',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(read.status).toBe(200);
    await admin.get('/administration/partages');
    const shared = { kind: 'dashboard', year: '2020', label: 'Membres du comité', expires: '2021-06-30' };
    const share = shown(await admin.post('/administration/partages', shared));
    keep('share link', share.split('/').at(-1) ?? '');
    const guest = new Visitor(server.url);
    expect((await guest.get(share)).status).toBe(303);
    expect((await guest.get('/tableau-de-bord/2020')).status).toBe(200);
    PASSWORDS.forEach((password, index) => keep(`password ${index}`, password));
    await server.application.get(UnitOfWork, { strict: false }).idle();
  }

  async function arrived(words: RegExp): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (mails.received.some(({ text }) => words.test(text))) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('no mail came');
  }

  /** Names of the secrets that a text holds, however they were written. */
  const foundIn = (text: string): string[] =>
    [...secrets]
      .filter(([, secret]) =>
        [
          secret,
          secret.replaceAll('-', ''),
          encodeURIComponent(secret),
          Buffer.from(secret).toString('base64'),
        ].some((one) => text.includes(one)),
      )
      .map(([name]) => name);

  it('keeps secrets of every kind to look for', () => {
    expect(secrets.size).toBeGreaterThan(25);
  });

  it('keeps none of them in the rows of the database', async () => {
    const { manager } = server.application.get(UnitOfWork, { strict: false });
    const text = await databaseText(manager);
    expect(text).toContain('claire@exemple.fr');
    // Six digits stand in many numbers: a code is looked for in the log only.
    expect(foundIn(text).filter((name) => name !== 'code')).toEqual([]);
  });

  it('keeps none of them in the files of the installation', () => {
    const { dataDir } = server.configuration;
    const files = readdirSync(dataDir, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    if (engine === 'sqlite') expect(files.map(({ name }) => name)).toContain('copil.sqlite-wal');
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      const found = [...foundIn(bytes.toString('latin1')), ...foundIn(bytes.toString('utf8'))];
      expect([file.name, found.filter((name) => name !== 'code')]).toEqual([file.name, []]);
    }
  });

  it('logs none of them, nor anybody’s name or address, at the most talkative level', () => {
    expect(log).toContain('"msg":"request"');
    expect(foundIn(log)).toEqual([]);
    expect(PEOPLE.filter((person) => log.includes(person))).toEqual([]);
    expect(log.split('\n').filter((line) => /127\.0\.0\.1|::1/.test(line))).toEqual([]);
  });
});
