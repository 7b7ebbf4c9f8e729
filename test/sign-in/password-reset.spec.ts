import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { PasswordResetService } from '../../src/accounts/sign-in/password-reset.service.js';
import { PasswordsService } from '../../src/accounts/sign-in/passwords.service.js';
import { AuditEntryEntity } from '../../src/platform/audit/audit.entity.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Mailer } from '../../src/platform/mail/mailer.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { type MailServer, startMailServer } from '../support/mail-server.js';
import { signIn, type SignedIn } from '../support/people.js';
import { type Answer, Visitor } from './visitor.js';

const OLD = 'tournesol brique vélo mardi';
const NEW = 'vigne galet tambour jeudi';
const SITE = 'http://bilan.exemple.fr';

describe.each(ENGINES)('A forgotten password, on %s', (engine) => {
  let server: TestServer;
  let mails: MailServer;
  let person: SignedIn;

  beforeEach(async () => {
    mails = await startMailServer();
    server = await startTestServer({ engine, smtpUrl: mails.url, baseUrl: SITE });
    person = await signIn(server, 'viewer', {
      passwordHash: await get(PasswordsService).hash(OLD),
      name: 'Léa Roux',
    });
  });
  afterEach(async () => {
    await server.close();
    await mails.close();
  });

  const get = <T>(type: new (...args: never[]) => T): T => server.application.get(type, { strict: false });
  const ask = async (email: string): Promise<Answer> => {
    const answer = await new Visitor(server).post('/mot-de-passe-oublie', { email });
    await get(PasswordResetService).settled();
    await get(Mailer).settled();
    return answer;
  };
  const linkPath = (index = -1): string => {
    const [, path = ''] =
      /https?:\/\/[^/\s]+(\/nouveau-mot-de-passe\?code=[\w-]{43})/.exec(
        mails.received.at(index)?.text ?? '',
      ) ?? [];
    return path;
  };
  const actions = async (): Promise<string[]> =>
    (await get(UnitOfWork).manager.find(AuditEntryEntity, { order: { id: 'ASC' } })).map(
      ({ action }) => action,
    );

  it('is replaced by a link received by mail, which ends every session and opens none', async () => {
    const asked = await ask(person.email.toUpperCase());
    expect([asked.status, asked.location]).toEqual([303, '/mot-de-passe-oublie?fait=demande']);
    expect(mails.received.map(({ from, to }) => [from, to])).toEqual([
      ['copil@bilan.exemple.fr', [person.email]],
    ]);
    expect(mails.received[0]?.text).toContain('Bonjour Léa Roux,');
    expect(mails.received[0]?.text).toContain(`${SITE}/nouveau-mot-de-passe?code=`);
    const visitor = new Visitor(server);
    expect((await visitor.get(linkPath())).location).toBe('/nouveau-mot-de-passe');
    const page = await visitor.get('/nouveau-mot-de-passe');
    expect(page.text).toContain(person.email);
    expect((await visitor.post('/nouveau-mot-de-passe', { password: 'trop court' })).status).toBe(422);
    const chosen = await visitor.post('/nouveau-mot-de-passe', { password: NEW });
    expect([chosen.status, chosen.location]).toEqual([303, '/connexion?fait=mot-de-passe']);
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.get('/connexion?fait=mot-de-passe')).text).toContain('connectez-vous avec lui');
    const [, secret = ''] = person.headers.cookie.split('=');
    expect(await get(SessionsService).identify(secret)).toBeNull();
    expect((await visitor.post('/connexion', { email: person.email, password: OLD, next: '/' })).status).toBe(
      422,
    );
    expect((await visitor.post('/connexion', { email: person.email, password: NEW, next: '/' })).status).toBe(
      303,
    );
    await get(Mailer).settled();
    expect(mails.received.at(-1)?.headers).toContainEqual(
      expect.stringMatching(/^Subject: Votre mot de passe a changé/),
    );
    expect(await actions()).toEqual(expect.arrayContaining(['password.reset_requested', 'password.changed']));
  });

  it('is answered alike for whoever, and mailed to active accounts only', async () => {
    const [disabled, invited] = [await signIn(server, 'viewer'), await signIn(server, 'viewer')];
    await get(PeopleRepository).update(disabled.personId, { state: 'disabled' });
    await get(PeopleRepository).update(invited.personId, { state: 'invited', passwordHash: null });
    const answers: unknown[] = [];
    for (const email of [
      person.email,
      disabled.email,
      invited.email,
      'personne@exemple.fr',
      'pas une adresse',
    ]) {
      const { status, location, text } = await ask(email);
      answers.push({ status, location, text });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(mails.received).toHaveLength(1);
  });

  it('answers before anything that depends on the address is done', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const people = get(PeopleRepository);
    const byEmail = people.byEmail.bind(people);
    people.byEmail = (email) => held.then(() => byEmail(email));
    const answer = await new Visitor(server).post('/mot-de-passe-oublie', { email: person.email });
    expect(answer.status).toBe(303);
    expect(mails.received).toEqual([]);
    release();
    await get(PasswordResetService).settled();
    await get(Mailer).settled();
    expect(mails.received).toHaveLength(1);
  });

  it('sends five mails an hour at most, and stops listening to an address of the network after twenty', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 22; index += 1) statuses.push((await ask(person.email)).status);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 303), 429, 429]);
    expect(mails.received).toHaveLength(5);
    server.clock.set('2021-01-15T10:00:01Z');
    expect((await ask(person.email)).status).toBe(303);
    expect(mails.received).toHaveLength(6);
  });

  it('leaves one link working, once, for half an hour', async () => {
    await ask(person.email);
    await ask(person.email);
    const open = async (path: string): Promise<[Visitor, number]> => {
      const visitor = new Visitor(server);
      await visitor.get(path);
      return [visitor, (await visitor.get('/nouveau-mot-de-passe')).status];
    };
    expect((await open(linkPath(0)))[1]).toBe(410);
    const [one, other] = [await open(linkPath(1)), await open(linkPath(1))];
    expect([one[1], other[1]]).toEqual([200, 200]);
    const both = await Promise.all(
      [one, other].map(([visitor]) => visitor.post('/nouveau-mot-de-passe', { password: NEW })),
    );
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 410]);
    await ask(person.email);
    server.clock.set('2021-01-15T09:30:00Z');
    expect((await open(linkPath()))[1]).toBe(410);
  });

  it('opens no first visit, and the link of a first visit no password', async () => {
    await ask(person.email);
    const visitor = new Visitor(server);
    await visitor.get(linkPath());
    expect((await visitor.get('/premiere-connexion')).status).toBe(410);
    const other = new Visitor(server);
    await other.get(`/nouveau-mot-de-passe${new URL(server.firstAdminLink ?? '').search}`);
    expect((await other.get('/nouveau-mot-de-passe')).status).toBe(410);
    expect((await new Visitor(server).get('/nouveau-mot-de-passe')).text).toContain('Demander ce lien');
  });

  it('says whom to ask where no mail is sent', async () => {
    const silent = await startTestServer({ engine });
    try {
      const visitor = new Visitor(silent);
      expect((await visitor.get('/mot-de-passe-oublie')).text).toContain(
        'demandez un lien à la personne qui administre',
      );
      await visitor.post('/mot-de-passe-oublie', { email: 'personne@exemple.fr' });
      expect((await visitor.get('/mot-de-passe-oublie?fait=demande')).text).toContain('C’est noté, mais');
    } finally {
      await silent.close();
    }
  });
});
