import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { ENGINES } from '../support/databases.js';
import { startTestServer, type TestServer } from '../support/application.js';

type Json = Record<string, unknown>;

const visitors = {
  indicator: 'VISITEURS_STAND',
  campaign: 'OP-2020-SALON-PARIS',
  periodStart: '2020-02-01',
  periodEnd: '2020-02-29',
  value: 12,
};

describe.each(ENGINES)('the API of measurements on %s', (engine) => {
  let server: TestServer;
  let token: string;

  const tokenFor = async (scope: string, rate = 0): Promise<string> => {
    const tokens = server.application.get(ApiTokensService, { strict: false });
    return (await tokens.create({ name: `Essai ${scope}`.slice(0, 60), scope, rate })).token;
  };
  const call = async (
    method: string,
    path: string,
    options: { body?: unknown; raw?: string; as?: string | null; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; type: string; json: Json; headers: Headers }> => {
    const { as = token, body, raw } = options;
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(as === null ? {} : { authorization: `Bearer ${as}` }),
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        ...options.headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
    const json = (await response.json()) as Json;
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      json,
      headers: response.headers,
    };
  };
  const post = (body: unknown, query = '', headers: Record<string, string> = {}) =>
    call('POST', `/measurements${query}`, { body, headers });
  const counts = (json: Json): unknown[] => [json['created'], json['updated'], json['unchanged']];
  const itemsOf = (json: Json): Json[] => json['items'] as Json[];

  beforeEach(async () => {
    server = await startTestServer({ engine });
    token = await tokenFor('measurements:write');
  });
  afterEach(() => server.close());

  it('records one measurement, once', async () => {
    const first = await post(visitors);
    expect(first.status).toBe(200);
    expect(first.json).toEqual({ created: 1, updated: 0, unchanged: 0, rejected: [] });
    expect((await post(visitors)).json).toMatchObject({ created: 0, unchanged: 1 });
    expect((await post([{ ...visitors, value: '13' }])).json).toMatchObject({ updated: 1 });
  });

  it('refuses « treize » with its field and changes nothing', async () => {
    const before = await call('GET', '/measurements');
    const refused = await post({ ...visitors, value: 'treize' });
    expect(refused.status).toBe(422);
    expect(refused.type).toContain('application/problem+json');
    expect(refused.json).toMatchObject({
      code: 'measurements_rejected',
      created: 0,
      rejected: [{ line: 1, path: 'value', code: 'not_a_number' }],
      errors: [{ line: 1, path: 'value', code: 'not_a_number', message: expect.stringContaining('treize') }],
    });
    expect((await call('GET', '/measurements')).json).toEqual(before.json);
  });

  it('is atomic unless told otherwise, and tells every mistake of a batch', async () => {
    const batch = [
      visitors,
      { ...visitors, indicator: 'INCONNU' },
      { ...visitors, secret: 1, qualifier: 'plus_de' },
      { indicator: 'VUES_RESEAUX', value: 1 },
      'texte',
    ];
    const atomic = await post(batch);
    expect(atomic.status).toBe(422);
    expect(
      (atomic.json['rejected'] as Json[]).map((one) => `${one['line']} ${one['path']} ${one['code']}`).sort(),
    ).toEqual([
      '2 indicator unknown_indicator',
      '3 qualifier unknown_word',
      '3 secret unknown_member',
      '4 periodEnd missing_member',
      '4 periodStart missing_member',
      '5  wrong_type',
    ]);
    const partial = await post(batch, '?partial=true');
    expect(partial.status).toBe(200);
    expect(counts(partial.json)).toEqual([1, 0, 0]);
    expect((await post([{ ...visitors, value: null }], '?partial=true')).status).toBe(200);
    expect((await post(visitors, '?partial=oui')).status).toBe(400);
    expect((await post([])).json).toEqual({ created: 0, updated: 0, unchanged: 0, rejected: [] });
  });

  it('answers 409 to an object that starts from another version', async () => {
    await post(visitors);
    expect((await post({ ...visitors, value: 13, version: 1 })).status).toBe(200);
    const late = await post({ ...visitors, value: 14, version: 1 });
    expect([late.status, late.json['code']]).toEqual([409, 'conflict']);
    expect((await post([{ ...visitors, value: 14, version: 1 }])).status).toBe(422);
  });

  it.each<[string, unknown]>([
    ['a nested object', { ...visitors, value: { $gt: 0 } }],
    ['a list as code', { ...visitors, indicator: ['VISITEURS_STAND'] }],
    ['a boolean value', { ...visitors, value: true }],
    ['an identifier of its own', { ...visitors, id: 777 }],
    ['an author of its own', { ...visitors, recordedBy: 'quelqu’un' }],
    ['half a character', { ...visitors, note: 'a\ud800' }],
    ['a NUL', { ...visitors, note: 'a\u0000' }],
    ['a long novel', { ...visitors, note: 'x'.repeat(2_001) }],
    ['an endless code', { ...visitors, indicator: 'X'.repeat(101) }],
    ['the machinery of objects', { ...visitors, indicator: 'constructor' }],
    ['SQL', { ...visitors, campaign: "'; DROP TABLE measurements; --" }],
    ['a fractional version', { ...visitors, version: 1.5 }],
    ['a date object', { ...visitors, periodEnd: 20200229 }],
  ])('refuses %s in words, never with a 500', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(422);
    expect(answer.json['errors']).not.toEqual([]);
  });

  it.each([
    ['{"indicator":', 400],
    ['', 400],
    ['null', 400],
    ['12', 400],
    ['{"__proto__":{"admin":true}}', 400],
    ['{"constructor":{"prototype":{"admin":true}}}', 400],
    [
      `{"indicator":"VISITEURS_STAND","periodStart":"2020-02-01","periodEnd":"2020-02-29","value":1e400}`,
      422,
    ],
    [
      `{"indicator":"VISITEURS_STAND","periodStart":"2020-02-01","periodEnd":"2020-02-29","value":9007199254740993}`,
      422,
    ],
    [`${'['.repeat(5_000)}${']'.repeat(5_000)}`, 422],
    [`{"note":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_001)}`, 422],
  ])('answers hostile JSON in words (%#)', async (raw, status) => {
    expect((await call('POST', '/measurements', { raw })).status).toBe(status);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
  });

  it('refuses a body whose text or whose figures nobody could read with certainty', async () => {
    const latin = Buffer.from(JSON.stringify({ ...visitors, note: 'Saint-Céré' }), 'latin1');
    const bodies: [string | Buffer, string, number, string][] = [
      [
        JSON.stringify(visitors).replace('"value":12', '"value":12,"value":21'),
        'json',
        400,
        'repeated_member',
      ],
      [latin, 'json', 400, 'invalid_json'],
      ['{"indicator":"A","indicator":"B"}\n', 'x-ndjson', 400, 'repeated_member'],
      ['indicator=VISITEURS_STAND&value=12', 'x-www-form-urlencoded', 415, 'unsupported_media_type'],
      ['a;b', 'xml', 415, 'unsupported_media_type'],
    ];
    for (const [body, type, status, code] of bodies) {
      const response = await fetch(`${server.url}/api/v1/measurements`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': `application/${type}` },
        body,
      });
      expect([type, response.status, await response.json()]).toMatchObject([type, status, { code }]);
    }
    const plain = await call('POST', '/measurements', {
      raw: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect(plain.status).toBe(415);
    const capital = await call('POST', '/measurements', {
      raw: 'a;b',
      headers: { 'content-type': 'Text/CSV; charset=utf-8' },
    });
    expect(capital.json).toMatchObject({ errors: [{ line: 1, code: 'unknown_profile' }] });
    expect(itemsOf((await call('GET', '/measurements?from=2020-02&to=2020-02')).json)).toEqual([]);
  });

  it.each(['?partiel=true', '?partial=oui', '?partial=true&partial=true'])(
    'says in French what is wrong with %s',
    async (query) => {
      const refused = await post(visitors, query);
      expect(refused.status).toBe(400);
      expect(JSON.stringify(refused.json['errors'])).toMatch(/«|vaut/);
      expect(JSON.stringify(refused.json)).not.toMatch(/Unrecognized|Invalid /);
    },
  );

  it('takes a stream of JSON lines', async () => {
    const headers = { 'content-type': 'application/x-ndjson' };
    const lines = [visitors, { ...visitors, indicator: 'VUES_RESEAUX', value: 120 }].map((one) =>
      JSON.stringify(one),
    );
    const answer = await call('POST', '/measurements', { raw: `${lines.join('\r\n')}\n\n`, headers });
    expect(counts(answer.json)).toEqual([2, 0, 0]);
    const wrong = await call('POST', '/measurements', { raw: `${lines[0]}\n\n{"value":1}`, headers });
    expect(wrong.json['rejected']).toEqual(
      expect.arrayContaining([expect.objectContaining({ line: 3, path: 'indicator' })]),
    );
    expect((await call('POST', '/measurements', { raw: '{"__proto__":{"a":1}}', headers })).status).toBe(422);
    expect((await call('POST', '/measurements', { raw: 'oui', headers })).status).toBe(400);
  });

  it('takes a standard file, refused whole when a line is wrong', async () => {
    const headers = { 'content-type': 'text/csv; charset=utf-8' };
    const header = 'code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif';
    const send = (lines: string[], query = '') =>
      call('POST', `/measurements${query}`, { raw: [header, ...lines].join('\r\n'), headers });
    const good = 'VUES_RESEAUX;2020-05-01;2020-05-31;realise;1 200;plus_de';
    const wrong = 'VUES_RESEAUX;2020-06-01;2020-06-30;realise;130.000;';
    const refused = await send([good, wrong, 'VUES_RESEAUX;2020-01-01;2020-12-31;cible;9;']);
    expect(refused.status).toBe(422);
    expect(refused.json['rejected']).toMatchObject([
      { line: 3, path: 'valeur', code: 'ambiguous_number' },
      { line: 4, path: 'type_valeur', code: 'wrong_value_type' },
    ]);
    expect(counts((await send([good, wrong], '?partial=true')).json)).toEqual([1, 0, 0]);
    expect(counts((await send([good])).json)).toEqual([0, 0, 1]);
    expect((await call('POST', '/measurements', { raw: 'PK\u0003\u0004', headers })).json['code']).toBe(
      'not_text',
    );
    expect((await call('POST', '/measurements', { raw: 'a;b', headers })).status).toBe(422);
    const limited = await tokenFor('measurements:write;indicator=SPOTS_PARTAGES');
    const outside = await call('POST', '/measurements', { raw: `${header}\n${good}`, headers, as: limited });
    expect(outside.status).toBe(403);
  });

  it('replays an Idempotency-Key without writing, and refuses it for another body', async () => {
    const headers = { 'idempotency-key': 'b7c3' };
    const answers = await Promise.all([
      post(visitors, '', headers),
      post(visitors, '', headers),
      post(visitors, '', headers),
    ]);
    expect(answers.map((answer) => counts(answer.json))).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
    ]);
    const other = await post({ ...visitors, value: 99 }, '', headers);
    expect([other.status, other.json['code']]).toEqual([409, 'idempotency_key_reused']);
    server.clock.set('2021-01-16T09:00:01Z');
    expect(counts((await post({ ...visitors, value: 99 }, '', headers)).json)).toEqual([0, 1, 0]);
    expect((await post(visitors, '', { 'idempotency-key': 'é'.repeat(3) })).status).toBe(400);
  });

  it('asks for a token, tells why it does not do, and limits it to its scope', async () => {
    const as = (who: string | null, body: unknown = visitors) =>
      call('POST', '/measurements', { body, as: who });
    expect((await as(null)).json).toMatchObject({ status: 401, code: 'token_required' });
    expect((await as('copil_faux')).json).toMatchObject({ status: 401, code: 'token_unknown' });
    expect((await as(await tokenFor('read'))).json).toMatchObject({ status: 403, code: 'scope_missing' });
    const limited = await tokenFor('measurements:write;indicator=VUES_RESEAUX;campaign=OP-2020-PRODUCTEURS');
    expect((await as(limited)).json).toMatchObject({ status: 403, code: 'out_of_scope' });
    const allowed = { ...visitors, indicator: 'vues_reseaux', campaign: 'OP-2020-PRODUCTEURS' };
    expect((await as(limited, allowed)).status).toBe(200);
    server.clock.set('2022-06-01T00:00:00Z');
    expect((await as(token)).json).toMatchObject({ status: 401, code: 'token_expired' });
  });

  it('limits writes by minute, not reads', async () => {
    const slow = await tokenFor('measurements:write', 2);
    const statuses = [];
    for (let index = 0; index < 3; index += 1)
      statuses.push((await call('POST', '/measurements', { body: visitors, as: slow })).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await call('POST', '/measurements', { body: visitors, as: slow });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await call('GET', '/measurements', { as: slow })).status).toBe(200);
  });

  it('lists by pages, hides what is reserved from visitors, and keeps the history of what is withdrawn', async () => {
    const reader = await tokenFor('read');
    await post({ ...visitors, internalNote: 'vu avec le stand', note: 'compté à la main' });
    await post({ ...visitors, indicator: 'VUES_RESEAUX', status: 'draft' });
    const anonymous = await call('GET', '/measurements?indicator=visiteurs_stand&from=2020-02&to=2020-02', {
      as: null,
    });
    expect(itemsOf(anonymous.json)).toEqual([
      expect.objectContaining({
        value: 12,
        qualifier: 'exact',
        precision: 'month',
        note: 'compté à la main',
        version: 1,
      }),
    ]);
    expect(JSON.stringify(anonymous.json)).not.toMatch(/internalNote|recordedBy/);
    const drafts = async (as: string | null): Promise<number> =>
      itemsOf(
        (await call('GET', '/measurements?indicator=VUES_RESEAUX&from=2020-02&to=2020-02', { as })).json,
      ).length;
    expect([await drafts(null), await drafts(reader)]).toEqual([0, 1]);

    const pages: unknown[] = [];
    for (let next: unknown = ''; typeof next === 'string';) {
      const page: { json: Json } = await call(
        'GET',
        `/measurements?limit=4${next === '' ? '' : `&cursor=${next}`}`,
        { as: null },
      );
      pages.push(...itemsOf(page.json).map((item) => item['id']));
      next = page.json['next'];
    }
    expect(pages).toEqual(
      itemsOf((await call('GET', '/measurements', { as: null })).json).map((item) => item['id']),
    );
    expect(pages).toHaveLength(9);

    const id = itemsOf(anonymous.json)[0]?.['id'];
    const withdrawn = await call('POST', `/measurements/${id}/withdraw`, {
      body: { reason: 'compté deux fois' },
    });
    expect(withdrawn.json).toMatchObject({ status: 'withdrawn', version: 2, reason: 'compté deux fois' });
    expect(
      (await call('POST', `/measurements/${id}/withdraw`, { body: { reason: 'encore' } })).json,
    ).toMatchObject({ version: 2 });
    expect((await call('GET', `/measurements/${id}/versions`, { as: null })).status).toBe(404);
    const history = await call('GET', `/measurements/${id}/versions`, { as: reader });
    expect(itemsOf(history.json)).toMatchObject([
      {
        version: 1,
        status: 'validated',
        internalNote: 'vu avec le stand',
        recordedBy: 'token:Essai measurements:write',
      },
      { version: 2, status: 'withdrawn' },
    ]);
    expect((await call('POST', `/measurements/${id}/withdraw`, { body: { reason: ' ' } })).status).toBe(400);
    expect((await call('POST', '/measurements/999999/withdraw', { body: { reason: 'non' } })).status).toBe(
      404,
    );
  });

  it.each([
    ['?limit=0', 400],
    ['?limit=1001', 400],
    ['?cursor=nimporte', 400],
    ['?from=hier', 400],
    ['?indicator=INCONNU', 404],
    ['?autre=1', 400],
    ['?indicator=A&indicator=B', 400],
  ])('refuses the list %s', async (query, status) => {
    expect((await call('GET', `/measurements${query}`)).status).toBe(status);
  });

  it('keeps exactly the acknowledged ones of many concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => {
        const day = `2020-${String(3 + (index % 7)).padStart(2, '0')}-${String(1 + Math.floor(index / 7)).padStart(2, '0')}`;
        return post({
          ...visitors,
          periodStart: day,
          periodEnd: day,
          value: index % 5 === 0 ? 'faux' : index,
        });
      }),
    );
    const acknowledged = answers.filter((answer) => answer.status === 200).length;
    expect(acknowledged).toBe(160);
    const listed = await call('GET', '/measurements?indicator=VISITEURS_STAND&from=2020-03&to=2020-12');
    expect(itemsOf(listed.json)).toHaveLength(160);
  });
});
