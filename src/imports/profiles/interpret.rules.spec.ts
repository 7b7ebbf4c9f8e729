import type { InterpretationContext } from '../interpretation.types.js';
import type { Cell, ReadFile } from '../reading/reading.types.js';
import { interpret } from './interpret.rules.js';
import { builtInProfiles } from './profile-files.js';

const context: InterpretationContext = {
  programme: 'OML',
  scales: [{ code: 'VISITEURS_STAND', decimals: 0, symbol: null, isContext: false, adds: true }],
  territories: [{ code: 'D46', name: 'Lot' }],
  channels: [],
  answers: {},
};

function csv(rows: readonly (readonly Cell[])[], separator = ','): ReadFile {
  const numbered = rows.map((cells, index) => ({ line: index + 1, cells }));
  return { kind: 'csv', encoding: 'utf-8', separator, entry: null, tables: [{ name: null, rows: numbered }] };
}

const read = (file: ReadFile, answers: InterpretationContext['answers'] = {}) =>
  interpret(file, builtInProfiles(), { ...context, answers });

const POSTS = ['Post ID', 'Page ID', 'Publish time', 'Post type', 'Date', 'Views', 'Reach'];
const post = (id: string, time: string, views: string, date = 'Lifetime'): string[] => [
  id,
  '100',
  time,
  'Photos',
  date,
  views,
  '12',
];

describe('A file of posts of Meta', () => {
  it('says the views of each post in the month in which it came out', () => {
    const said = read(
      csv([POSTS, post('101', '04/29/2020 18:30', '2140'), post('102', '05/02/2020 09:00', '12')]),
    );
    expect(said.profile).toEqual({
      id: 'meta-posts',
      name: 'Meta Business Suite, publications',
      recognition: 'sure',
    });
    expect(said).toMatchObject({ rowsRead: 2, kind: 'snapshot', dateForm: 'month_first', questions: [] });
    expect(said.observations).toMatchObject([
      { item: '101', indicator: 'VUES_RESEAUX', channel: 'facebook', periodStart: '2020-04-01', line: 2 },
      { item: '102', indicator: 'VUES_RESEAUX', channel: 'facebook', periodEnd: '2020-05-31', line: 3 },
    ]);
    expect(said.observations.map(({ quantity }) => quantity?.value)).toEqual([2140, 12]);
    expect(said.ignoredColumns).toEqual([
      { column: 'Reach', reason: expect.stringContaining('non cumulable') },
    ]);
    expect(said.sketches.map(({ code }) => code)).toEqual(['VUES_RESEAUX']);
  });

  it('asks which number is the day, with both readings, when no date of the file tells', () => {
    const file = csv([POSTS, post('101', '03/06/2020 18:30', '2140'), post('102', '04/05/2020 09:00', '12')]);
    const said = read(file);
    expect(said.observations).toEqual([]);
    expect(said.questions).toEqual([
      {
        code: 'date_order',
        message: expect.stringContaining('3\u00a0juin\u00a02020 ou 6\u00a0mars\u00a02020'),
        choices: [expect.stringContaining('juin'), expect.stringContaining('mars')],
        answer: { name: 'dateOrder', values: ['day_first', 'month_first'] },
      },
    ]);
    const months = (dateOrder: 'day_first' | 'month_first') =>
      read(file, { dateOrder }).observations.map(({ periodStart }) => periodStart);
    expect(months('day_first')).toEqual(['2020-06-01', '2020-05-01']);
    expect(months('month_first')).toEqual(['2020-03-01', '2020-04-01']);
  });

  it('leaves out the daily rows of posts, and tells them', () => {
    const said = read(
      csv([POSTS, post('101', '04/29/2020', '2140'), post('101', '04/29/2020', '40', '04/30/2020')]),
    );
    expect(said.observations).toHaveLength(1);
    expect(said.rowsLeftOut).toEqual([{ reason: 'ventilation par jour «\u00a004/30/2020\u00a0»', count: 1 }]);
  });

  it('refuses identifiers that a spreadsheet rewrote', () => {
    const said = read(csv([POSTS, post('1,22158E+17', '04/29/2020', '2140')], ';'));
    expect(said.observations).toEqual([]);
    expect(said.rejected).toMatchObject([{ line: 2, column: 'Post ID', code: 'excel_damaged_ids' }]);
    expect(said.rejected[0]?.message).toContain('sans l’ouvrir dans Excel');
  });

  it('takes the same post once, and refuses it with two figures', () => {
    const [first, second] = [post('101', '04/29/2020', '2140'), post('101', '04/29/2020', '2141')];
    expect(read(csv([POSTS, first, first]))).toMatchObject({
      observations: [{ item: '101' }],
      rowsLeftOut: [{ count: 1 }],
    });
    expect(read(csv([POSTS, first, second])).rejected).toMatchObject([{ line: 3, code: 'repeated_item' }]);
  });
});

describe('Deliveries of a printer', () => {
  const header = ['N° BL', 'Date de livraison', 'Désignation', 'Quantité livrée'];

  it('are supposed, and their total row is not added', () => {
    const said = read(
      csv(
        [
          header,
          ['BL-1', '26/06/2020', 'Sets', '40\u00a0000'],
          ['BL-2', '03/07/2020', 'Sets', '90 000'],
          ['', '', 'Total', '130 000'],
        ],
        ';',
      ),
    );
    expect(said.profile).toMatchObject({ id: 'livraison-imprimeur', recognition: 'supposed' });
    expect(said.questions).toMatchObject([
      { code: 'supposed_profile', answer: { name: 'profile', values: ['livraison-imprimeur', 'aucun'] } },
    ]);
    expect(said.observations.map(({ item, quantity }) => [item, quantity?.value])).toEqual([
      ['BL-1', 40_000],
      ['BL-2', 90_000],
    ]);
    expect(said.rowsLeftOut).toEqual([{ reason: 'ligne de total', count: 1 }]);
    expect(said.rowsRead).toBe(3);
  });

  it('add up when one delivery has two lines', () => {
    const said = read(
      csv([header, ['BL-1', '26/06/2020', 'Sets', '40'], ['BL-1', '26/06/2020', 'Sets bis', '2']], ';'),
    );
    expect(said.observations.map(({ item, quantity }) => [item, quantity?.value])).toEqual([['BL-1', 42]]);
  });

  it('ask what a point is, and follow the answer', () => {
    const file = csv([header, ['BL-1', '26/06/2020', 'Sets', '130.000']], ';');
    expect(read(file).questions).toContainEqual(
      expect.objectContaining({
        code: 'ambiguous_number',
        answer: { name: 'point', values: ['decimal', 'thousands'] },
      }),
    );
    const value = (point: 'decimal' | 'thousands') =>
      read(file, { point, profile: 'livraison-imprimeur' }).observations[0]?.quantity?.value;
    expect([value('thousands'), value('decimal')]).toEqual([130_000, 130]);
  });
});

describe('A standard file', () => {
  const header = ['code_indicateur', 'periode_debut', 'periode_fin', 'type_valeur', 'valeur', 'source'];

  it('keeps its rows, targets and refusals whatever separates its columns', () => {
    const said = read(
      csv([
        header,
        ['visiteurs_stand', '2020-01-01', '2020-01-31', 'realise', 'plus de 450', 'Stand'],
        ['VISITEURS_STAND', '2020-01-01', '2020-12-31', 'cible', '500', ''],
        ['VISITEURS', '2020-01-01', '2020-01-31', 'realise', '1', ''],
      ]),
    );
    expect(said.profile?.id).toBe('standard-v1');
    expect(said).toMatchObject({ rowsRead: 3, rowsAddUp: false });
    expect(said.observations).toMatchObject([
      {
        line: 2,
        indicator: 'VISITEURS_STAND',
        quantity: { value: 450, qualifier: 'more_than' },
        source: 'Stand',
      },
    ]);
    expect(said.targets).toMatchObject([{ line: 3, definition: { kind: 'target', value: '500' } }]);
    expect(said.rejected).toMatchObject([{ line: 4, column: 'code_indicateur', code: 'unknown_indicator' }]);
  });

  it('reads the numbers of a workbook as they are', () => {
    const scales = [{ code: 'PRIX', decimals: 3, symbol: null, isContext: false, adds: true }];
    const file: ReadFile = {
      ...csv([header, ['PRIX', '2020-01-01', '2020-01-31', 'realise', 12.345]]),
      kind: 'xlsx',
    };
    const said = interpret(file, builtInProfiles(), { ...context, scales });
    expect(said.observations[0]?.quantity?.value).toBe(12_345);
  });
});
