import { batchItem, content, measurementKey, storedUnder } from '../../test/support/measurement-contents.js';
import { neededKeys, planBatch } from './measurement-batch.rules.js';
import type { BatchItem, BatchPlan, BatchRules } from './measurement-batch.types.js';
import { subsetRelations } from './measurement-subset.rules.js';
import { naturalKey } from './measurement.rules.js';

const VISITORS = { id: 1, code: 'VISITEURS', decimals: 0, subsetOfId: null, retiredOn: null };
const PROJECTS = { id: 2, code: 'PROJETS', decimals: 0, subsetOfId: 1, retiredOn: null };
const COST = { id: 3, code: 'COUT', decimals: 2, subsetOfId: null, retiredOn: null };
const FEES = { id: 4, code: 'HONORAIRES', decimals: 2, subsetOfId: 3, retiredOn: null };
const relations = subsetRelations([VISITORS, PROJECTS, COST, FEES]);
const visitorsKey = measurementKey({ indicatorId: VISITORS.id });
const projectsKey = measurementKey({ indicatorId: PROJECTS.id });
const nothing = storedUnder();

const rules: BatchRules = { relations, defaultStatus: 'validated', sealed: [], subsets: 'refuse' };
const plan = (items: BatchItem[], stored = nothing, changed: Partial<BatchRules> = {}): BatchPlan =>
  planBatch(items, stored, { ...rules, ...changed });
const refusals = ({ rejected }: BatchPlan): [number, string][] =>
  rejected.map(({ line, code }) => [line, code]);

describe('what a batch would do', () => {
  it('needs its own keys, those of the totals and those of the parts', () => {
    const keys = neededKeys([batchItem(1, PROJECTS, { value: 1 })], relations);
    expect([...keys.keys()]).toEqual([naturalKey(projectsKey), naturalKey(visitorsKey)]);
    const ofTotal = neededKeys([batchItem(1, VISITORS, { value: 1 })], relations);
    expect([...ofTotal.keys()]).toEqual([naturalKey(visitorsKey), naturalKey(projectsKey)]);
  });

  it('says of a version that is not current which one is, or that the figure does not exist yet', () => {
    const stored = storedUnder([visitorsKey, content(450)]);
    expect(plan([batchItem(7, VISITORS, { value: 451 }, { version: 3 })], stored)).toMatchObject({
      updated: 0,
      planned: [],
      rejected: [
        {
          line: 7,
          path: 'version',
          code: 'conflict',
          message:
            'Ce chiffre a changé entre-temps : il en est à la version 1, vous partiez de la 3. Relisez-le avant de le modifier.',
        },
      ],
    });
    const missing = plan([batchItem(1, VISITORS, { value: 451 }, { version: 3 })]);
    expect(missing.rejected).toMatchObject([
      { message: 'Ce chiffre n’existe pas encore : retirez la version 3, ou écrivez 0.' },
    ]);
    expect(plan([batchItem(1, VISITORS, { value: 451 }, { version: 0 })])).toMatchObject({ created: 1 });
  });

  it('leaves what is already so unchanged, in the database as within the batch', () => {
    const stored = storedUnder([visitorsKey, content(450)]);
    expect(plan([batchItem(1, VISITORS, { value: 450 })], stored)).toEqual({
      created: 0,
      updated: 0,
      unchanged: 1,
      rejected: [],
      planned: [],
    });
    const twice = [batchItem(1, VISITORS, { value: 450 }), batchItem(2, VISITORS, { value: 450 })];
    expect(plan(twice)).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
  });

  it('keeps with each version why it replaces the one before, when that is said', () => {
    const counted = batchItem(1, VISITORS, { value: 450 });
    const again = batchItem(2, VISITORS, { value: 463 });
    again.checked.reason = 'recomptage';
    expect(plan([counted, again]).planned[0]?.versions.map(({ reason }) => reason)).toEqual([
      undefined,
      'recomptage',
    ]);
  });

  it('refuses what a sealed exercice holds, and lets what is already so there be', () => {
    const stored = storedUnder([visitorsKey, content(450)]);
    const sealed = [{ year: 2020, startDate: null, endDate: null }];
    const january = { key: { periodStart: '2021-01-01', periodEnd: '2021-01-31' } };
    const items = [
      batchItem(1, VISITORS, { value: 450 }),
      batchItem(2, VISITORS, { value: 451 }),
      batchItem(3, VISITORS, { value: 452 }, january),
    ];
    const made = plan(items, stored, { sealed });
    expect(made).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    expect(refusals(made)).toEqual([[2, 'exercice_sealed']]);
  });

  it('counts the versions of the batch itself: the second one starts from the first', () => {
    const items = [
      batchItem(1, VISITORS, { value: 450 }, { version: 0 }),
      batchItem(2, VISITORS, { value: 451 }, { version: 1 }),
      batchItem(3, VISITORS, { value: 452 }, { version: 1 }),
    ];
    const made = plan(items);
    expect(made).toMatchObject({ created: 1, updated: 1, unchanged: 0 });
    expect(made.planned.map(({ versions }) => versions.map(({ value }) => value))).toEqual([[450, 451]]);
    expect(refusals(made)).toEqual([[3, 'conflict']]);
  });
});

describe('an indicator that was retired', () => {
  const RETIRED = { ...VISITORS, retiredOn: '2020-01-31' };
  const after = { periodStart: '2020-02-01', periodEnd: '2020-02-29' };

  it('takes corrections of its own days, and nothing that begins after', () => {
    const own = batchItem(1, RETIRED, { value: 1 }, { key: { periodEnd: '2020-02-29' } });
    expect(plan([own])).toMatchObject({ created: 1, rejected: [] });
    const { rejected } = plan([batchItem(2, RETIRED, { value: 1 }, { key: after })]);
    expect(rejected).toMatchObject([{ line: 2, path: 'periodStart', code: 'retired_indicator' }]);
    expect(rejected[0]?.message).toContain('n’est plus compté depuis le 2020-01-31');
  });

  it('lets what was given before it was retired be said again: a file of everything comes back', () => {
    const stored = storedUnder([measurementKey({ indicatorId: RETIRED.id, ...after }), content(450)]);
    const same = batchItem(1, RETIRED, { value: 450 }, { key: after });
    expect(plan([same], stored)).toMatchObject({ unchanged: 1, rejected: [] });
    const other = batchItem(1, RETIRED, { value: 451 }, { key: after });
    expect(refusals(plan([other], stored))).toEqual([[1, 'retired_indicator']]);
  });
});

describe('a « dont » in a batch', () => {
  it('is refused above its total, both written in their unit', () => {
    const items = [batchItem(1, FEES, { value: 1_250 }), batchItem(2, COST, { value: 1_200 })];
    expect(plan(items).rejected).toEqual([
      {
        line: 1,
        path: 'value',
        code: 'subset_exceeds_total',
        message:
          '12.5 (HONORAIRES) dépasse le total de 12 (COUT) : le sous-ensemble ne peut pas être plus grand.',
      },
    ]);
  });

  it('stands when its total is raised in the same batch, and is refused when the total’s line is', () => {
    const stored = storedUnder([visitorsKey, content(100)]);
    const projects = batchItem(1, PROJECTS, { value: 150 });
    expect(plan([projects, batchItem(2, VISITORS, { value: 200 })], stored)).toMatchObject({
      created: 1,
      updated: 1,
      rejected: [],
    });
    const late = batchItem(2, VISITORS, { value: 200 }, { version: 9 });
    expect(refusals(plan([projects, late], stored))).toEqual([
      [1, 'subset_exceeds_total'],
      [2, 'conflict'],
    ]);
  });

  it('keeps its total from shrinking under it, unless it is withdrawn or absent', () => {
    const shrunk = batchItem(1, VISITORS, { value: 140 });
    const against = (part: ReturnType<typeof content>): [number, string][] =>
      refusals(plan([shrunk], storedUnder([visitorsKey, content(450)], [projectsKey, part])));
    expect(against(content(150))).toEqual([[1, 'subset_exceeds_total']]);
    expect(against(content(150, { status: 'withdrawn' }))).toEqual([]);
    expect(against(content(null))).toEqual([]);
    expect(against(content(140))).toEqual([]);
  });

  it('may have any value under a total that was taken back, or never given', () => {
    const projects = batchItem(1, PROJECTS, { value: 150 });
    const gone = storedUnder([visitorsKey, content(100, { status: 'withdrawn' })]);
    expect(refusals(plan([projects], gone))).toEqual([]);
    expect(refusals(plan([projects]))).toEqual([]);
    expect(refusals(plan([projects], nothing, { relations: subsetRelations([PROJECTS]) }))).toEqual([]);
  });

  it('asks nothing of an indicator that is neither a part nor a total', () => {
    const apart = subsetRelations([VISITORS]);
    expect(plan([batchItem(1, VISITORS, { value: 450 })], nothing, { relations: apart })).toMatchObject({
      created: 1,
      rejected: [],
    });
  });

  it('keeps a « dont » above its total where somebody will look at it', () => {
    const items = [batchItem(1, VISITORS, { value: 120 }), batchItem(2, PROJECTS, { value: 150 })];
    expect(refusals(plan(items))).toEqual([[2, 'subset_exceeds_total']]);
    expect(plan(items, nothing, { subsets: 'keep' })).toMatchObject({ created: 2, rejected: [] });
  });

  it('refuses what changes a sealed exercice, not what is there already', () => {
    const stored = storedUnder([visitorsKey, content(450)]);
    const sealed = [{ year: 2020, startDate: null, endDate: null }];
    const items = [
      batchItem(1, VISITORS, { value: 450 }),
      batchItem(2, VISITORS, { value: 451 }),
      batchItem(3, VISITORS, { value: 9 }, { key: { periodStart: '2020-12-01', periodEnd: '2021-01-01' } }),
    ];
    const outcome = plan(items, stored, { sealed });
    expect([outcome.unchanged, outcome.created, refusals(outcome)]).toEqual([1, 1, [[2, 'exercice_sealed']]]);
  });
});
