import { ENGINES } from '../../test/support/databases.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import type { MeasurementInput } from '../measurements/measurement.types.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { TargetsService } from '../targets/targets.service.js';
import { FiguresService } from './figures.service.js';

const AMBASSADORS = 'AMBASSADEURS';

describe.each(ENGINES)('figures of an exercice on %s', (engine) => {
  let services: TestServices;
  let figures: FiguresService;

  beforeEach(async () => {
    services = await openServices(engine);
    figures = services.context.get(FiguresService, { strict: false });
    await run(
      `UPDATE indicators SET aggregation_time = 'last', carries_last_value = true WHERE code = '${AMBASSADORS}'`,
    );
  });
  afterEach(() => services.close());

  const run = (statement: string): Promise<void> =>
    services.context
      .get(UnitOfWork, { strict: false })
      .write(async (manager) => void (await manager.query(statement)));
  const record = (input: MeasurementInput, recordedAt?: string) =>
    services.context.get(MeasurementsService, { strict: false }).record([input], {
      recordedBy: 'token:Test',
      recordedAt: recordedAt ?? '2020-12-18T09:00:00Z',
      defaultStatus: 'validated',
      partial: false,
    });
  const count = (day: string, value: number | null, more: Partial<MeasurementInput> = {}) =>
    record({
      indicator: AMBASSADORS,
      periodStart: day,
      periodEnd: day,
      ...(value === null ? { absence: 'not_communicated' } : { value }),
      ...more,
    });
  const ambassadors = async (year: number, at?: string): Promise<number | null> => {
    const { figures: all } = await figures.year(year, at);
    return all.find(({ indicator }) => indicator.code === AMBASSADORS)?.amount?.value ?? null;
  };

  it('gives a stock as it stood on a day, counted in an earlier year if need be', async () => {
    await count('2019-12-20', 320);
    await count('2020-06-30', 350);
    await count('2020-12-16', 400);
    expect(await ambassadors(2020)).toBe(400);
    expect(await ambassadors(2020, '2020-09-30')).toBe(350);
    expect(await ambassadors(2020, '2020-03-31')).toBe(320);
    expect(await ambassadors(2020, '2019-12-31')).toBe(320);
    expect(await ambassadors(2020, '2019-11-30')).toBeNull();
    expect(await ambassadors(2021)).toBe(400);
  });

  it('brings nothing of the next year, however late the day asked for', async () => {
    await count('2020-12-16', 400);
    await count('2021-03-31', 500);
    expect(await ambassadors(2020, '2021-12-31')).toBe(400);
  });

  it('keeps the last known stock when this year’s was not communicated', async () => {
    await count('2019-12-20', 320);
    await count('2020-12-16', null);
    expect(await ambassadors(2020)).toBe(320);
  });

  it('completes the territories counted this year by the others', async () => {
    await count('2019-12-20', 10, { territory: 'GRAND-CAHORS' });
    await count('2019-12-20', 7, { territory: 'GRAND-FIGEAC' });
    await count('2020-12-16', 12, { territory: 'GRAND-CAHORS' });
    expect(await ambassadors(2020)).toBe(19);
  });

  it('dates its last change by anything it prints: values, withdrawals, names', async () => {
    const change = async () => (await figures.year(2020)).lastChange;
    await count('2020-12-16', 400);
    expect(await change()).toBe('2020-12-18T09:00:00Z');
    const stand = {
      indicator: 'VISITEURS_STAND',
      periodStart: '2020-01-01',
      periodEnd: '2020-01-31',
      value: 450,
    };
    await record(stand, '2020-12-19T09:00:00Z');
    expect(await change()).toBe('2020-12-19T09:00:00Z');
    await record({ ...stand, status: 'withdrawn' }, '2020-12-20T09:00:00Z');
    expect(await change()).toBe('2020-12-20T09:00:00Z');
    await record({ ...stand, periodEnd: '2020-01-15', status: 'draft' }, '2020-12-21T09:00:00Z');
    expect(await change()).toBe('2020-12-20T09:00:00Z');
    await run(
      `UPDATE indicators SET name = 'Réseau', updated_at = '2020-12-22T09:00:00Z' WHERE code = '${AMBASSADORS}'`,
    );
    expect(await change()).toBe('2020-12-22T09:00:00Z');
  });

  it('expects no more of a year than its days so far', async () => {
    await count('2020-12-16', 100);
    await services.context.get(TargetsService, { strict: false }).store(
      {
        kind: 'target',
        indicator: AMBASSADORS,
        campaign: null,
        periodStart: '2020-01-01',
        periodEnd: '2020-12-31',
        value: 400,
        valueMax: null,
        qualifier: 'exact',
        decidedBy: null,
        meetingCode: null,
        path: null,
        steps: null,
        note: null,
      },
      { recordedAt: '2020-01-10T09:00:00Z', recordedBy: 'test', reason: null },
    );
    const assessment = async () =>
      (await figures.select({ year: 2020, indicator: AMBASSADORS }))[0]?.assessment;
    services.clock.set('2020-03-31T10:00:00Z');
    expect(await assessment()).toBe('on_track');
    services.clock.set('2020-12-31T22:59:00Z');
    expect(await assessment()).toBe('late');
    services.clock.set('2020-12-31T23:01:00Z');
    expect(await assessment()).toBe('late');
    services.clock.set('2020-12-17T10:00:00Z');
    await run(`UPDATE exercices SET state = 'closed' WHERE year = 2020`);
    expect(await assessment()).toBe('late');
  });

  it('narrows to an indicator or a campaign, by code in any case', async () => {
    const visits = { indicator: 'VISITEURS_STAND', periodStart: '2020-01-01', periodEnd: '2020-01-31' };
    await record({ ...visits, campaign: 'OP-2020-SALON-PARIS', value: 450 });
    await record({ ...visits, value: 8 });
    const values = async (query: { indicator?: string; campaign?: string }) =>
      (await figures.select({ year: 2020, ...query })).map(({ amount }) => amount?.value ?? null);
    expect(await values({ indicator: 'visiteurs_stand' })).toEqual([458]);
    expect(await values({ campaign: 'op-2020-salon-paris' })).toEqual([450]);
    expect(await values({ campaign: 'OP-2020-SPOTS' })).toEqual([]);
    expect((await figures.campaignFigures('op-2020-salon-paris')).map(({ text }) => text)).toEqual([
      '450 choses',
    ]);
    expect(await figures.yearsWithFigures()).toEqual([2020]);
    await expect(values({ indicator: 'TREIZE' })).rejects.toMatchObject({ code: 'not_found' });
  });
});
