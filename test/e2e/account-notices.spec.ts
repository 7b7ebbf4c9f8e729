import { Secret, TOTP } from 'otpauth';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { RecoveryCodesService } from '../../src/accounts/second-factor/recovery-codes.service.js';
import { TotpService } from '../../src/accounts/second-factor/totp.service.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { signIn, type SignedIn } from '../support/people.js';

const NOW = '2021-01-15T09:00:00Z';
const PASSWORD = 'ruche cailloux gabarre truffe';
const NEW_PASSWORD = 'quatre mots sans lien moulin';

describe('Notices of one’s own account', () => {
  let server: TestServer;
  let mails: MailServer;
  let passwordHash: string;
  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });

  beforeAll(async () => {
    mails = await startMailServer();
    server = await startTestServer({ now: NOW, smtpUrl: mails.url });
    passwordHash = await get(PasswordsService).hash(PASSWORD);
  });
  beforeEach(() => mails.received.splice(0));
  afterAll(async () => {
    await server.close();
    await mails.close();
  });

  /** Sends a form, waits for the mails that it set off, and gives the subjects of those that a person received. */
  async function told(path: string, person: SignedIn, fields: Record<string, string>): Promise<string[]> {
    await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: person.headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    await get(Mailer).settled();
    expect(mails.received.every(({ to }) => to.length === 1 && to[0] === person.email)).toBe(true);
    return mails.received.map(
      ({ headers }) => headers.find((line) => line.startsWith('Subject: '))?.slice('Subject: '.length) ?? '',
    );
  }

  it('tell of another password, without it', async () => {
    const person = await signIn(server, 'editor', { passwordHash });
    const fields = { current: PASSWORD, password: NEW_PASSWORD };
    expect(await told('/mon-compte/mot-de-passe', person, fields)).toEqual([
      expect.stringContaining('Votre mot de passe a changé'),
    ]);
    expect(JSON.stringify(mails.received)).not.toContain(NEW_PASSWORD);
  });

  it('tell of a second factor set up, of a recovery code used and of a second factor removed', async () => {
    const person = await signIn(server, 'editor', { passwordHash });
    const page = await (
      await fetch(`${server.url}/mon-compte/second-facteur`, { headers: person.headers })
    ).text();
    const seed = (/<code id="seed">([^<]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
    const sealed = /name="seed" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const code = TOTP.generate({ secret: Secret.fromBase32(seed), timestamp: Date.parse(NOW) });
    const fields = { seed: sealed, code, password: PASSWORD };
    expect(await told('/mon-compte/second-facteur', person, fields)).toEqual([
      expect.stringContaining('Votre second facteur est en place'),
    ]);
    expect(JSON.stringify(mails.received)).not.toContain(seed);

    mails.received.splice(0);
    const half = await signIn(server, 'validator', { stage: 'second_factor' });
    await get(TotpService).store(half.personId, get(TotpService).newSeed(), 0);
    const [recovery = ''] = await get(RecoveryCodesService).renew(half.personId);
    expect(await told('/connexion/second-facteur', half, { code: recovery })).toEqual([
      expect.stringContaining('Un code de secours a servi'),
    ]);
    expect(JSON.stringify(mails.received)).not.toContain(recovery);

    mails.received.splice(0);
    const other = await signIn(server, 'viewer', { passwordHash });
    await get(TotpService).store(other.personId, get(TotpService).newSeed(), 0);
    expect(await told('/mon-compte/second-facteur/retirer', other, { password: PASSWORD })).toEqual([
      expect.stringContaining('Votre second facteur a été retiré'),
    ]);
  });

  it('are not sent to whoever did not want them, nor about what was refused', async () => {
    const person = await signIn(server, 'editor', { passwordHash });
    const wrong = { current: 'autre chose', password: NEW_PASSWORD };
    expect(await told('/mon-compte/mot-de-passe', person, wrong)).toEqual([]);
    await get(PeopleRepository).update(person.personId, { notices: false });
    expect(await told('/mon-compte/mot-de-passe', person, { ...wrong, current: PASSWORD })).toEqual([]);
    const hash = (await get(PeopleRepository).byId(person.personId))?.passwordHash ?? null;
    expect(await get(PasswordsService).verify(hash, NEW_PASSWORD)).toBe(true);
  });
});
