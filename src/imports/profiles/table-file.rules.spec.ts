import fc from 'fast-check';
import { compareText } from '../../kernel/compare-text.rules.js';
import { csvFile, interpreted } from '../../../test/support/read-files.js';
import type { Interpretation } from '../interpretation.types.js';
import type { ReadFile } from '../reading/reading.types.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const valuesOf = ({ observations }: Interpretation) =>
  observations.map(({ indicator, periodStart, quantity }) => [indicator, periodStart, quantity?.value]);

function sumsOf({ observations }: Interpretation): [string, number][] {
  const sums = new Map<string, number>();
  for (const { indicator, periodStart, channel, quantity } of observations) {
    const key = [indicator, periodStart, channel].join(' ');
    sums.set(key, (sums.get(key) ?? 0) + (quantity?.value ?? 0));
  }
  return [...sums].toSorted(([one], [other]) => compareText(one, other));
}

const YOUTUBE = ['Content', 'Video publish time', 'Views', 'Watch time (hours)'];

describe('Whatever the file', () => {
  const rows = fc.array(
    fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.constantFrom('Jan', 'Feb', 'Mar'),
      views: fc.integer({ min: 0, max: 100_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  const cells = (all: readonly { day: number; month: string; views: number }[]): string[][] =>
    all.map(({ day, month, views }, index) => [`v${index}`, `${month} ${day}, 2020`, String(views), '1.5']);

  it('rows in another order say the same sums', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), (all, ranks) => {
        const lines = cells(all);
        const ranked = lines.map((line) => ({ line, rank: ranks.next().value ?? 0 }));
        const shuffled = ranked.toSorted((one, other) => one.rank - other.rank).map(({ line }) => line);
        const [straight, mixed] = [lines, shuffled].map((some) =>
          interpreted(csvFile([YOUTUBE, ...some], ',')),
        );
        expect(straight && sumsOf(straight)).toEqual(mixed && sumsOf(mixed));
        expect(straight?.observations).toHaveLength(all.length);
      }),
    );
  });

  it('columns that no profile knows change nothing, wherever they stand', () => {
    const names = fc.uniqueArray(
      fc.constantFrom('Shares', 'Vues des amis', '__proto__', 'constructor', 'Total'),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(rows, names, fc.nat({ max: 4 }), (all, extra, at) => {
        const table = [YOUTUBE, ...cells(all)];
        const wider = table.map((row, line) =>
          row.toSpliced(at, 0, ...extra.map((name) => (line === 0 ? name : '7'))),
        );
        const [one, other] = [table, wider].map((some) => interpreted(csvFile(some, ',')));
        expect(other).toEqual(one);
      }),
    );
  });

  it('headers are known without accents, capitals and blanks, and only whole', () => {
    const title = fc.constantFrom(
      'Nombre de spots',
      'NOMBRE DE SPOTS',
      ' nombre  de spots ',
      'Nombre de ſpots',
    );
    fc.assert(
      fc.property(title, (header) => {
        const file = csvFile([
          ['Horodatage', 'Épci', header],
          ['2020-08-31', 'D46', '7'],
        ]);
        expect(valuesOf(interpreted(file))).toEqual([['SPOTS_PARTAGES', '2020-08-01', 7]]);
      }),
    );
    const near = csvFile([
      ['Horodatage', 'EPCI', 'Nombre de spots et autres'],
      ['2020-08-31', 'D46', '7'],
    ]);
    expect(interpreted(near).profile).toBeNull();
  });
});

describe('Several tables in one file', () => {
  it('are read each with the title above it', () => {
    const file = csvFile([
      ['sep=,'],
      ['Views'],
      ['Date', 'Primary'],
      ['2020-04-01T00:00:00', '310'],
      ['Facebook visits'],
      ['Date', 'Primary'],
      ['2020-04-01T00:00:00', '12'],
      ['Viewers'],
      ['Date', 'Primary'],
      ['2020-04-01T00:00:00', '9'],
    ]);
    const said = interpreted(file);
    expect(valuesOf(said)).toEqual([
      ['VUES_PAGE', '2020-04-01', 310],
      ['VISITES_PAGE', '2020-04-01', 12],
    ]);
    expect(said).toMatchObject({ rowsRead: 3, rejected: [], ignoredColumns: [{ column: 'Viewers' }] });
  });

  it('are refused when nothing says what one of them counts', () => {
    const file = csvFile([['Humeur'], ['Date', 'Primary'], ['2020-04-01', '310']]);
    expect(interpreted(file).rejected).toMatchObject([{ line: 1, code: 'unknown_title' }]);
  });

  const ga4 = (...more: string[][]): ReadFile =>
    csvFile(
      [
        ['# Start date: 20240101'],
        ['# End date: 20240131'],
        ['Page path and screen class', 'Views'],
        ['/', '10'],
        ...more,
      ],
      ',',
    );

  it('keep their own dates, in the comments above them', () => {
    const second = [
      ['# Start date: 20240201'],
      ['# End date: 20240229'],
      ['Page path and screen class', 'Views'],
    ];
    expect(valuesOf(interpreted(ga4(...second, ['/', '3'])))).toEqual([
      ['VUES_SITE', '2024-01-01', 10],
      ['VUES_SITE', '2024-02-01', 3],
    ]);
  });

  it('are left out and told where the profile does not read them', () => {
    const said = interpreted(ga4(['# Pays'], ['Country', 'Users'], ['France', '8']));
    expect(valuesOf(said)).toEqual([['VUES_SITE', '2024-01-01', 10]]);
    expect(said.rowsLeftOut).toEqual([{ reason: 'ligne d’un autre tableau du fichier', count: 2 }]);
  });

  it('are refused without a period', () => {
    const said = interpreted(
      csvFile(
        [
          ['Page path and screen class', 'Views'],
          ['/', '10'],
        ],
        ',',
      ),
    );
    expect(said.rejected).toMatchObject([{ code: 'missing_period' }]);
    expect(said.rejected[0]?.message).toContain('# Start date: 20240101');
  });
});

describe('Values that are never added up', () => {
  it('are left out and told when a month has two', () => {
    const rows = [
      ['2020-01-05', '10', '4'],
      ['2020-01-06', '20', '5'],
      ['2020-02', '7', '3'],
    ];
    const said = interpreted(csvFile([['date', 'nb_visits', 'nb_uniq_visitors'], ...rows], ','));
    expect(sumsOf(said)).toEqual([
      ['VISITES_SITE 2020-01-01 ', 30],
      ['VISITES_SITE 2020-02-01 ', 7],
      ['VISITEURS_UNIQUES_SITE 2020-02-01 ', 3],
    ]);
    expect(said.ignoredColumns).toMatchObject([{ column: 'nb_uniq_visitors' }]);
  });
});

describe('Names that nothing bears here', () => {
  const spots = (...rows: string[][]) => csvFile([['Horodatage', 'EPCI', 'Nombre de spots'], ...rows]);

  it('are asked, and nothing stands as a total beside its parts meanwhile', () => {
    const file = spots(['2020-08-31', 'Lot', '5'], ['2020-08-31', 'Cantal', '2']);
    const said = interpreted(file);
    expect(said.observations.map(({ territory }) => territory)).toEqual([null, null]);
    expect(said.questions).toMatchObject([
      { code: 'unknown_territory', answer: { name: 'territory', values: ['aucun'] } },
    ]);
    expect(said.questions[0] && plain(said.questions[0].message)).toContain(
      '« Cantal » (à partir de la ligne 3)',
    );
    expect(interpreted(file, { answers: { territory: 'aucun' } }).questions).toEqual([]);
  });

  it('are told with the nearest that exists', () => {
    const said = interpreted(spots(['2020-08-31', 'Quercy Blan', '5']), {
      territories: [{ code: 'QB', name: 'Communauté de communes du Quercy Blanc' }],
    });
    expect(plain(said.questions[0]?.message ?? '')).toContain(
      '« Quercy Blan » (Communauté de communes du Quercy Blanc ?)',
    );
  });
});

describe('Cells that cannot be read', () => {
  it('are refused each with its line and column, and their row keeps the rest', () => {
    const file = csvFile([
      YOUTUBE,
      ['a', '31 févr. 2020', '1', ''],
      ['b', '1 juil. 2020', 'beaucoup', ''],
      ['', '1 juil. 2020', '3', ''],
    ]);
    expect(interpreted(file).rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'Video publish time', 'not_a_date'],
      [3, 'Views', 'not_a_number'],
      [4, 'Content', 'missing_item'],
    ]);
  });
});
