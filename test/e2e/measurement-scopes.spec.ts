import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { SessionsService } from '../../src/accounts/sessions/sessions.service.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgrammeEntity } from '../../src/programme/programme.entity.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn, type SignedIn } from '../support/people.js';

type Json = Record<string, unknown>;
interface Answer {
  status: number;
  json: Json;
}

const OWN = 'LOT-TOURISME';
const OTHER = 'CCI46';
const views = {
  indicator: 'VUES_RESEAUX',
  campaign: 'OP-2020-PRODUCTEURS',
  periodStart: '2020-05-01',
  periodEnd: '2020-05-31',
  value: 120,
};

describe.each(ENGINES)('who reads and writes which measurements on %s', (engine) => {
  let server: TestServer;
  let partner: SignedIn;
  let editor: SignedIn;
  let director: SignedIn;
  let own: number;
  let other: number;

  const call = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> => {
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(method === 'POST' ? { 'content-type': 'application/json' } : {}) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, json: (await response.json()) as Json };
  };
  const post = (by: SignedIn, body: unknown): Promise<Answer> =>
    call('POST', '/measurements', by.headers, body);
  const items = ({ json }: Answer): Json[] => json['items'] as Json[];
  const codeOf = ({ status, json }: Answer): unknown[] => [status, json['code']];
  const list = async (headers: Record<string, string>, query = ''): Promise<Json[]> =>
    items(await call('GET', `/measurements?from=2020-05&to=2020-05${query}`, headers));
  const idOf = async (organisation: string): Promise<number> => {
    const row = (await list(director.headers)).find((item) => item['organisation'] === organisation);
    return Number(row?.['id']);
  };
  const bearer = async (scope: string): Promise<Record<string, string>> => {
    const tokens = server.application.get(ApiTokensService, { strict: false });
    return { authorization: `Bearer ${(await tokens.create({ name: scope.slice(0, 60), scope })).token}` };
  };
  const setVisibility = (visibility: 'public' | 'members'): Promise<unknown> =>
    server.application
      .get(UnitOfWork, { strict: false })
      .write((manager) => manager.update(ProgrammeEntity, { id: 1 }, { visibility }));

  beforeEach(async () => {
    server = await startTestServer({ engine });
    partner = await signIn(server, 'contributor', { organisation: OWN, name: 'Paul Partenaire' });
    editor = await signIn(server, 'editor', { name: 'Élise Éditrice' });
    director = await signIn(server, 'validator', { name: 'Denis Directeur' });
    for (const organisation of [OWN, OTHER]) {
      const answer = await post(director, { ...views, organisation, internalNote: 'à relire' });
      expect(answer.json).toMatchObject({ created: 1, rejected: [] });
    }
    [own, other] = [await idOf(OWN), await idOf(OTHER)];
  });
  afterEach(() => server.close());

  it('shows a contributor the rows of their organisation, and those alone', async () => {
    expect(await list(partner.headers)).toEqual([expect.objectContaining({ id: own, organisation: OWN })]);
    expect(items(await call('GET', '/measurements', partner.headers))).toHaveLength(1);
    const history = await call('GET', `/measurements/${own}/versions`, partner.headers);
    expect(items(history)).toHaveLength(1);
    expect(JSON.stringify(history.json)).not.toMatch(/internalNote|recordedBy|author/);
    expect(codeOf(await call('GET', `/measurements/${other}/versions`, partner.headers))).toEqual([
      404,
      'not_found',
    ]);
  });

  it('shows members everything with the names of authors, visitors what is published without any', async () => {
    const viewer = await signIn(server, 'viewer');
    await post(editor, { ...views, organisation: OWN, value: 130 });
    const seen = (await list(viewer.headers)).find((item) => item['id'] === own);
    expect(seen).toMatchObject({ status: 'submitted', value: 130, author: 'Élise Éditrice' });
    const history = items(await call('GET', `/measurements/${own}/versions`, viewer.headers));
    expect(history.map((one) => [one['author'], one['internalNote'] ?? null])).toEqual([
      ['Denis Directeur', 'à relire'],
      ['Élise Éditrice', null],
    ]);
    const published = (await list({})).find((item) => item['id'] === own);
    expect(published).toMatchObject({ status: 'validated', value: 120, version: 1 });
    expect(items(await call('GET', `/measurements/${own}/versions`, {}))).toEqual([published]);
    expect(JSON.stringify(published)).not.toMatch(/internalNote|recordedBy|author/);
  });

  it('lets a contributor submit for their organisation only, naming it', async () => {
    const may = { ...views, periodStart: '2020-05-02', periodEnd: '2020-05-02' };
    const submitted = await post(partner, { ...may, organisation: OWN.toLowerCase() });
    expect(submitted.json).toMatchObject({ created: 1 });
    expect(await list(partner.headers)).toContainEqual(
      expect.objectContaining({ periodStart: '2020-05-02', status: 'submitted' }),
    );
    for (const organisation of [OTHER, undefined, null]) {
      const refused = await post(partner, { ...may, organisation, value: 7 });
      expect(codeOf(refused)).toEqual([403, 'out_of_scope']);
      expect(refused.json['errors']).toMatchObject([{ line: 1, path: 'organisation', code: 'out_of_scope' }]);
    }
    const mixed = await call('POST', '/measurements?partial=true', partner.headers, [
      { ...may, organisation: OTHER },
      { ...may, organisation: OWN, value: 8 },
      { ...may, organisation: OWN, id: other },
    ]);
    expect(mixed.json).toMatchObject({
      updated: 1,
      rejected: [
        { line: 1, code: 'out_of_scope' },
        { line: 3, path: 'id' },
      ],
    });
    expect(await list(director.headers)).toContainEqual(
      expect.objectContaining({ id: other, value: 120, version: 1 }),
    );
    const guess = await post(partner, { ...views, organisation: OTHER, version: 9 });
    expect(JSON.stringify(guess.json)).not.toContain('conflict');
  });

  it('keeps a validated value in the figures under what an editor or a contributor sends', async () => {
    const total = async (): Promise<unknown> =>
      items(await call('GET', '/figures?year=2020&indicator=VUES_RESEAUX', {}));
    const before = await total();
    for (const by of [partner, editor]) {
      expect((await post(by, { ...views, organisation: OWN, value: 999 })).status).toBe(200);
      expect(await total()).toEqual(before);
      for (const status of ['validated', 'withdrawn', 'returned']) {
        const refused = await post(by, { ...views, organisation: OWN, status });
        expect(refused.json['errors']).toMatchObject([{ path: 'status', code: 'validation_reserved' }]);
      }
      const withdrawal = await call('POST', `/measurements/${own}/withdraw`, by.headers, { reason: 'faux' });
      expect(codeOf(withdrawal)).toEqual([403, 'validation_reserved']);
    }
    expect(await total()).toEqual(before);
    expect((await post(director, { ...views, organisation: OWN, value: 999 })).json).toMatchObject({
      updated: 1,
    });
    expect(await total()).not.toEqual(before);
    const again = await post(editor, { ...views, organisation: OWN, value: 999 });
    expect(again.json).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('lets them withdraw what does not count, of their own, and answers 404 for the rest', async () => {
    const day = { ...views, periodStart: '2020-05-03', periodEnd: '2020-05-03', organisation: OWN };
    await post(partner, day);
    const mine = (await list(partner.headers)).find((item) => item['periodStart'] === '2020-05-03');
    const withdrawn = await call('POST', `/measurements/${mine?.['id']}/withdraw`, partner.headers, {
      reason: 'compté deux fois',
    });
    expect(withdrawn.json).toMatchObject({ status: 'withdrawn', reason: 'compté deux fois', version: 2 });
    for (const id of [other, 999_999]) {
      const refused = await call('POST', `/measurements/${id}/withdraw`, partner.headers, { reason: 'non' });
      expect(codeOf(refused)).toEqual([404, 'not_found']);
    }
    const signed = items(await call('GET', `/measurements/${mine?.['id']}/versions`, director.headers));
    expect(signed.map((one) => one['recordedBy'])).toEqual(
      [partner, partner].map(({ personId }) => `person:${personId}`),
    );
  });

  it('asks a session for its own form, and keeps Idempotency-Key for tokens', async () => {
    const { cookie } = editor.headers;
    expect(codeOf(await call('POST', '/measurements', { cookie }, views))).toEqual([403, 'form_expired']);
    const stolen = { cookie, 'x-csrf-token': director.csrfToken };
    expect(codeOf(await call('POST', '/measurements', stolen, views))).toEqual([403, 'form_expired']);
    const keyed = { ...editor.headers, 'idempotency-key': 'abc' };
    expect(codeOf(await call('POST', '/measurements', keyed, views))).toEqual([400, 'wrong_idempotency_key']);
    const viewer = await signIn(server, 'viewer');
    expect(codeOf(await post(viewer, views))).toEqual([403, 'forbidden']);
    const halfway = await signIn(server, 'admin', { stage: 'second_factor' });
    expect((await post(halfway, views)).status).toBe(401);
  });

  it('ends with the session, at the next request', async () => {
    const sessions = server.application.get(SessionsService, { strict: false });
    await sessions.endAll(editor.personId);
    expect((await post(editor, views)).status).toBe(401);
    await server.at('2021-01-15T09:31:00Z');
    expect((await post(director, views)).status).toBe(401);
  });

  it('limits a token to its organisation, whatever it reads or writes', async () => {
    const reading = await bearer(`read;organisation=${OWN}`);
    const writing = await bearer(`measurements:write;organisation=${OWN}`);
    for (const headers of [reading, writing]) {
      expect((await list(headers)).map((item) => item['id'])).toEqual([own]);
      expect((await call('GET', `/measurements/${other}/versions`, headers)).status).toBe(404);
      expect(codeOf(await call('GET', '/figures?year=2020', headers))).toEqual([403, 'out_of_scope']);
    }
    expect(codeOf(await call('POST', `/measurements/${other}/withdraw`, writing, { reason: 'non' }))).toEqual(
      [404, 'not_found'],
    );
    expect(codeOf(await call('POST', '/measurements', writing, { ...views, organisation: OTHER }))).toEqual([
      403,
      'out_of_scope',
    ]);
    const spots = await bearer('read;indicator=SPOTS_PARTAGES');
    const figures = items(await call('GET', '/figures?year=2020', spots));
    expect(figures.map((figure) => figure['indicator'])).toEqual(['SPOTS_PARTAGES']);
    expect(await list(spots)).toEqual([]);
  });

  it('opens a reserved programme to members, to a contributor for their own figures', async () => {
    await setVisibility('members');
    const viewer = await signIn(server, 'viewer');
    for (const path of ['/figures?year=2020', '/indicators', '/campaigns?year=2020', '/programme']) {
      expect([path, (await call('GET', path, {})).status]).toEqual([path, 401]);
      expect([path, (await call('GET', path, partner.headers)).status]).toEqual([path, 403]);
      expect([path, (await call('GET', path, viewer.headers)).status]).toEqual([path, 200]);
    }
    expect((await call('GET', '/measurements', {})).status).toBe(401);
    expect((await list(partner.headers)).map((item) => item['id'])).toEqual([own]);
  });
});
