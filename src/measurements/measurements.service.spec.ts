import fc from 'fast-check';
import { auditTrail } from '../../test/support/audit-trail.js';
import { ENGINES } from '../../test/support/databases.js';
import { openDatabase, type OpenedDatabase } from '../../test/support/opened-database.js';
import { insertVocabulary } from '../../test/support/vocabulary.js';
import { FixedClock } from '../platform/clock/clock.js';
import { CampaignSumsRepository } from './campaign-sums.repository.js';
import { FactsRepository } from './facts.repository.js';
import type { MeasurementInput, RecordingContext } from './measurement.types.js';
import { MeasurementsRepository } from './measurements.repository.js';
import { MeasurementsService } from './measurements.service.js';
import { RollUpsRepository } from './roll-ups.repository.js';
import { RolledFactsRepository } from './rolled-facts.repository.js';
import { TotalsAboveRepository } from './totals-above.repository.js';
import { VocabularyRepository } from './vocabulary.repository.js';

const NOW = '2020-12-17T10:00:00Z';
const context: RecordingContext = { recordedBy: 'token:Stand', defaultStatus: 'validated', partial: false };
const visitors: MeasurementInput = {
  indicator: 'VISITEURS_STAND',
  campaign: 'OP-2020-SALON-PARIS',
  periodStart: '2020-01-01',
  periodEnd: '2020-01-31',
  value: 450,
};

describe.each(ENGINES)('recording measurements on %s', (engine) => {
  let database: OpenedDatabase;
  let service: MeasurementsService;

  beforeEach(async () => {
    database = await openDatabase(engine);
    await insertVocabulary(database.unitOfWork);
    const clock = new FixedClock(NOW);
    const { unitOfWork } = database;
    const facts = new FactsRepository(unitOfWork);
    service = new MeasurementsService(
      unitOfWork,
      clock,
      new VocabularyRepository(unitOfWork),
      new MeasurementsRepository(unitOfWork, new RollUpsRepository(unitOfWork)),
      facts,
      new RolledFactsRepository(unitOfWork, facts, new CampaignSumsRepository(unitOfWork)),
      new TotalsAboveRepository(unitOfWork),
      auditTrail(unitOfWork, clock),
    );
  });
  afterEach(() => database.close());

  const versionCount = async (): Promise<number> => {
    const [row] = await database.unitOfWork.manager.query('SELECT COUNT(*) AS n FROM measurement_versions');
    return Number(row.n);
  };

  const journal = async (): Promise<unknown[]> => {
    const rows: { action: string; after: string }[] = await database.unitOfWork.manager.query(
      'SELECT action, after FROM audit_entries ORDER BY id',
    );
    return rows.map(({ action, after }) => [action, JSON.parse(after)]);
  };

  it('tells the journal of a batch in one row, and of nothing when nothing was written', async () => {
    await service.record([visitors, { ...visitors, periodEnd: '2020-01-30' }], context);
    await service.record([visitors], context);
    await service.record([{ ...visitors, indicator: 'NOTHING' }], context);
    await service.record([{ ...visitors, value: 451 }], {
      ...context,
      recordedBy: 'import:Marie Dupont.csv',
    });
    expect(await journal()).toEqual([
      ['measurements.recorded', { created: 2, updated: 0, unchanged: 0, by: 'token', measurements: '1-2' }],
      ['measurements.recorded', { created: 0, updated: 1, unchanged: 0, by: 'import', measurements: '1' }],
    ]);
  });

  it('knows again each day of a batch that it holds, among days that are new', async () => {
    const day = (number: number, value: number): MeasurementInput => {
      const date = `2020-02-${String(number).padStart(2, '0')}`;
      return { ...visitors, periodStart: date, periodEnd: date, value };
    };
    const days = Array.from({ length: 29 }, (_, index) => index + 1);
    const tally = async (batch: MeasurementInput[]): Promise<number[]> => {
      const { created, updated, unchanged } = await service.record(batch, context);
      return [created, updated, unchanged];
    };
    expect(await tally([day(1, 1), day(20, 20), day(28, 28)])).toEqual([3, 0, 0]);
    expect(await tally(days.slice(1, 19).map((number) => day(number, number)))).toEqual([18, 0, 0]);
    const anywhere = days.map((number) => ({ ...day(number, number), campaign: null }));
    const again = days.map((number) => day(number, number === 20 ? 21 : number));
    expect(await tally(again.flatMap((one, index) => [one, anywhere[index] ?? one]))).toEqual([37, 1, 20]);
    expect(await versionCount()).toBe(59);
  });

  it('creates a measurement, then finds it unchanged, then makes a new version of it', async () => {
    expect(await service.record([visitors], context)).toEqual({
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: [],
    });
    expect(await service.record([visitors], context)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      rejected: [],
    });
    const recount = { ...visitors, value: '463', marking: 'revised' as const };
    expect(await service.record([recount], context)).toEqual({
      created: 0,
      updated: 1,
      unchanged: 0,
      rejected: [],
    });
    expect(await service.facts()).toEqual([
      {
        id: 1,
        version: 2,
        indicator: 'VISITEURS_STAND',
        campaign: 'OP-2020-SALON-PARIS',
        territory: null,
        channel: null,
        organisation: null,
        periodStart: '2020-01-01',
        periodEnd: '2020-01-31',
        precision: 'month',
        quantity: { value: 463, valueMax: null, qualifier: 'exact' },
        absence: null,
        status: 'validated',
        marking: 'revised',
        source: null,
        note: null,
        recordedAt: NOW,
      },
    ]);
    expect(await versionCount()).toBe(2);
  });

  it('writes nothing of a batch with one refusal, and tells its line and field', async () => {
    const batch = [visitors, { ...visitors, periodEnd: '2020-02-29', value: 'treize' }];
    expect(await service.record(batch, context)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: [
        {
          line: 2,
          path: 'value',
          code: 'not_a_number',
          message: expect.stringMatching(/^«\u00a0treize\u00a0» n’est pas un nombre/),
        },
      ],
    });
    expect(await versionCount()).toBe(0);
    const partial = await service.record(batch, { ...context, partial: true, lines: [7, 9] });
    expect(partial).toMatchObject({ created: 1, rejected: [{ line: 9, path: 'value' }] });
    expect(await versionCount()).toBe(1);
  });

  it('takes two inputs of one key in order', async () => {
    const batch = [visitors, { ...visitors, value: 460 }, { ...visitors, value: 460 }];
    expect(await service.record(batch, context)).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
    expect(await service.facts()).toMatchObject([{ version: 2, quantity: { value: 460 } }]);
  });

  it('refuses a version that is no longer current', async () => {
    await service.record([{ ...visitors, version: 0 }], context);
    expect(await service.record([{ ...visitors, value: 451, version: 1 }], context)).toMatchObject({
      updated: 1,
    });
    const late = await service.record([{ ...visitors, value: 452, version: 1 }], context);
    expect(late.rejected).toMatchObject([{ code: 'conflict', path: 'version' }]);
    expect(await service.facts()).toMatchObject([{ quantity: { value: 451 } }]);
  });

  it('loses no update between concurrent writers of one figure', async () => {
    await service.record([visitors], context);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        service.record([{ ...visitors, value: 500 + index, version: 1 }], context),
      ),
    );
    expect(answers.filter((answer) => answer.updated === 1)).toHaveLength(1);
    expect(answers.filter((answer) => answer.rejected[0]?.code === 'conflict')).toHaveLength(39);
    expect(await versionCount()).toBe(2);
  });

  it('joins the unit of work it is called in, and disappears with it', async () => {
    const failing = database.unitOfWork.write(async () => {
      await service.record([visitors], context);
      expect(await service.facts()).toHaveLength(1);
      throw new Error('the import failed later');
    });
    await expect(failing).rejects.toThrow('the import failed later');
    expect(await service.facts()).toEqual([]);
  });

  it('refuses a « dont » larger than its total, whichever comes first', async () => {
    const part = { ...visitors, indicator: 'VISITEURS_PROJET_MOBILITE', value: 451 };
    const message =
      '451 (VISITEURS_PROJET_MOBILITE) dépasse le total de 450 (VISITEURS_STAND) : le sous-ensemble ne peut pas être plus grand.';
    const wrong = await service.record([part, visitors], context);
    expect(wrong.rejected).toEqual([{ line: 1, path: 'value', code: 'subset_exceeds_total', message }]);
    expect(await service.record([{ ...part, value: 150 }, visitors], context)).toMatchObject({ created: 2 });
    const shrunk = await service.record([{ ...visitors, value: 149 }], context);
    expect(shrunk.rejected).toMatchObject([{ code: 'subset_exceeds_total' }]);
    expect(
      await service.record(
        [
          { ...visitors, value: 120 },
          { ...part, value: 100 },
        ],
        context,
      ),
    ).toMatchObject({
      updated: 2,
    });
  });

  it('keeps what was said about an unchanged value, and forgets it with a new value', async () => {
    const said = { ...visitors, source: 'Compteur', note: 'recomptage', marking: 'provisional' as const };
    await service.record([said], context);
    expect(await service.record([visitors], context)).toMatchObject({ unchanged: 1 });
    expect(await service.record([{ ...visitors, value: 451 }], context)).toMatchObject({ updated: 1 });
    expect(await service.facts()).toMatchObject([{ source: null, note: null, marking: 'final' }]);
  });

  it('keeps the validated value while what may replace it waits', async () => {
    await service.record([visitors], context);
    for (const status of ['draft', 'submitted', 'returned'] as const) {
      await service.record([{ ...visitors, value: 463, status }], context);
      expect(await service.facts()).toMatchObject([{ version: 1, quantity: { value: 450 } }]);
    }
    await service.record([{ ...visitors, value: 463, status: 'validated' }], context);
    expect(await service.facts()).toMatchObject([{ quantity: { value: 463 } }]);
    await service.record([{ ...visitors, value: 463, status: 'withdrawn' }], context);
    await service.record([{ ...visitors, value: 464, status: 'draft' }], context);
    expect(await service.facts()).toEqual([]);
  });

  it('answers facts of a year, of an indicator in any spelling, and nothing for an unknown code', async () => {
    await service.record(
      [
        {
          ...visitors,
          indicator: 'AMBASSADEURS',
          campaign: null,
          periodStart: '2020-12-16',
          periodEnd: '2020-12-16',
          value: 400,
          qualifier: 'nearly',
        },
        { ...visitors, periodStart: '2019-12-15', periodEnd: '2020-01-15' },
        { ...visitors, indicator: 'vues-reseaux', value: 13000, qualifier: 'more_than' },
        { ...visitors, periodStart: '2021-01-01', periodEnd: '2021-01-31' },
        { ...visitors, periodStart: '2020-03-01', periodEnd: '2020-03-31', status: 'draft' },
      ],
      context,
    );
    const ofYear = await service.facts({ from: '2020-01-01', to: '2020-12-31' });
    expect(ofYear.map((fact) => fact.indicator)).toEqual(['VISITEURS_STAND', 'VUES_RESEAUX', 'AMBASSADEURS']);
    expect(await service.facts({ indicators: ['vues_reseaux'] })).toHaveLength(1);
    expect(await service.facts({ campaign: 'op-2020-salon-paris' })).toHaveLength(3);
    expect(await service.facts({ indicators: ['INCONNU'] })).toEqual([]);
  });

  it('finds every recorded batch unchanged the second time, whatever is in it', async () => {
    const input = fc.record(
      {
        indicator: fc.constantFrom('VISITEURS_STAND', 'VUES_RESEAUX', 'COUT'),
        campaign: fc.constantFrom('OP-2020-SPOTS', 'op-2020-salon-paris', null),
        channel: fc.constantFrom('facebook', 'LINKEDIN', null),
        territory: fc.constantFrom('grand-cahors', null),
        periodStart: fc.constantFrom('2020-01-01', '2020-02-01'),
        periodEnd: fc.constantFrom('2020-02-29', '2020-12-31'),
        value: fc.oneof(fc.nat(), fc.nat().map(String)),
        qualifier: fc.constantFrom('exact' as const, 'more_than' as const, 'about' as const),
        marking: fc.constantFrom('final' as const, 'provisional' as const),
        source: fc.constantFrom('Compteur', '', null),
        note: fc
          .string({ unit: 'grapheme', maxLength: 20 })
          .filter((text) => !/[\u0000-\u001f\u007f]/.test(text)),
      },
      { requiredKeys: ['indicator', 'periodStart', 'periodEnd', 'value'] },
    );
    const batch = fc.uniqueArray(input, {
      maxLength: 12,
      selector: (one) =>
        [
          one.indicator,
          one.campaign ?? null,
          one.channel ?? null,
          one.territory ?? null,
          one.periodStart,
          one.periodEnd,
        ].join('|'),
    });
    await fc.assert(
      fc.asyncProperty(batch, async (inputs) => {
        const first = await service.record(inputs, context);
        expect(first.rejected).toEqual([]);
        const again = await service.record(inputs, context);
        expect(again).toEqual({ created: 0, updated: 0, unchanged: inputs.length, rejected: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('records and finds again thousands of measurements', async () => {
    const many = Array.from({ length: 2_500 }, (_, index): MeasurementInput => {
      const day = `${2000 + Math.floor(index / 336)}-${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
      return { indicator: 'VUES_RESEAUX', periodStart: day, periodEnd: day, value: index };
    });
    expect(await service.record(many, context)).toMatchObject({ created: 2_500 });
    expect(await service.record(many, context)).toMatchObject({ unchanged: 2_500 });
    const changed = many.map((one) => ({ ...one, value: 1 }));
    expect(await service.record(changed, context)).toMatchObject({ updated: 2_499, unchanged: 1 });
    expect(await service.facts()).toHaveLength(2_500);
  });
});
