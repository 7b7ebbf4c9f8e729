import { ENGINES } from '../../test/support/databases.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { OpinionsService } from './opinions.service.js';
import { TargetChangesService } from './target-changes.service.js';
import type { TargetDefinition } from './target.types.js';
import { TargetsService } from './targets.service.js';

const stamp = { recordedAt: '2020-01-10T09:00:00Z', recordedBy: 'data-set:essai', reason: null };
const definition: TargetDefinition = {
  kind: 'target',
  indicator: 'VISITEURS_STAND',
  campaign: null,
  periodStart: '2020-01-01',
  periodEnd: '2020-12-31',
  value: 400,
  valueMax: null,
  qualifier: 'exact',
  decidedBy: 'comité de pilotage',
  meetingCode: null,
  path: null,
  steps: null,
  note: null,
};

describe.each(ENGINES)('targets on %s', (engine) => {
  let services: TestServices;
  let targets: TargetsService;
  let changes: TargetChangesService;

  beforeAll(async () => {
    services = await openServices(engine);
    targets = services.context.get(TargetsService, { strict: false });
    changes = services.context.get(TargetChangesService, { strict: false });
    await run(
      `INSERT INTO meetings (code, year, date, modality, purpose, updated_at)
       VALUES ('COPIL-2020', 2020, '2020-12-16', 'remote', 'Bilan', '2020-12-16T09:00:00Z')`,
    );
  });
  afterAll(() => services.close());
  const run = (statement: string): Promise<void> =>
    services.context
      .get(UnitOfWork, { strict: false })
      .write(async (manager) => void (await manager.query(statement)));

  it('keep what they were, with who decided, when and why', async () => {
    expect(await targets.store(definition, stamp)).toBe('created');
    expect(await targets.store(definition, stamp)).toBe('unchanged');
    const [first] = await targets.ofYear(2020);
    expect(first).toMatchObject({
      version: 1,
      amount: { value: 400 },
      path: 'linear',
      steps: [],
      meeting: null,
    });
    const steps = [{ on: '2020-06-30', value: 100 }];
    const { value, ...rest } = definition;
    await changes.change(
      first?.id ?? 0,
      { ...rest, value: value, qualifier: 'at_least', meetingCode: 'COPIL-2020', path: 'stepped', steps },
      'Le salon est reporté',
    );
    const [second] = await targets.ofYear(2020);
    expect(second).toMatchObject({
      id: first?.id,
      version: 2,
      amount: { value: 400, qualifier: 'at_least' },
      meeting: { code: 'COPIL-2020', date: '2020-12-16' },
      path: 'stepped',
      steps,
    });
    const history = (await targets.versionsOf(second ? [second] : [])).get(second?.id ?? 0);
    expect(history).toMatchObject([
      {
        version: 1,
        amount: { qualifier: 'exact' },
        recordedBy: 'data-set:essai',
        reason: null,
        meeting: null,
      },
      { version: 2, amount: { qualifier: 'at_least' }, recordedBy: 'system', reason: 'Le salon est reporté' },
    ]);
    // A file says nothing of sessions and milestones: they stay.
    expect(await targets.store({ ...definition, value: 500 }, stamp)).toBe('updated');
    expect(await targets.ofYear(2020)).toMatchObject([
      {
        version: 3,
        amount: { value: 500, qualifier: 'exact' },
        path: 'stepped',
        steps,
        meeting: { code: 'COPIL-2020' },
      },
    ]);
  });

  it('are taken back with a reason, and may be decided again', async () => {
    const [target] = await targets.ofYear(2020);
    await expect(changes.add({ ...definition, path: 'linear', steps: [] })).rejects.toMatchObject({
      code: 'target_exists',
      status: 409,
    });
    await changes.withdraw(target?.id ?? 0, 'Le salon est annulé');
    await changes.withdraw(target?.id ?? 0, 'Une seconde fois');
    expect(await targets.ofYear(2020)).toEqual([]);
    expect(await targets.ofPeriod({ start: '2020-01-01', end: '2020-12-31' }, true)).toMatchObject([
      { withdrawn: true, version: 4 },
    ]);
    // The same data set again does not bring it back; another value does.
    expect(await targets.store({ ...definition, value: 500 }, stamp)).toBe('unchanged');
    expect(await targets.store({ ...definition, value: 600 }, stamp)).toBe('updated');
    await changes.withdraw(target?.id ?? 0, 'Encore');
    await changes.add({ ...definition, value: 500, path: 'linear', steps: [] });
    expect(await targets.ofYear(2020)).toMatchObject([{ withdrawn: false, version: 7, path: 'linear' }]);
    await expect(changes.withdraw(999_999, 'Inconnue')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('never lose a version: the database itself refuses', async () => {
    await expect(run(`UPDATE target_versions SET value = 1`)).rejects.toThrow('append-only');
    await expect(run(`DELETE FROM target_versions`)).rejects.toThrow('append-only');
  });

  it('refuse a way that their days do not allow', async () => {
    await expect(targets.store({ ...definition, path: 'window' }, stamp)).rejects.toMatchObject({
      code: 'invalid_target',
      issues: [{ path: 'path', code: 'path_without_campaign' }],
    });
  });

  it('find where things stood before', async () => {
    const baseline = {
      ...definition,
      kind: 'baseline' as const,
      periodStart: '2019-12-31',
      periodEnd: '2019-12-31',
    };
    await targets.store({ ...baseline, value: 320 }, stamp);
    expect(await targets.baselinesUntil('2020-12-31')).toMatchObject([{ amount: { value: 320 } }]);
    expect(await targets.baselinesUntil('2019-12-30')).toEqual([]);
  });

  it('stand beside opinions, which are only ever added', async () => {
    const opinions = services.context.get(OpinionsService, { strict: false });
    const opinion = {
      indicator: 'visiteurs_stand',
      campaign: null,
      year: 2020,
      opinion: 'serene' as const,
      reason: 'Les invitations sont parties',
      givenOn: '2020-12-16',
      meetingCode: 'COPIL-2020',
    };
    expect(await opinions.give(opinion, stamp)).toBe('created');
    expect(await opinions.give(opinion, stamp)).toBe('unchanged');
    await opinions.give({ ...opinion, opinion: null, givenOn: '2020-12-20', meetingCode: null }, stamp);
    expect(await opinions.ofYear(2020)).toMatchObject([
      {
        indicator: 'VISITEURS_STAND',
        opinion: 'serene',
        reason: 'Les invitations sont parties',
        meeting: { date: '2020-12-16' },
      },
      { opinion: null, meeting: null },
    ]);
    expect(await opinions.ofYear(2021)).toEqual([]);
    await expect(run(`DELETE FROM opinions`)).rejects.toThrow('append-only');
  });
});
