import { ENGINES } from '../../test/support/databases.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import { IndicatorsService } from '../indicators/indicators.service.js';
import type { MeasurementInput } from '../measurements/measurement.types.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { ProgrammeService } from '../programme/programme.service.js';
import { FiguresService } from './figures.service.js';
import type { Compare } from './figures.schema.js';
import type { Figure } from './figures.types.js';

const SPOTS = 'SPOTS_PARTAGES';

describe.each(ENGINES)('figures beside those of another exercice on %s', (engine) => {
  let services: TestServices;
  let figures: FiguresService;

  beforeAll(async () => {
    services = await openServices(engine);
    figures = services.context.get(FiguresService, { strict: false });
  });
  afterAll(() => services.close());

  const run = (statement: string): Promise<void> =>
    services.context
      .get(UnitOfWork, { strict: false })
      .write(async (manager) => void (await manager.query(statement)));
  const count = (month: string, value: number, more: Partial<MeasurementInput> = {}) =>
    services.context
      .get(MeasurementsService, { strict: false })
      .record([{ indicator: SPOTS, periodStart: `${month}-01`, periodEnd: `${month}-30`, value, ...more }], {
        recordedBy: 'token:Test',
        recordedAt: '2020-12-18T09:00:00Z',
        defaultStatus: 'validated',
        partial: false,
      });
  const spots = async (year: number, at?: string, compare?: Compare): Promise<Figure> => {
    const found = (await figures.year(year, at, compare)).figures.find(
      ({ indicator }) => indicator.code === SPOTS,
    );
    if (found === undefined) throw new Error('no figure of the spots');
    return found;
  };

  it('compares with the latest exercice before that has figures, with the one asked for, or with none', async () => {
    await count('2017-06', 80);
    await count('2020-06', 100);
    expect(await spots(2020)).toMatchObject({
      previous: { year: 2017, text: '80' },
      change: { text: '+25\u00a0%' },
    });
    expect(await spots(2020, undefined, 'none')).toMatchObject({ previous: null, change: null });
    expect(await spots(2020, undefined, 2018)).toMatchObject({
      previous: null,
      change: { reason: 'no_previous' },
    });
    expect(await spots(2020, undefined, 2020)).toMatchObject({ previous: null, change: null });
    expect(await spots(2017)).toMatchObject({ previous: null, change: null });
  });

  it('reaches the end of the month that was told before its end', async () => {
    services.clock.set('2020-06-10T10:00:00Z');
    expect((await spots(2020)).previous).toMatchObject({ at: '2017-06-30', window: 'à date comparable' });
    services.clock.set('2020-12-17T10:00:00Z');
  });

  it('compares a campaign with the one that it continues', async () => {
    const programmes = services.context.get(ProgrammeService, { strict: false });
    await programmes.storeExercice({ ...(await programmes.exercice(2020)), year: 2017 });
    await run(`UPDATE campaigns SET year = 2017 WHERE code = 'OP-2020-PRODUCTEURS'`);
    await run(`UPDATE campaigns SET follows_code = 'OP-2020-PRODUCTEURS' WHERE code = 'OP-2020-SPOTS'`);
    await count('2017-07', 40, { campaign: 'OP-2020-PRODUCTEURS' });
    await count('2020-07', 60, { campaign: 'OP-2020-SPOTS' });
    const [figure] = await figures.campaignFigures('OP-2020-SPOTS');
    expect(figure).toMatchObject({ previous: { year: 2017, text: '40' }, change: { text: '+50\u00a0%' } });
  });

  it('compares no further than a definition that changed', async () => {
    const indicators = services.context.get(IndicatorsService, { strict: false });
    const {
      id: _,
      slug: __,
      wording: ___,
      version,
      validFrom,
      updatedAt,
      ...known
    } = await indicators.byCode(SPOTS);
    expect([version, validFrom, updatedAt === '']).toEqual([1, null, false]);
    const stamp = { reason: null, recordedBy: 'person:1' };
    const first = { ...known, definition: 'Spots proposés par la population.' };
    await indicators.store(first, '2020-12-18T09:00:00Z', { ...stamp, validFrom: null, breaksSeries: null });
    const second = { ...known, definition: 'Spots publiés.' };
    const broken = { ...stamp, validFrom: '2019-01-01', breaksSeries: true };
    await indicators.store(second, '2020-12-18T10:00:00Z', broken);
    expect((await spots(2020)).change).toMatchObject({
      reason: 'definition_changed',
      text: 'Comparaison impossible\u00a0: définition modifiée en 2019.',
    });
  });
});
