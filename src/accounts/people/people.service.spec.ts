import type { TestServer } from '../../../test/support/application.js';
import { ENGINES } from '../../../test/support/databases.js';
import { signIn } from '../../../test/support/people.js';
import { openServices, type TestServices } from '../../../test/support/services.js';
import { AuditJournal } from '../../platform/audit/audit-journal.service.js';
import type { JournalEntry } from '../../platform/audit/audit.types.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ProgrammeService } from '../../programme/programme.service.js';
import type { Role } from '../account.types.js';
import { ApiTokensService } from '../tokens/api-tokens.service.js';
import { OneTimeLinksService } from '../links/one-time-links.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonDataService } from './person-data.service.js';
import { PersonHelpService } from './person-help.service.js';

const LEA = { email: 'Lea@Exemple.fr', name: 'Léa', role: 'editor', organisation: null } as const;
const codeOf = (link: string): string => new URL(link).searchParams.get('code') ?? '';

describe.each(ENGINES)('People on %s', (engine) => {
  let services: TestServices;
  let people: PeopleService;
  const get = <T>(type: new (...args: never[]) => T): T => services.context.get(type, { strict: false });

  beforeEach(async () => {
    services = await openServices(engine);
    people = get(PeopleService);
  });
  afterEach(() => services.close());

  /** Somebody signed in, as requests see them. */
  const come = async (role: Role, options: { name?: string } = {}) => {
    const application = services.context as TestServer['application'];
    const { personId, headers } = await signIn({ application }, role, options);
    const secret = headers.cookie.slice('copil='.length);
    return { id: personId, isIn: async () => (await get(SessionsService).identify(secret)) !== null };
  };
  const journal = async (): Promise<JournalEntry[]> => {
    const entries: JournalEntry[] = [];
    for await (const chunk of get(AuditJournal).all({})) entries.push(...chunk);
    return entries.toReversed();
  };
  const stateOf = async (id: number): Promise<string> => (await people.byId(id)).state;

  it('invites by a link that works once, and again while nobody came', async () => {
    const first = await people.invite(LEA);
    expect(first.person).toMatchObject({ email: 'lea@exemple.fr', state: 'invited', role: 'editor' });
    const again = await people.invite({ ...LEA, role: 'validator' });
    expect(again.person).toMatchObject({ id: first.person.id, role: 'validator' });
    const links = get(OneTimeLinksService);
    await expect(links.look(codeOf(first.link), ['invitation'])).rejects.toMatchObject({
      code: 'link_expired',
    });
    expect(await links.look(codeOf(again.link), ['invitation'])).toEqual({
      kind: 'invitation',
      personId: first.person.id,
    });
    const [told] = await journal();
    expect(told).toMatchObject({
      action: 'person.invited',
      subject: `person:${first.person.id}`,
      after: { role: 'editor', organisation: null },
      details: { email: 'lea@exemple.fr', name: 'Léa' },
    });
  });

  it('refuses what it cannot keep, with each thing to correct', async () => {
    await come('viewer');
    const known = (await people.all())[0]?.email ?? '';
    await expect(people.invite({ ...LEA, email: ` ${known.toUpperCase()}` })).rejects.toMatchObject({
      code: 'person_known',
      status: 409,
    });
    await expect(
      people.invite({ email: 'léa', name: ' ', role: 'contributor', organisation: '' }),
    ).rejects.toMatchObject({
      code: 'invalid_person',
      issues: [{ path: 'email' }, { path: 'name' }, { path: 'organisation' }],
    });
    const refused = { code: 'invalid_person', issues: [{ path: 'organisation' }] };
    await expect(people.invite({ ...LEA, organisation: 'NULLE_PART' })).rejects.toMatchObject(refused);
    await expect(people.invite({ ...LEA, email: 'ancien-3@anonyme.invalid' })).rejects.toMatchObject({
      issues: [{ path: 'email' }],
    });
    await expect(people.invite({ ...LEA, name: 'Léa\nDurand' })).rejects.toMatchObject({
      issues: [{ path: 'name' }],
    });
    expect(await people.all()).toHaveLength(1);
  });

  it('binds a partner to an organisation that stands by itself', async () => {
    for (const code of ['MAIRIE', 'OFFICE']) {
      await get(ProgrammeService).storeOrganisation({
        code,
        kind: 'partner',
        role: null,
        note: null,
        names: [],
      });
    }
    const all = await get(PeopleRepository).organisations();
    const [first, second] = ['MAIRIE', 'OFFICE'].map((code) => all.find((one) => one.code === code));
    if (first === undefined || second === undefined) throw new Error('both were just stored');
    const { person } = await people.invite({
      ...LEA,
      role: 'contributor',
      organisation: first.code.toLowerCase(),
    });
    expect(person.organisation).toBe(first.code);
    await get(UnitOfWork).write(async (manager) => {
      await manager.query(`UPDATE organisations SET merged_into_id = ${second.id} WHERE id = ${first.id}`);
    });
    await expect(people.change(person.id, { ...person, organisation: first.code })).rejects.toMatchObject({
      issues: [{ code: 'wrong_organisation', message: expect.stringContaining('réunie') }],
    });
    const moved = await people.change(person.id, { ...person, organisation: second.code });
    expect(moved.organisation).toBe(second.code);
  });

  it('ends the sessions of whom it gives other rights, not of whom it renames', async () => {
    const marie = await come('editor');
    const person = await people.byId(marie.id);
    await people.change(marie.id, { ...person, name: 'Marie' });
    expect(await marie.isIn()).toBe(true);
    await people.change(marie.id, { ...person, name: 'Marie', role: 'viewer' });
    expect(await marie.isIn()).toBe(false);
    const [renamed, changed] = await journal();
    expect(renamed).toMatchObject({ action: 'person.renamed', before: null, after: null });
    expect(changed).toMatchObject({
      action: 'person.role_changed',
      before: { role: 'editor', organisation: null },
      after: { role: 'viewer', organisation: null },
    });
  });

  it('shuts out and lets in again, and takes back the links of whom it shuts out', async () => {
    const marie = await come('editor');
    const { link, person } = await people.invite(LEA);
    const reset = await get(PersonHelpService).newResetLink(marie.id);
    for (const id of [marie.id, person.id]) await people.disable(id, null);
    expect(await marie.isIn()).toBe(false);
    for (const secret of [codeOf(link), codeOf(reset.link)]) {
      await expect(
        get(OneTimeLinksService).look(secret, ['invitation', 'password_reset']),
      ).rejects.toMatchObject({ code: 'link_expired' });
    }
    for (const id of [marie.id, person.id]) await people.enable(id);
    expect([await stateOf(marie.id), await stateOf(person.id)]).toEqual(['active', 'invited']);
    await expect(get(PersonHelpService).newInvitationLink(marie.id)).rejects.toMatchObject({
      code: 'wrong_state',
    });
    await expect(get(PersonHelpService).newResetLink(person.id)).rejects.toMatchObject({
      code: 'wrong_state',
    });
  });

  it('keeps an administrator, even when two are taken away at once', async () => {
    const [one, other] = [await come('admin'), await come('admin')];
    const attempts = await Promise.allSettled([
      people.disable(one.id, other.id),
      people.change(other.id, { name: 'B', role: 'viewer', organisation: null }),
    ]);
    expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await get(PeopleRepository).countActiveAdmins()).toBe(1);
    const [last] = await get(PeopleRepository).holdActiveAdmins();
    const email = (await people.byId(last ?? 0)).email;
    await expect(people.disable(last ?? 0, null)).rejects.toMatchObject({ code: 'last_admin', status: 409 });
    await expect(get(PersonDataService).anonymise(last ?? 0, email, null)).rejects.toMatchObject({
      code: 'last_admin',
    });
  });

  it('takes nobody’s account away from under themselves', async () => {
    const [one] = [await come('admin'), await come('admin')];
    const { email } = await people.byId(one.id);
    const own = { code: 'own_account', status: 409 };
    await expect(people.disable(one.id, one.id)).rejects.toMatchObject(own);
    await expect(get(PersonDataService).anonymise(one.id, email, one.id)).rejects.toMatchObject(own);
    await expect(get(PersonHelpService).removeSecondFactor(one.id, one.id)).rejects.toMatchObject(own);
  });

  it('resets a lost second factor, and ends sessions', async () => {
    const marie = await come('validator');
    const help = get(PersonHelpService);
    await expect(help.removeSecondFactor(marie.id, null)).rejects.toMatchObject({ code: 'wrong_state' });
    await get(PeopleRepository).update(marie.id, { totpSeed: 'sealed', totpLastStep: 12 });
    expect((await people.byId(marie.id)).hasSecondFactor).toBe(true);
    await help.removeSecondFactor(marie.id, null);
    expect((await people.byId(marie.id)).hasSecondFactor).toBe(false);
    expect(await marie.isIn()).toBe(false);
    expect((await journal()).at(-1)).toMatchObject({ action: 'second_factor.removed' });
  });

  it('forgets somebody: their name and address are nowhere any more, what they did is', async () => {
    await come('admin');
    const marie = await come('editor', { name: 'Marie Introuvable' });
    const { email } = await people.byId(marie.id);
    await people.change(marie.id, { name: 'Marie Disparue', role: 'viewer', organisation: null });
    const data = get(PersonDataService);
    await expect(data.anonymise(marie.id, 'marie@ailleurs.fr', null)).rejects.toMatchObject({
      code: 'invalid_person',
      issues: [{ path: 'email' }],
    });
    await data.anonymise(marie.id, ` ${email.toUpperCase()} `, null);
    expect(await people.byId(marie.id)).toMatchObject({
      email: `ancien-${marie.id}@anonyme.invalid`,
      name: 'ancien utilisateur',
      state: 'anonymised',
      lastSignedInAt: null,
    });
    expect(await people.nameOf(`person:${marie.id}`)).toBe('ancien utilisateur');
    expect(await people.nameOf('token:Stand')).toBe('token:Stand');
    expect(await marie.isIn()).toBe(false);
    const { manager } = get(UnitOfWork);
    const kept = JSON.stringify(
      await Promise.all(
        ['people', 'audit_entries', 'audit_personal', 'sessions', 'one_time_links'].map((table) =>
          manager.query(`SELECT * FROM ${table}`),
        ),
      ),
    );
    for (const word of ['Introuvable', 'Disparue', email]) expect(kept).not.toContain(word);
    expect((await journal()).map(({ action }) => action)).toContain('person.anonymised');
    await expect(people.enable(marie.id)).rejects.toMatchObject({ code: 'wrong_state' });
    await expect(people.change(marie.id, { ...LEA })).rejects.toMatchObject({ code: 'wrong_state' });
    // The address is free again.
    expect((await people.invite({ ...LEA, email })).person.id).not.toBe(marie.id);
  });

  it('hands over everything about one person, and nothing of another', async () => {
    const marie = await come('editor', { name: 'Marie' });
    const paul = await come('editor', { name: 'Paul Autrui' });
    await people.change(paul.id, { name: 'Paul Nouveau', role: 'viewer', organisation: null });
    await people.change(marie.id, { name: 'Marie D.', role: 'editor', organisation: null });
    await get(PersonHelpService).newResetLink(marie.id);
    await get(ApiTokensService).create({ name: 'Stand', scope: 'read' });
    const { email } = await people.byId(marie.id);
    const file = await get(PersonDataService).export(marie.id);
    expect(file).toMatchObject({
      exportedAt: '2020-12-17T10:00:00Z',
      person: { id: marie.id, email, name: 'Marie D.', notices: true },
      sessions: [{ device: expect.any(String), stage: 'full' }],
      links: [{ kind: 'password_reset', usedAt: null }],
      shares: [],
      tokens: [],
      recoveryCodes: [],
    });
    expect(file.journal.map(({ action }) => action)).toEqual([
      'person.renamed',
      'password.reset_requested',
      'person.exported',
    ]);
    const text = JSON.stringify(file);
    for (const word of ['Paul', 'secretHash', 'passwordHash', 'totpSeed', `person:${paul.id}`]) {
      expect(text).not.toContain(word);
    }
  });
});
