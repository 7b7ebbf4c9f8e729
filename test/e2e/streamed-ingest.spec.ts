import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { ENGINES } from '../support/databases.js';
import { startTestServer, type TestServer } from '../support/application.js';

type Json = Record<string, unknown>;

const FIRST_DAY = Date.UTC(1950, 0, 1);
const day = (index: number): string => new Date(FIRST_DAY + index * 86_400_000).toISOString().slice(0, 10);
const spots = (index: number, value: unknown = 1): Json => ({
  indicator: 'SPOTS_PARTAGES',
  periodStart: day(index),
  periodEnd: day(index),
  value,
});
const jsonLines = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join('\n');
const manySpots = (count: number): Json[] => Array.from({ length: count }, (_, index) => spots(index));

describe.each(ENGINES)('bodies of any length on %s', (engine) => {
  let server: TestServer;
  let token: string;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    const tokens = server.application.get(ApiTokensService, { strict: false });
    token = (await tokens.create({ name: 'Flux', scope: 'measurements:write', rate: 0 })).token;
  });
  afterAll(() => server.close());

  const post = async (
    body: string | Buffer | Readable,
    options: { query?: string; type?: string; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; json: Json }> => {
    const { query = '', type = 'application/x-ndjson', headers = {} } = options;
    const response = await fetch(`${server.url}/api/v1/measurements${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
      body: body as string,
      duplex: 'half',
    } as RequestInit);
    return { status: response.status, json: (await response.json()) as Json };
  };
  const counts = ({ json }: { json: Json }): unknown[] => [
    json['created'],
    json['updated'],
    json['unchanged'],
  ];
  const known = async (indicator: string, from: string, to: string): Promise<(number | undefined)[]> =>
    (
      await server.application
        .get(MeasurementsService, { strict: false })
        .facts({ indicators: [indicator], from, to })
    ).map(({ quantity }) => quantity?.value);
  const spoolFolder = (): string => join(server.configuration.dataDir, 'spool');
  const spooled = (): string[] => (existsSync(spoolFolder()) ? readdirSync(spoolFolder()) : []);

  it('keeps nothing of a body whose last line is wrong, and all of what is right when asked', async () => {
    const wrongAtTheEnd = jsonLines([...manySpots(2_500), spots(2_500, 'treize')]);
    const refused = await post(wrongAtTheEnd);
    expect(refused).toMatchObject({
      status: 422,
      json: { created: 0, errors: [{ line: 2_501, path: 'value', code: 'not_a_number' }] },
    });
    expect(await known('SPOTS_PARTAGES', '1950-01-01', '1959-12-31')).toEqual([]);

    const lines = wrongAtTheEnd.split('\n');
    lines[7] = '{"indicator":';
    lines[1_200] = JSON.stringify({ ...spots(1_200), indicator: 'INCONNU' });
    const partial = await post(lines.join('\n'), { query: '?partial=true' });
    expect(counts(partial)).toEqual([2_498, 0, 0]);
    expect((partial.json['rejected'] as Json[]).map(({ line, code }) => [line, code])).toEqual([
      [8, 'invalid_json'],
      [1_201, 'unknown_indicator'],
      [2_501, 'not_a_number'],
    ]);
    const malformed = await post(lines.join('\n'));
    expect([malformed.status, malformed.json['code']]).toEqual([400, 'invalid_json']);
    expect(spooled()).toEqual([]);
  });

  it('tells the first thousand of many mistakes', async () => {
    const all = Array.from({ length: 3_000 }, (_, index) => spots(index, 'faux'));
    expect((await post(jsonLines(all))).json['rejected']).toHaveLength(1_000);
    const partial = await post(jsonLines(all), { query: '?partial=true' });
    expect(partial).toMatchObject({ status: 200, json: { created: 0, rejectedCount: 3_000 } });
    expect(partial.json['rejected']).toHaveLength(1_000);
  });

  it('answers the same key once, however often and in however many pieces its body comes', async () => {
    const body = jsonLines(Array.from({ length: 1_500 }, (_, index) => spots(4_000 + index)));
    for (const query of ['', '?partial=true']) {
      const headers = { 'idempotency-key': `flux${query}` };
      const cut = Readable.from([Buffer.from(body.slice(0, 100)), Buffer.from(body.slice(100))]);
      const answers = await Promise.all([
        post(body, { query, headers }),
        post(cut, { query, headers }),
        post(body, { query, headers }),
      ]);
      const [first] = answers;
      expect(answers).toEqual([first, first, first]);
      expect(counts(await post(body, { query, headers }))).toEqual(counts(first as { json: Json }));
      const other = await post(body.replace('"value":1', '"value":2'), { query, headers });
      expect([other.status, other.json['code']]).toEqual([409, 'idempotency_key_reused']);
      const otherWay = await post(body, { query: query === '' ? '?partial=true' : '', headers });
      expect(otherWay.status).toBe(409);
    }
    expect(await known('SPOTS_PARTAGES', day(4_000), day(5_499))).toHaveLength(1_500);
  });

  it('writes one row of a thousand times the same request', async () => {
    const headers = { 'idempotency-key': 'mille' };
    const answers: unknown[] = [];
    for (let turn = 0; turn < 50; turn += 1) {
      const round = Array.from({ length: 20 }, () => post(jsonLines([spots(6_000)]), { headers }));
      answers.push(...(await Promise.all(round)).map(counts));
    }
    expect(answers).toHaveLength(1_000);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['[1,0,0]']));
    expect(await known('SPOTS_PARTAGES', day(6_000), day(6_000))).toEqual([1]);
  });

  it('keeps a « dont » whose new total stands further on in the body', async () => {
    const at = { campaign: 'OP-2020-SALON-PARIS', periodStart: '2021-02-01', periodEnd: '2021-02-28' };
    const total = (value: number): Json => ({ indicator: 'VISITEURS_STAND', ...at, value });
    const part = (value: number): Json => ({ indicator: 'VISITEURS_PROJET_MOBILITE', ...at, value });
    expect(counts(await post(jsonLines([total(10), part(5)])))).toEqual([2, 0, 0]);
    const between = manySpots(1_500).map((_, index) => spots(8_000 + index));
    const apart = await post(jsonLines([part(20), ...between, total(30)]));
    expect(counts(apart)).toEqual([1_500, 2, 0]);
    expect(await known('VISITEURS_PROJET_MOBILITE', '2021-02-01', '2021-02-28')).toEqual([20]);
    const wrong = await post(jsonLines([part(40), ...between, total(35)]));
    expect(wrong).toMatchObject({
      status: 422,
      json: { rejected: [{ line: 1, code: 'subset_exceeds_total' }] },
    });
    expect(await known('VISITEURS_STAND', '2021-02-01', '2021-02-28')).toEqual([30]);
  });

  it.each([
    ['windows-1252', (text: string) => Buffer.from(text, 'latin1')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads a standard file in %s, and no compressed one', async (name, encode) => {
    const first = name === 'UTF-16' ? 10_000 : 12_000;
    const rows = Array.from({ length: 1_200 }, (_, index) => {
      const when = day(first + index);
      return `SPOTS_PARTAGES;${when};${when};realise;${index};Office de Saint-Céré`;
    });
    const header = 'code_indicateur;periode_debut;periode_fin;type_valeur;valeur;source';
    const file = encode([header, ...rows].join('\r\n'));
    const type = 'text/csv';
    expect(counts(await post(file, { type }))).toEqual([1_200, 0, 0]);
    expect(counts(await post(file, { type }))).toEqual([0, 0, 1_200]);
    const headers = { 'content-encoding': 'gzip' };
    const refused = await post(gzipSync(file), { type, headers });
    expect([refused.status, refused.json['code']]).toEqual([415, 'compressed_body']);
  });

  it('hears nobody out who may not write, and lets other addresses take no file', async () => {
    const outgoing = request(`${server.url}/api/v1/measurements`, {
      method: 'POST',
      headers: { authorization: 'Bearer copil_faux', 'content-type': 'application/x-ndjson' },
    });
    outgoing.on('error', () => undefined);
    outgoing.write(`${JSON.stringify(spots(1))}\n`);
    // The body has not ended: the answer comes all the same.
    const [answer] = (await once(outgoing, 'response')) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(401);
    const closed = once(outgoing, 'close');
    await closed;
    const elsewhere = await fetch(`${server.url}/api/v1/measurements/1/withdraw`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
      body: 'a;b',
    });
    expect(elsewhere.status).toBe(415);
  });

  it('keeps nothing of a body that is cut, in memory or on the disk', async () => {
    const line = `${JSON.stringify(spots(14_000))}\n`;
    for (const sent of [line, line.repeat(20_000)]) {
      const outgoing = request(`${server.url}/api/v1/measurements?partial=true`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      });
      outgoing.on('error', () => undefined);
      await new Promise((done) => outgoing.write(sent, done));
      await sleep(200);
      outgoing.destroy();
    }
    await sleep(200);
    expect(await known('SPOTS_PARTAGES', day(14_000), day(14_000))).toEqual([]);
    expect(spooled()).toEqual([]);
    expect(statSync(spoolFolder()).mode & 0o777).toBe(0o700);
  });
});
