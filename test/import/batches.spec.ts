import { FiguresService } from '../../src/figures/figures.service.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import type { BatchOptions, FileToRecord } from '../../src/imports/batches/batch.types.js';
import { BatchesService } from '../../src/imports/batches/batches.service.js';
import type { IndicatorSketch, Interpretation, Observation } from '../../src/imports/interpretation.types.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { TargetsService } from '../../src/targets/targets.service.js';
import { dataCallerOf } from '../../src/accounts/access/caller.rules.js';
import { asPerson } from '../support/identities.js';
import { ENGINES } from '../support/databases.js';
import { openEmptyServices, type TestServices } from '../support/services.js';

const APRIL = { periodStart: '2020-04-01', periodEnd: '2020-04-30' };
const exact = (value: number) => ({ value, valueMax: null, qualifier: 'exact' as const });

const VIEWS: IndicatorSketch = {
  code: 'VUES_RESEAUX',
  name: 'Vues sur les réseaux sociaux',
  labelOne: 'vue',
  labelOther: 'vues',
  elision: false,
  unit: 'vue',
  symbol: null,
  decimals: 0,
  signed: false,
  nature: 'flow',
  aggregation: { time: 'sum', territory: 'sum', channel: 'sum' },
  chainLevel: 'output',
  numerator: null,
  denominator: null,
  factor: 1,
  definition: null,
};

/** A post, or any other item, of a channel in April. */
const post = (item: string | null, value: number, rest: Partial<Observation> = {}): Observation => ({
  line: 2,
  item,
  indicator: 'VUES_RESEAUX',
  campaign: null,
  territory: null,
  channel: 'facebook',
  organisation: null,
  ...APRIL,
  quantity: exact(value),
  absence: null,
  note: null,
  ...rest,
});

let files = 0;
function fileOf(observations: Observation[], rest: Partial<Interpretation> = {}): FileToRecord {
  files += 1;
  const name = `fichier-${files}.csv`;
  return {
    name,
    sha256: String(files).padStart(64, '0'),
    size: 100,
    encoding: 'utf-8',
    separator: ',',
    entry: null,
    answers: {},
    interpretation: {
      profile: { id: 'meta-posts', name: 'Meta, publications', recognition: 'sure' },
      rowsRead: observations.length,
      rowsLeftOut: [],
      personalColumns: [],
      ignoredColumns: [],
      dateForm: 'month_first',
      observations,
      rowsAddUp: true,
      targets: [],
      sketches: [VIEWS],
      channels: [
        { code: 'facebook', label: 'Facebook' },
        { code: 'instagram', label: 'Instagram' },
      ],
      source: 'Export Meta Business Suite',
      kind: 'snapshot',
      rejected: [],
      questions: [],
      glimpse: null,
      ...rest,
    },
  };
}

const OPTIONS: BatchOptions = {
  origin: 'page',
  author: {
    signature: 'person:1',
    limits: { indicators: null, campaigns: null, organisations: null },
    defaultStatus: 'validated',
  },
  dryRun: false,
  create: true,
  totals: [],
};

const editor = dataCallerOf(asPerson('validator'));
if (editor === null) throw new Error('a validator reads figures');

describe.each(ENGINES)('batches of files on %s', (engine) => {
  let services: TestServices;
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    services.context.get(type as never, { strict: false });
  const apply = (list: FileToRecord[], rest: Partial<BatchOptions> = {}) =>
    get(BatchesService).apply(list, { ...OPTIONS, ...rest });
  const figures = async (): Promise<string> =>
    JSON.stringify(await get(FiguresService).answers({ year: 2020 }, null));
  const views = async () =>
    (await get(MeasurementsService).facts({ indicators: ['VUES_RESEAUX'] })).map(
      ({ campaign, channel, quantity }) => [campaign, channel, quantity?.qualifier, quantity?.value],
    );

  afterEach(() => services.close());

  describe('in an empty installation', () => {
    beforeEach(async () => {
      services = await openEmptyServices(engine);
    });

    it('creates nothing without somebody’s word, and asks for it', async () => {
      const result = await apply([fileOf([post('1', 450)])], { create: false });
      expect(result).toMatchObject({
        batchId: null,
        reports: [{ questions: [{ code: 'unknown_vocabulary', answer: { name: 'create' } }] }],
      });
      expect(await views()).toEqual([]);
    });

    it('adds up the posts of both files by channel, and proposes to say their total in round words', async () => {
      const both = [
        fileOf([post('1', 9_000), post('2', 120)]),
        fileOf([post('a', 3_940, { channel: 'instagram' })]),
      ];
      const trial = await apply(both, { dryRun: true });
      expect(trial.batchId).toBeNull();
      expect(trial.reports.map(({ totals, created }) => [totals, created])).toEqual([
        [[{ indicator: 'VUES_RESEAUX', period: '2020-04', value: 9_120, qualifier: 'exact' }], 1],
        [[{ indicator: 'VUES_RESEAUX', period: '2020-04', value: 3_940, qualifier: 'exact' }], 1],
      ]);
      expect(trial.proposals).toMatchObject([
        { sum: exact(13_060), rounded: { value: 13_000, qualifier: 'more_than' }, declared: null },
      ]);
      expect(await views()).toEqual([]);
      const key = trial.proposals[0]?.key ?? '';
      await apply(both, { totals: [{ key, choice: 'rounded' }] });
      expect(await views()).toEqual(
        expect.arrayContaining([
          [null, null, 'more_than', 13_000],
          [null, 'facebook', 'exact', 9_120],
          [null, 'instagram', 'exact', 3_940],
        ]),
      );
    });

    it('replaces what a later export says of the same posts, keeps the others, and says when nothing changes', async () => {
      const first = fileOf([post('1', 100), post('2', 200)]);
      await apply([first]);
      const again = await apply([first]);
      expect(again).toMatchObject({
        batchId: null,
        reports: [{ created: 0, updated: 0, unchanged: 1, sameAsBatch: 1 }],
      });
      const later = await apply([fileOf([post('2', 250), post('3', 30)])]);
      expect(later.reports[0]).toMatchObject({ updated: 1, changes: [{ state: 'replaced' }] });
      expect(await views()).toEqual([[null, 'facebook', 'exact', 380]]);
      await get(BatchesService).undo(later.batchId ?? 0, editor, true);
      expect(await views()).toEqual([[null, 'facebook', 'exact', 300]]);
      await apply([fileOf([post('3', 30)])]);
      expect(await views()).toEqual([[null, 'facebook', 'exact', 330]]);
    });

    it('leaves a figure that a flow says otherwise until somebody decides', async () => {
      const flow = { kind: 'flow' as const };
      await apply([fileOf([post(null, 60), post(null, 40)], flow)]);
      const other = fileOf([post(null, 70)], flow);
      expect(await apply([other])).toMatchObject({
        batchId: null,
        reports: [{ conflicts: 1, questions: [{ code: 'already_there' }], changes: [{ state: 'conflict' }] }],
      });
      expect(await apply([{ ...other, answers: { conflicts: 'keep' } }])).toMatchObject({ batchId: null });
      expect(await views()).toEqual([[null, 'facebook', 'exact', 100]]);
      await apply([{ ...other, answers: { conflicts: 'replace' } }]);
      expect(await views()).toEqual([[null, 'facebook', 'exact', 70]]);
    });
  });

  describe('beside the figures of the press release', () => {
    beforeEach(async () => {
      services = await openEmptyServices(engine);
      await get(DatasetsService).load('seeds/oh-my-lot-2020');
    });

    it('details the declared total, proposes to replace it and never adds to it; undone, figures are byte-equal', async () => {
      const before = await figures();
      const both = [fileOf([post('1', 9_120)]), fileOf([post('a', 3_940, { channel: 'instagram' })])];
      const kept = await apply(both);
      expect(kept.proposals).toMatchObject([
        {
          campaign: 'OP-2020-PRODUCTEURS',
          declared: { total: { value: 13_000, qualifier: 'more_than' } },
          sum: exact(13_060),
          choices: [{ choice: 'keep' }, { choice: 'sum' }, { choice: 'rounded' }],
        },
      ]);
      const text = 'plus de 13\u202f000 vues sur les réseaux sociaux';
      expect(await figures()).toContain(text);
      await get(BatchesService).undo(kept.batchId ?? 0, editor, true);
      expect(await figures()).toBe(before);
      const replaced = await apply(both, { otherTotals: 'sum' });
      expect(await figures()).not.toContain(text);
      expect(await figures()).toContain('13\u202f060 vues sur les réseaux sociaux');
      await get(BatchesService).undo(replaced.batchId ?? 0, editor, true);
      expect(await figures()).toBe(before);
    });

    it('is not taken back once something newer stands on it, and says what', async () => {
      const first = await apply([fileOf([post('1', 100)])]);
      await apply([fileOf([post('1', 120)])]);
      await expect(get(BatchesService).undo(first.batchId ?? 0, editor, true)).rejects.toMatchObject({
        code: 'import_overtaken',
        status: 409,
        issues: [{ message: expect.stringContaining('VUES_RESEAUX, avril\u00a02020') }],
      });
      expect(await views()).toContainEqual(['OP-2020-PRODUCTEURS', 'facebook', 'exact', 120]);
    });

    it('takes back a target that it wrote twice, but not one that somebody changed since', async () => {
      const aim = (value: number) => ({
        line: 2,
        definition: {
          kind: 'target' as const,
          indicator: 'SPOTS_PARTAGES',
          campaign: 'OP-2020-SPOTS',
          periodStart: '2020-06-01',
          periodEnd: '2020-09-30',
          value,
          valueMax: null,
          qualifier: 'exact' as const,
          decidedBy: null,
          meetingCode: null,
          path: null,
          steps: null,
          note: null,
        },
      });
      const aimed = async () => (await get(TargetsService).ofYear(2020)).map(({ amount }) => amount.value);
      const twice = [fileOf([], { targets: [aim(300), aim(310)] }), fileOf([], { targets: [aim(320)] })];
      const first = await apply(twice);
      expect(await aimed()).toEqual([320]);
      await get(BatchesService).undo(first.batchId ?? 0, editor, true);
      expect(await aimed()).toEqual([]);
      // The same files again say the same as what was taken back: it counts again.
      const same = await apply(twice.slice(1));
      expect(await aimed()).toEqual([320]);
      await get(BatchesService).undo(same.batchId ?? 0, editor, true);
      expect(await aimed()).toEqual([]);
      const again = await apply([fileOf([], { targets: [aim(330)] })]);
      const over = await apply(twice.slice(0, 1));
      await expect(get(BatchesService).undo(again.batchId ?? 0, editor, true)).rejects.toMatchObject({
        code: 'import_overtaken',
      });
      await get(BatchesService).undo(over.batchId ?? 0, editor, true);
      expect(await aimed()).toEqual([330]);
      // What stood on it was taken back: nothing newer does any more.
      await get(BatchesService).undo(again.batchId ?? 0, editor, true);
      expect(await aimed()).toEqual([]);
    });

    it('keeps nothing of several files when one of them is refused', async () => {
      const before = await figures();
      const wrong = fileOf([post('9', 5, { campaign: 'OP-INCONNUE' })]);
      const result = await apply([fileOf([post('1', 100)]), wrong]);
      expect(result).toMatchObject({
        batchId: null,
        reports: [{}, { rejected: [{ line: 2, code: 'unknown_campaign' }] }],
      });
      expect(await figures()).toBe(before);
    });
  });
});
