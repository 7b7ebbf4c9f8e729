import { ApiTokensService } from '../../src/accounts/tokens/api-tokens.service.js';
import { EntrySettingsService } from '../../src/entry/settings/entry-settings.service.js';
import type { ReviewMode } from '../../src/measurements/measurement-life.types.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES } from '../support/databases.js';
import { signIn } from '../support/people.js';

const SPOTS = {
  indicator: 'SPOTS_PARTAGES',
  campaign: 'OP-2020-SPOTS',
  periodStart: '2020-11-01',
  periodEnd: '2020-11-30',
};

type Headers = Record<string, string>;

describe.each(ENGINES)('deciding on figures by the API on %s', (engine) => {
  let server: TestServer;
  let stand: Headers;
  let editor: Headers;
  let validator: Headers;

  beforeAll(async () => {
    server = await startTestServer({ engine });
    const tokens = server.application.get(ApiTokensService, { strict: false });
    const { token } = await tokens.create({ name: 'Stand', scope: 'read,measurements:write', rate: 0 });
    stand = { authorization: `Bearer ${token}` };
    editor = (await signIn(server, 'editor')).headers;
    validator = (await signIn(server, 'validator')).headers;
  });
  afterAll(() => server.close());

  const post = async (path: string, headers: Headers, body?: object) => {
    const response = await fetch(`${server.url}/api/v1/measurements${path}`, {
      method: 'POST',
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    return { status: response.status, answer };
  };
  const newest = async (): Promise<{ id: number; version: number }> => {
    const response = await fetch(
      `${server.url}/api/v1/measurements?indicator=SPOTS_PARTAGES&from=2020-11&to=2020-11`,
      { headers: stand },
    );
    const { items } = (await response.json()) as { items: { id: number; version: number }[] };
    return items[0] ?? { id: 0, version: 0 };
  };
  const setMode = (review: ReviewMode): Promise<void> =>
    server.application
      .get(EntrySettingsService, { strict: false })
      .change({ review, closingDays: null, reminderDay: null });

  it('goes from a draft to a figure that counts, and tells why each version came', async () => {
    await post('', editor, { ...SPOTS, value: 40, status: 'draft', reason: 'Premier relevé' });
    const { id } = await newest();
    expect((await post(`/${id}/submit`, editor)).answer).toMatchObject({ status: 'submitted', version: 2 });
    const unexplained = await post(`/${id}/return`, validator, { version: 2, reason: ' ' });
    expect(unexplained.status).toBe(400);
    const returned = await post(`/${id}/return`, validator, { version: 2, reason: 'Quelle source ?' });
    expect(returned.answer).toMatchObject({ status: 'returned', reason: 'Quelle source ?' });
    expect((await post(`/${id}/validate`, editor)).answer).toMatchObject({ code: 'validation_reserved' });
    const late = await post(`/${id}/validate`, validator, { version: 2 });
    expect([late.status, late.answer.code]).toEqual([409, 'conflict']);
    const validated = await post(`/${id}/validate`, validator, { version: 3, reason: 'Vérifié' });
    expect(validated.answer).toMatchObject({ status: 'validated', reason: 'Premier relevé · Vérifié' });
    await post('', stand, { ...SPOTS, value: 41, status: 'submitted', reason: 'Recomptage' });
    const revised = await post(`/${id}/validate`, stand);
    expect(revised.answer).toMatchObject({ value: 41, marking: 'revised', reason: 'Recomptage' });
    expect((await post('/999999/validate', stand)).status).toBe(404);
  });

  it('lets nobody validate what they write where four eyes are asked for, however they send it', async () => {
    await setMode('four_eyes');
    const said = await post('', validator, { ...SPOTS, value: 42, status: 'validated' });
    expect(said.answer).toMatchObject({ errors: [{ code: 'four_eyes' }] });
    expect((await post('', validator, { ...SPOTS, value: 42 })).answer).toMatchObject({ updated: 1 });
    const { id } = await newest();
    const own = await post(`/${id}/validate`, validator);
    expect([own.status, own.answer.code]).toEqual([403, 'four_eyes']);
    expect((await post(`/${id}/validate`, stand)).answer).toMatchObject({ value: 42, status: 'validated' });
  });

  it('makes what the team submits count at once where its setting says so', async () => {
    await setMode('auto');
    await post('', editor, { ...SPOTS, value: 43, status: 'draft' });
    const { id } = await newest();
    expect((await post(`/${id}/submit`, editor)).answer).toMatchObject({
      status: 'validated',
      reason: 'Validé d’office : réglage de l’équipe',
    });
  });
});
