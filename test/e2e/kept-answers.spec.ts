import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { ENTITIES } from '../../src/app.entities.js';
import type { DatabaseConnections } from '../../src/platform/database/connections.js';
import { PostgresConnections } from '../../src/platform/database/postgres-connections.js';
import { SqliteConnections } from '../../src/platform/database/sqlite-connections.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProgrammeEntity } from '../../src/programme/programme.entity.js';
import { deskOf } from '../support/administration.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { makeCaller } from '../support/callers.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';
import { send, type RawAnswer } from '../support/raw-http.js';

const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];
const DASHBOARD = '/tableau-de-bord/2020';
const FIGURES = '/api/v1/figures?year=2020&indicator=VISITEURS_STAND';

const LATEST_VALUE = `SELECT v.value FROM measurements m
  JOIN measurement_versions v ON v.measurement_id = m.id AND v.version = m.version WHERE m.period_end = '2020-05-31'`;

/** The one figure of such an answer. */
const valueIn = ({ text }: RawAnswer): number => JSON.parse(text).items[0].value;

/** All that an answer says besides its number and its day. */
const saidBy = ({ status, headers, text }: RawAnswer): object => {
  const { 'x-request-id': _, date: __, ...others } = headers;
  return { status, text, headers: others };
};

describe.each(ENGINES)('answers that are kept, on %s', (engine) => {
  let server: TestServer;
  let token: string;
  /** The same database from connections of its own, as another server has it. */
  let connections: DatabaseConnections;
  let elsewhere: UnitOfWork;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    const { database } = server.configuration;
    connections =
      database.engine === 'sqlite'
        ? await SqliteConnections.open(database.file, ENTITIES)
        : await PostgresConnections.open(database.url, ENTITIES, null);
    elsewhere = new UnitOfWork(connections);
    const tokens = server.application.get(ApiTokensService, { strict: false });
    token = (await tokens.create({ name: 'Essai', scope: 'measurements:write', rate: 0 })).token;
  });
  afterAll(async () => {
    await connections.close();
    await server.close();
  });

  const get = (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
    send(server.url, { path, headers });

  /** Asked until it is certainly a kept one. */
  async function keptOne(path: string, headers: Record<string, string> = {}): Promise<RawAnswer> {
    await get(path, headers);
    await get(path, headers);
    return get(path, headers);
  }

  async function post(value: number, day = '2020-02-01'): Promise<void> {
    const response = await fetch(`${server.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        indicator: 'VISITEURS_STAND',
        campaign: 'OP-2020-SALON-PARIS',
        channel: 'stand',
        periodStart: day,
        periodEnd: day,
        value,
      }),
    });
    expect(response.status).toBe(200);
  }

  const setVisibility = (visibility: 'public' | 'members'): Promise<unknown> =>
    elsewhere.write((manager) => manager.update(ProgrammeEntity, { id: 1 }, { visibility }));

  it('are the answers that were made, headers included', async () => {
    for (const path of ['/', DASHBOARD, '/indicateurs', '/operations', '/bilans/2020', FIGURES]) {
      for (const encoding of ['br', 'gzip', 'identity']) {
        const headers = { 'accept-encoding': encoding };
        await post(Math.round(performance.now()));
        const made = await get(path, headers);
        expect(made.status).toBe(200);
        const kept = await keptOne(path, headers);
        expect(saidBy(kept)).toEqual(saidBy(made));
        expect(kept.headers['x-request-id']).not.toBe(made.headers['x-request-id']);
        expect(kept.headers).toMatchObject({
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        });
        expect(kept.headers['vary']).toMatch(/cookie/);
      }
    }
  });

  it('show each of fifty writes at once, from here and from another connection', async () => {
    await post(0, '2020-05-31');
    const others = valueIn(await get(FIGURES));
    for (let round = 1; round <= 50; round += 1) {
      await keptOne(FIGURES);
      await post(1_000 * round, '2020-05-31');
      expect(valueIn(await get(FIGURES))).toBe(others + 1_000 * round);
      const [row]: { value: unknown }[] = await elsewhere.manager.query(LATEST_VALUE);
      expect(Number(row?.value)).toBe(1_000 * round);
    }
  });

  it('show what another connection wrote', async () => {
    for (let round = 0; round < 50; round += 1) {
      await keptOne(DASHBOARD);
      const name = `Programme ${round}`;
      await elsewhere.write((manager) => manager.update(ProgrammeEntity, { id: 1 }, { name }));
      expect((await get(DASHBOARD)).text).toContain(name);
    }
  });

  it('show what a command of another process imported', async () => {
    await keptOne(FIGURES);
    const before = (await get(FIGURES)).text;
    const folder = mkdtempSync(join(tmpdir(), 'copil-kept-'));
    try {
      const file = join(folder, 'figures.csv');
      writeFileSync(
        file,
        'code_programme;code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur\nOML;OP-2020-SALON-PARIS;VISITEURS_STAND;2020-03-02;2020-03-02;realise;777777\n',
      );
      const { database } = server.configuration;
      await promisify(execFile)(process.execPath, [...FLAGS, 'dist/cli.js', 'import', file], {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          SECRET_KEY: server.configuration.secretKey ?? '',
          DATA_DIR: server.configuration.dataDir,
          DATABASE_URL: database.engine === 'sqlite' ? `sqlite:${database.file}` : database.url,
        },
      });
      const after = await get(FIGURES);
      expect(after.text).not.toBe(before);
      expect(valueIn(after)).toBeGreaterThanOrEqual(777_777);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('show a withdrawal and what an administrator changes', async () => {
    await post(555_555, '2020-04-05');
    const full = valueIn(await keptOne(FIGURES));
    const admin = deskOf(server, await signIn(server, 'admin'));
    const [row]: { id: number }[] = await server.application
      .get(UnitOfWork, { strict: false })
      .manager.query(`SELECT id FROM measurements WHERE period_start = '2020-04-05'`);
    const withdrawn = await fetch(`${server.url}/api/v1/measurements/${row?.id}/withdraw`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'Compté deux fois' }),
    });
    expect(withdrawn.status).toBe(200);
    expect(valueIn(await get(FIGURES))).toBe(full - 555_555);
    await keptOne(DASHBOARD);
    const saved = await admin.send('/administration/programme', {
      name: 'Autre nom',
      tagline: 'essai',
      purpose: 'essayer',
      carriedBy: 'Département du Lot',
      visibility: 'public',
      licence: '',
      sourceStatement: 'Communiqué',
    });
    expect(saved.status).toBe(303);
    expect((await get(DASHBOARD)).text).toContain('Autre nom');
  });

  it.each([DASHBOARD, '/api/v1/figures?year=2020'])(
    'say 304 only while nothing changed: %s',
    async (path) => {
      const headers = { 'accept-encoding': 'br' };
      const { headers: known } = await keptOne(path, headers);
      const tag = String(known['etag']);
      const again = await get(path, { ...headers, 'if-none-match': tag });
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag]);
      expect(again.headers).toMatchObject({
        'cache-control': 'no-cache',
        vary: known['vary'],
        'content-security-policy': known['content-security-policy'],
      });
      expect(again.headers['x-request-id']).toBeDefined();
      // A length would make a client wait for a body.
      expect([again.headers['content-length'], again.headers['content-type']]).toEqual([
        undefined,
        undefined,
      ]);
      expect((await get(path, { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200);
      await post(Math.round(performance.now() * 10));
      const changed = await get(path, { ...headers, 'if-none-match': tag });
      expect(changed.status).toBe(200);
      expect(changed.headers['etag']).not.toBe(tag);
      expect((await get(path, { ...headers, 'if-none-match': String(changed.headers['etag']) })).status).toBe(
        304,
      );
    },
  );

  it('never pass between a visitor and somebody who is known', async () => {
    const reader = await makeCaller(server, 'admin');
    const theirs = await get(DASHBOARD, reader.headers);
    expect(theirs.text).toContain('Administration');
    expect(theirs.headers).toMatchObject({ 'cache-control': 'no-store' });
    expect(theirs.headers['etag']).toBeUndefined();
    const visitors = await keptOne(DASHBOARD);
    expect(visitors.text).not.toContain('Administration');
    const tag = String(visitors.headers['etag']);
    const again = await get(DASHBOARD, { ...reader.headers, 'if-none-match': tag });
    expect([again.status, again.headers['etag']]).toEqual([200, undefined]);
    expect(again.text).toContain('Administration');
    expect((await get(DASHBOARD)).text).toBe(visitors.text);
    const program = await makeCaller(server, 'readToken');
    expect((await get(FIGURES, program.headers)).headers).toMatchObject({ 'cache-control': 'no-store' });
  });

  it('are no longer given from the moment when the programme is reserved to its members', async () => {
    const tag = String((await keptOne(DASHBOARD)).headers['etag']);
    await keptOne(FIGURES);
    await setVisibility('members');
    const known: Record<string, string> = { 'if-none-match': tag };
    for (const headers of [{}, known]) {
      expect((await get(DASHBOARD, headers)).status).toBe(303);
      expect((await get(FIGURES, headers)).status).toBe(401);
    }
    const viewer = await makeCaller(server, 'viewer');
    expect((await get(DASHBOARD, viewer.headers)).status).toBe(200);
    expect((await get(DASHBOARD)).status).toBe(303);
    await setVisibility('public');
    expect((await get(DASHBOARD)).status).toBe(200);
  });

  it('are given to our own hosts only', async () => {
    await keptOne(DASHBOARD);
    expect((await get(DASHBOARD, { host: 'ailleurs.example' })).status).toBe(400);
  });

  it('are those of pages that were found', async () => {
    for (let round = 0; round < 3; round += 1) {
      expect((await get('/tableau-de-bord/1999')).headers['etag']).toBeUndefined();
      expect((await get('/api/v1/figures?year=abc')).status).toBe(400);
      expect((await get('/connexion')).headers['etag']).toBeUndefined();
    }
  });

  it('answers HEAD with the same headers', async () => {
    const { headers: full } = await keptOne(DASHBOARD);
    const head = await send(server.url, { method: 'HEAD', path: DASHBOARD });
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers['etag']).toBe(full['etag']);
    expect(head.headers['content-length']).toBe(full['content-length']);
  });
});
