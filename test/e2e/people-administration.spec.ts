import { AuditVerification } from '../../src/platform/audit/audit-verification.service.js';
import { AuditJournal } from '../../src/platform/audit/audit-journal.service.js';
import { PeopleRepository } from '../../src/accounts/people/people.repository.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

const ROOM = '/administration/personnes';

describe.each(ENGINES)('Administration of people on %s', (engine) => {
  let server: TestServer;
  let admin: SignedIn;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    admin = await signIn(server, 'admin', { name: 'Alice Admin' });
  });
  afterAll(() => server.close());

  const read = (path: string, who: SignedIn | null = admin): Promise<Response> =>
    fetch(`${server.url}${path}`, { headers: who?.headers ?? {}, redirect: 'manual' });
  const send = (path: string, fields: Record<string, string> = {}, who = admin): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { cookie: who.headers.cookie },
      body: new URLSearchParams({ _csrf: who.csrfToken, ...fields }),
      redirect: 'manual',
    });
  const invitation = { email: 'lea@exemple.fr', name: 'Léa <Durand>', role: 'editor', organisation: '' };
  const isIn = async (who: SignedIn): Promise<boolean> => (await read('/mon-compte', who)).status === 200;

  it('is closed to whoever is not an administrator', async () => {
    const validator = await signIn(server, 'validator');
    for (const path of ['/administration', ROOM, `${ROOM}/${admin.personId}`, '/administration/jetons']) {
      expect([path, (await read(path, validator)).status]).toEqual([path, 403]);
      expect((await read(path, null)).headers.get('location')).toContain('/connexion?next=');
    }
    expect((await send(ROOM, invitation, validator)).status).toBe(403);
  });

  it('shows what is in each room', async () => {
    const page = await (await read('/administration')).text();
    for (const room of [
      'programme',
      'personnes',
      'organisations',
      'jetons',
      'partages',
      'journal',
      'textes',
    ]) {
      expect(page).toContain(`href="/administration/${room}"`);
    }
    expect(page).toContain('ouvert au public');
  });

  it('invites somebody by a link shown once, which opens the page of the first sign-in', async () => {
    const refused = await send(ROOM, { ...invitation, email: 'lea', name: '' });
    expect(refused.status).toBe(422);
    const form = await refused.text();
    expect(form).toContain('value="lea"');
    expect(form).toContain('«\u00a0lea\u00a0» n’est pas une adresse');
    const made = await send(ROOM, invitation);
    expect(made.status).toBe(200);
    const page = await made.text();
    const link = /<code id="secret">([^<]+)<\/code>/.exec(page)?.[1] ?? '';
    expect(link).toMatch(new RegExp(`^${server.url}/premiere-connexion\\?code=[\\w-]{43}$`));
    expect(page).toContain('Ce site n’envoie pas de courriel');
    expect(await (await read(ROOM)).text()).not.toContain(link.slice(-43));
    const opened = await fetch(link, { redirect: 'manual' });
    expect(opened.status).toBeLessThan(400);
    const found = await (await read(`${ROOM}?nom=DURAND`)).text();
    expect(found).toContain('Léa &lt;Durand&gt;');
    expect(found).toContain('1 personne sur');
    expect(await (await read(`${ROOM}?nom=introuvable`)).text()).toContain('Personne ne porte ce nom');
    const known = await send(ROOM, { ...invitation, email: admin.email });
    expect(known.status).toBe(409);
    expect(await known.text()).toContain('a déjà un compte');
  });

  it('answers 404 to nobody’s number, and refuses what no form sends', async () => {
    for (const id of ['999999', 'abc', '0']) expect((await read(`${ROOM}/${id}`)).status).toBe(404);
    expect((await send(`${ROOM}/999999/desactivation`)).status).toBe(404);
    expect((await send(`${ROOM}/999999/export`)).status).toBe(404);
    expect((await send(ROOM, { ...invitation, state: 'active' })).status).toBe(422);
    expect((await send(`${ROOM}/${admin.personId}`, { ...invitation })).status).toBe(422);
    expect((await send(ROOM, { ...invitation, role: 'root' })).status).toBe(422);
  });

  it('changes a role, and the sessions end with the next request', async () => {
    const marie = await signIn(server, 'editor', { name: 'Marie' });
    expect(await isIn(marie)).toBe(true);
    const path = `${ROOM}/${marie.personId}`;
    const renamed = await send(path, { name: 'Marie D.', role: 'editor', organisation: '' });
    expect([renamed.status, renamed.headers.get('location')]).toEqual([303, `${path}?fait=change`]);
    expect(await isIn(marie)).toBe(true);
    expect((await send(path, { name: 'Marie D.', role: 'contributor', organisation: '' })).status).toBe(422);
    await send(path, { name: 'Marie D.', role: 'viewer', organisation: '' });
    expect(await isIn(marie)).toBe(false);
    expect(await (await read(`${path}?fait=change`)).text()).toContain('C’est enregistré.');
    expect(await (await read(`${path}?fait=autre`)).text()).not.toContain('role="status"');
  });

  it('helps somebody back in, shuts out and lets in again', async () => {
    const paul = await signIn(server, 'validator', { name: 'Paul' });
    const path = `${ROOM}/${paul.personId}`;
    const reset = await send(`${path}/reinitialisation`);
    expect(await reset.text()).toMatch(/<code id="secret">http[^<]+\/nouveau-mot-de-passe\?code=[\w-]{43}</);
    expect((await send(`${path}/second-facteur`)).status).toBe(409);
    await server.application
      .get(PeopleRepository, { strict: false })
      .update(paul.personId, { totpSeed: 'x' });
    expect((await send(`${path}/second-facteur`)).status).toBe(303);
    expect(await isIn(paul)).toBe(false);
    expect((await send(`${path}/invitation`)).status).toBe(409);
    expect((await send(`${path}/desactivation`)).headers.get('location')).toBe(`${path}?fait=desactivation`);
    expect((await send(`${path}/reinitialisation`)).status).toBe(409);
    expect((await send(`${path}/reactivation`)).headers.get('location')).toBe(`${path}?fait=reactivation`);
  });

  it('exports what is kept about a person, and says so in the journal', async () => {
    const zoe = await signIn(server, 'viewer', { name: 'Zoé' });
    const answer = await send(`${ROOM}/${zoe.personId}/export`);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="copil-personne-${zoe.personId}.json"`,
    );
    expect(await answer.json()).toMatchObject({
      person: { email: zoe.email, name: 'Zoé' },
      journal: [{ action: 'person.exported', actor: `person:${admin.personId}` }],
    });
  });

  it('forgets a person whose address is typed again', async () => {
    const ines = await signIn(server, 'editor', { name: 'Inès Introuvable' });
    const path = `${ROOM}/${ines.personId}`;
    const recorded = await fetch(`${server.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { ...ines.headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        indicator: 'VISITEURS_STAND',
        periodStart: '2021-01-02',
        periodEnd: '2021-01-02',
        value: 12,
      }),
    });
    expect(recorded.status).toBe(200);
    const authors = async (): Promise<unknown> => {
      const list = await read('/api/v1/measurements?indicator=VISITEURS_STAND&from=2021-01&to=2021-01');
      return list.json();
    };
    expect(JSON.stringify(await authors())).toContain('Introuvable');
    const wrong = await send(`${path}/anonymisation`, { email: 'autre@exemple.fr' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('n’est pas l’adresse de cette personne');
    expect((await send(`${path}/anonymisation`, { email: ines.email })).status).toBe(303);
    expect(await isIn(ines)).toBe(false);
    const page = await (await read(path)).text();
    expect(page).toContain('ancien utilisateur');
    expect(page).not.toContain('Introuvable');
    expect(page).not.toContain('name="role"');
    expect(await (await read(ROOM)).text()).not.toContain('Introuvable');
    expect(await authors()).toMatchObject({ items: [{ author: 'ancien utilisateur' }] });
    const journal = await server.application.get(AuditVerification, { strict: false }).full();
    expect(journal).toMatchObject({ ok: true, findings: [] });
  });

  it('keeps one administrator, whoever asks at the same time', async () => {
    const others = [await signIn(server, 'admin'), await signIn(server, 'admin')] as const;
    const [one, other] = others;
    expect((await send(`${ROOM}/${one.personId}/desactivation`, {}, one)).status).toBe(409);
    await send(`${ROOM}/${admin.personId}/desactivation`, {}, one);
    const answers = await Promise.all([
      send(`${ROOM}/${one.personId}/desactivation`, {}, other),
      send(`${ROOM}/${other.personId}/desactivation`, {}, one),
    ]);
    const people = server.application.get(PeopleRepository, { strict: false });
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    expect(await people.countActiveAdmins()).toBe(1);
    const last = answers[0].status === 303 ? other : one;
    const demoted = await send(
      `${ROOM}/${last.personId}`,
      { name: 'Seule', role: 'viewer', organisation: '' },
      last,
    );
    expect(demoted.status).toBe(409);
    expect(await demoted.text()).toContain('la dernière personne qui peut administrer');
    expect(await isIn(last)).toBe(true);
  });

  it('wrote no name nor address in the chain', async () => {
    const entries: unknown[] = [];
    for await (const chunk of server.application.get(AuditJournal, { strict: false }).all({})) {
      entries.push(...chunk.map(({ details: _, ...entry }) => entry));
    }
    expect(entries.length).toBeGreaterThan(10);
    for (const word of ['exemple.fr', 'Marie', 'Durand']) expect(JSON.stringify(entries)).not.toContain(word);
  });
});
