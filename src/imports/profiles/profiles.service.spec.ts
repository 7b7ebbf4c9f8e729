import { ENGINES } from '../../../test/support/databases.js';
import { openEmptyServices, type TestServices } from '../../../test/support/services.js';
import { AuditChainRepository } from '../../platform/audit/audit-chain.repository.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { ColumnChoices, TableGlimpse } from '../interpretation.types.js';
import { ImportProfileEntity } from './import-profile.entity.js';
import { builtInProfiles } from './profile-files.js';
import { ProfilesService } from './profiles.service.js';

const column = (index: number, header: string) => {
  return { index, header, examples: [], guess: null, isPersonal: false, decimals: 0 } as const;
};
const GLIMPSE: TableGlimpse = {
  sheet: null,
  headerLine: 1,
  columns: [column(0, 'Jour'), column(1, 'Exemplaires')],
  rows: 2,
  totalLines: [],
};
const CHOICES: ColumnChoices = {
  date: 'Jour',
  values: [{ column: 'Exemplaires', indicator: 'SETS_DE_TABLE' }],
  item: null,
  territory: null,
  channel: null,
  note: null,
  leaveTotalsOut: true,
  grain: 'month',
};

describe.each(ENGINES)('The profiles of an installation on %s', (engine) => {
  let services: TestServices;
  let profiles: ProfilesService;
  beforeAll(async () => {
    services = await openEmptyServices(engine);
    profiles = services.context.get(ProfilesService, { strict: false });
  });
  afterAll(() => services.close());

  it('are those that came with Copil, until somebody changes one', async () => {
    const all = await profiles.all();
    expect(all.map(({ id }) => id).toSorted()).toEqual(builtInProfiles().map(({ id }) => id));
    expect(new Set(all.map(({ origin }) => origin))).toEqual(new Set(['built_in']));
  });

  it('are edited as JSON, and brought back to what came with Copil', async () => {
    const { text } = await profiles.one('spots-epci');
    await profiles.change('spots-epci', text.replace('Spots partagés par intercommunalité', 'Nos spots'));
    expect(await profiles.one('spots-epci')).toMatchObject({
      name: 'Nos spots',
      origin: 'changed',
      updatedAt: '2020-12-17T10:00:00Z',
    });
    expect((await profiles.active()).map(({ name }) => name)).toContain('Nos spots');
    await profiles.reset('spots-epci');
    expect(await profiles.one('spots-epci')).toMatchObject({ origin: 'built_in', updatedAt: null, text });
  });

  it.each([
    ['{', 'invalid_json'],
    ['{"id": "spots-epci"}', 'invalid_value'],
  ])('refuse %s, naming what is wrong', async (text, code) => {
    const refusal = await profiles.change('spots-epci', text).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'invalid_profile', status: 422 });
    expect(refusal).toHaveProperty('issues.0.code', code);
  });

  it('keep the identifier under which past imports know them', async () => {
    const { text } = await profiles.one('ga4');
    await expect(profiles.change('ga4', text.replace('"ga4"', '"ga5"'))).rejects.toMatchObject({
      issues: [{ path: 'id' }],
    });
  });

  it('are learned from what somebody said of a file, each under its own identifier', async () => {
    const kept = { name: 'Imprimerie Boissor', sender: 'Boissor' };
    expect(await profiles.learn(CHOICES, GLIMPSE, kept)).toBe('imprimerie-boissor');
    expect(await profiles.learn(CHOICES, GLIMPSE, kept)).toBe('imprimerie-boissor-2');
    expect(await profiles.one('imprimerie-boissor')).toMatchObject({
      origin: 'learned',
      sender: 'Boissor',
      profile: { signatures: [['Jour', 'Exemplaires']], values: [{ indicator: 'SETS_DE_TABLE' }] },
    });
    await expect(profiles.reset('imprimerie-boissor')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('recognise nothing once removed, until they are put back', async () => {
    const isActive = async () => (await profiles.active()).some(({ id }) => id === 'mailchimp');
    await profiles.remove('mailchimp');
    expect(await isActive()).toBe(false);
    expect(await profiles.one('mailchimp')).toMatchObject({ removedAt: '2020-12-17T10:00:00Z' });
    await profiles.restore('mailchimp');
    expect(await isActive()).toBe(true);
    expect(await profiles.one('mailchimp')).toMatchObject({ origin: 'built_in', removedAt: null });
  });

  it('leave the others alone when one cannot be read any more', async () => {
    const row = { id: 'ancien', content: '{"id": "ancien"}', sender: null, removedAt: null };
    const stamp = { updatedAt: '2020-12-17T10:00:00Z', updatedBy: 'system' };
    const { context } = services;
    await context
      .get(UnitOfWork, { strict: false })
      .write((manager) => manager.insert(ImportProfileEntity, { ...row, ...stamp }));
    expect(await profiles.one('ancien')).toMatchObject({ profile: null, name: 'ancien' });
    expect((await profiles.active()).length).toBeGreaterThan(builtInProfiles().length);
  });

  it('tell each change in the journal', async () => {
    const last = await services.context.get(AuditChainRepository, { strict: false }).lastRow();
    expect(last?.entryId).toBeGreaterThanOrEqual(6);
  });

  it('say that one does not exist', async () => {
    await expect(profiles.one('inconnu')).rejects.toMatchObject({ code: 'not_found', status: 404 });
  });
});
