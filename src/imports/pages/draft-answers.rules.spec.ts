import type { Draft, DraftFile } from '../drafts/draft.types.js';
import type { Trial, TriedFile } from '../drafts/trial.types.js';
import type { ImportQuestion, ImportReport } from '../import.types.js';
import type { TableGlimpse } from '../interpretation.types.js';
import { PERIOD_QUESTION } from '../profiles/said-period.rules.js';
import { changedAnswers } from './draft-answers.rules.js';
import { isDraftField } from './draft-fields.rules.js';

const ORDER: ImportQuestion = {
  code: 'date_order',
  message: '03/06 ?',
  choices: ['3 juin', '6 mars'],
  answer: { name: 'dateOrder', values: ['day_first', 'month_first'] },
};
const CAMPAIGN: ImportQuestion = {
  code: 'campaign',
  message: 'De quelle opération ?',
  choices: ['Les spots', 'aucune'],
  answer: { name: 'campaign', values: ['OP-SPOTS', ''], optional: true },
};
const REPORT: ImportReport = {
  file: 'a.csv',
  sha256: null,
  profile: null,
  profileName: null,
  encoding: null,
  separator: null,
  entry: null,
  dateForm: null,
  rowsRead: 0,
  rowsLeftOut: [],
  personalColumns: [],
  ignoredColumns: [],
  creates: [],
  created: 0,
  updated: 0,
  unchanged: 0,
  conflicts: 0,
  rejected: [],
  totals: [],
  questions: [],
  changes: [],
  sameAsBatch: null,
};
const column = (header: string, isPersonal = false) => ({
  index: 0,
  header,
  examples: [],
  guess: null,
  isPersonal,
  decimals: 0,
});
const GLIMPSE: TableGlimpse = {
  sheet: null,
  headerLine: 1,
  columns: [column('Jour'), column('Entrées'), column('Courriel', true)],
  rows: 2,
  totalLines: [],
};

const fileOf = (answers: Partial<DraftFile['answers']> = {}): DraftFile => ({
  id: 3,
  name: 'a.csv',
  sha256: '0',
  size: 1,
  kept: '',
  refusal: null,
  answers: { reading: {}, asked: [], sender: null, ...answers },
});
function change(
  fields: Record<string, string>,
  rest: Partial<TriedFile> = {},
  answers: Draft['answers'] = {},
  mayTeach = true,
) {
  const file = rest.file ?? fileOf();
  const draft: Draft = {
    id: 1,
    createdBy: 'person:1',
    createdAt: '',
    answers,
    appliedAs: null,
    files: [file],
  };
  const tried: TriedFile = {
    file,
    state: 'waiting',
    report: REPORT,
    refusal: null,
    glimpse: null,
    scales: [],
    ...rest,
  };
  const trial: Trial = { files: [tried], proposals: [], ready: [], creation: null, figures: 0, questions: 0 };
  const changed = changedAnswers(draft, trial, new Map(Object.entries(fields)), {
    mayTeach,
    indicators: [{ code: 'SPOTS', name: 'Spots partagés' }],
  });
  return { ...changed, file: changed.files.get(3) };
}

describe('the answers of a draft', () => {
  const asking = (...questions: ImportQuestion[]) => ({ report: { ...REPORT, questions } });

  it('take in a choice, with its question, so that it may be changed', () => {
    const { file, hasChanged, issues } = change({ 'f3-dateOrder': 'month_first' }, asking(ORDER));
    expect(file).toEqual({ reading: { dateOrder: 'month_first' }, asked: [ORDER], sender: null });
    expect([hasChanged, issues]).toEqual([true, []]);
    const again = { file: fileOf({ reading: { dateOrder: 'month_first' }, asked: [ORDER] }) };
    expect(change({ 'f3-dateOrder': 'month_first' }, again).hasChanged).toBe(false);
    expect(change({ 'f3-dateOrder': 'day_first' }, again).file?.reading).toEqual({ dateOrder: 'day_first' });
    expect(change({ 'f3-dateOrder': '' }, again).file?.reading).toEqual({});
  });

  it('refuse what no choice is', () => {
    const { issues, hasChanged } = change({ 'f3-dateOrder': 'year_first' }, asking(ORDER));
    expect(issues).toMatchObject([{ path: 'f3-dateOrder' }]);
    expect(hasChanged).toBe(false);
  });

  it('say nothing by the choice that is taken anyway, and something by another', () => {
    expect(change({ 'f3-campaign': 'OP-SPOTS' }, asking(CAMPAIGN)).hasChanged).toBe(false);
    expect(change({ 'f3-campaign': '' }, asking(CAMPAIGN)).file?.reading).toEqual({ campaign: '' });
  });

  it('leave what is not asked as it is', () => {
    const { file, hasChanged } = change(
      { 'f3-point': 'decimal', 'f9-dateOrder': 'day_first' },
      asking(ORDER),
    );
    expect([file?.reading, hasChanged]).toEqual([{}, false]);
  });

  it('create what is missing once somebody says so, and not any more once they say otherwise', () => {
    expect(change({ create: 'true' }).answers).toEqual({ create: true });
    expect(change({ create: '' }, {}, { create: true }).answers).toEqual({ create: false });
  });

  it('choose columns that the file has and that are not about people', () => {
    const columns = {
      'f3-date': 'Jour',
      'f3-value': 'Entrées',
      'f3-indicator': 'SPOTS',
      'f3-note': 'Courriel',
    };
    const { file, issues } = change({ ...columns, 'f3-totals': 'on' }, { glimpse: GLIMPSE });
    expect(issues).toEqual([]);
    expect(file?.reading.columns).toEqual({
      date: 'Jour',
      values: [{ column: 'Entrées', indicator: 'SPOTS' }],
      item: null,
      territory: null,
      channel: null,
      note: null,
      leaveTotalsOut: true,
      grain: 'month',
    });
    const wrong = change(
      { 'f3-date': 'Ailleurs', 'f3-remember': 'on', 'f3-sender': ' ' },
      { glimpse: GLIMPSE },
    );
    expect(wrong.issues.map(({ path }) => path)).toEqual([
      'f3-date',
      'f3-value',
      'f3-indicator',
      'f3-sender',
    ]);
    expect(wrong.file).toEqual({ reading: {}, asked: [], sender: null });
  });

  it('take several columns of numbers, each with an indicator, one of them new', () => {
    const glimpse = { ...GLIMPSE, columns: [...GLIMPSE.columns, column('Repas'), column('Vélos')] };
    const first = { 'f3-date': 'Jour', 'f3-value': 'Entrées', 'f3-indicator': 'SPOTS' };
    const second = { 'f3-value2': 'Repas', 'f3-indicator2': '+nouveau', 'f3-newName2': 'Repas servis' };
    const left = { 'f3-value3': 'Vélos', 'f3-indicator3': '', 'f3-newName3': 'Vélos' };
    const { file, issues } = change({ ...first, ...second, ...left }, { glimpse });
    expect(issues).toEqual([]);
    expect(file?.reading.columns?.values).toMatchObject([
      { column: 'Entrées', indicator: 'SPOTS' },
      { column: 'Repas', indicator: 'REPAS_SERVIS', sketch: { name: 'Repas servis' } },
    ]);
    const twice = { ...first, 'f3-value2': 'Entrées', 'f3-indicator2': 'SPOTS' };
    const wrong = change({ ...twice, 'f3-indicator3': 'AILLEURS' }, { glimpse });
    expect(wrong.issues.map(({ path }) => path)).toEqual([
      'f3-value2',
      'f3-indicator2',
      'f3-value3',
      'f3-indicator3',
    ]);
    const partner = change({ ...first, ...second }, { glimpse }, {}, false);
    expect(partner.issues).toMatchObject([{ path: 'f3-indicator2', code: 'creation_reserved' }]);
    expect(partner.file?.reading.columns).toBeUndefined();
  });

  it('give a file without dates its period, in the assistant or when it is asked', () => {
    const dateless = { 'f3-date': ' ', 'f3-value': 'Entrées', 'f3-indicator': 'SPOTS' };
    const missing = change({ ...dateless, 'f3-periodMonth': '' }, { glimpse: GLIMPSE });
    expect(missing.issues).toMatchObject([{ path: 'f3-periodMonth' }]);
    expect(missing.file?.reading.columns).toBeUndefined();
    const reversed = { 'f3-periodFrom': '2020-06-30', 'f3-periodTo': '2020-06-01' };
    const wrong = change({ ...dateless, ...reversed }, { glimpse: GLIMPSE });
    expect(wrong.issues).toMatchObject([{ path: 'f3-periodTo', code: 'period_reversed' }]);
    const { file, issues } = change({ ...dateless, 'f3-periodMonth': 'juin 2020' }, { glimpse: GLIMPSE });
    expect(issues).toEqual([]);
    expect(file?.reading).toMatchObject({ period: '2020-06', columns: { date: null } });
    const dated = { ...dateless, 'f3-date': 'Jour', 'f3-periodMonth': 'juin 2020' };
    expect(change(dated, { glimpse: GLIMPSE }).file?.reading.period).toBeUndefined();
    const asked = { report: { ...REPORT, questions: [PERIOD_QUESTION] } };
    expect(change({ 'f3-periodMonth': 'juin 2020' }, asked).file).toEqual({
      reading: { period: '2020-06' },
      asked: [PERIOD_QUESTION],
      sender: null,
    });
    const again = { file: fileOf({ reading: { period: '2020-06' }, asked: [PERIOD_QUESTION] }) };
    expect(change({ 'f3-point': '' }, again).hasChanged).toBe(false);
    expect(change({ 'f3-periodMonth': '' }, again).file?.reading).toEqual({});
  });

  it.each([
    ['f3-periodFrom', true],
    ['f3-newName4', true],
    ['f3-newName5', false],
    ['f3-date2', false],
    ['f3-dateOrder', true],
    ['create', true],
    ['total-12', true],
    ['f3-constructor', false],
    ['role', false],
    ['f3-', false],
  ])('has a field %s: %s', (name, is) => {
    expect(isDraftField(name)).toBe(is);
  });
});
