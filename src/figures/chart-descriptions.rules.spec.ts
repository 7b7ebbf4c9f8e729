import { amountOf, buildFigure, type FigureSketch } from '../../test/support/figure-builder.js';
import { attainmentBars, comparableBars, monthlyLine } from './chart-descriptions.rules.js';
import { certainPart } from './chart-parts.rules.js';
import type { Figure, SeriesPoint } from './figures.types.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const figures = (...sketches: FigureSketch[]): Figure[] => sketches.map((sketch) => buildFigure(sketch));

const press = figures(
  {
    code: 'VISITEURS_STAND',
    shortName: 'Visiteurs du stand',
    label: ['visiteur accueilli sur le stand', 'visiteurs accueillis sur le stand'],
    value: 450,
    source: 'Communiqué',
    subsets: [
      {
        code: 'PROJET',
        shortName: 'Projet de mobilité',
        label: ['avec un projet de mobilité', 'avec un projet de mobilité'],
        value: 150,
      },
    ],
  },
  { code: 'VUES', shortName: 'Vues', label: ['vue', 'vues'], value: 13000, qualifier: 'more_than' },
  { code: 'SPOTS', shortName: 'Spots partagés', label: ['spot partagé', 'spots partagés'], value: 250 },
  { code: 'SETS', shortName: 'Sets de table', label: ['set de table', 'sets de table'], value: 130000 },
  {
    code: 'AMBASSADEURS',
    shortName: 'Ambassadeurs',
    label: ['ambassadeur', 'ambassadeurs'],
    value: 400,
    qualifier: 'nearly',
  },
  { code: 'CTX', nature: 'context', value: 45, symbol: '%' },
);

const point = (period: string, value: number | null, more: Partial<SeriesPoint> = {}): SeriesPoint => ({
  period,
  amount: value === null ? null : amountOf(value),
  absence: null,
  text: value === null ? '' : String(value),
  marking: 'final',
  ...more,
});

describe('comparableBars', () => {
  it('shows the largest set of one order of magnitude, « dont » under its whole, and nothing beside a giant', () => {
    const chart = comparableBars(press, 2020);
    expect(
      chart?.bars.map((bar) => [bar.label, bar.value, plain(bar.text), bar.tone, bar.uncertain]),
    ).toEqual([
      ['Visiteurs du stand', 450, '450', 'main', 'none'],
      ['dont projet de mobilité', 150, '150', 'part', 'none'],
      ['Spots partagés', 250, '250', 'main', 'none'],
      ['Ambassadeurs', 400, 'près de 400', 'main', 'lower'],
    ]);
    expect(plain(chart?.title ?? '')).toBe(
      '450 visiteurs accueillis sur le stand, dont 150 avec un projet de mobilité',
    );
    expect(chart?.sentence).toContain('d’un autre ordre de grandeur');
    expect(chart?.source).toBe('Source : Communiqué.');
  });

  it('is titled by a whole and its part rather than by what merely outnumbers it', () => {
    const subscribers = figures({ code: 'ABONNES', label: ['abonné', 'abonnés'], value: 800 });
    const titled = (keyFigure: boolean) =>
      plain(
        comparableBars(
          [
            ...subscribers,
            ...figures({
              code: 'V',
              keyFigure,
              label: ['visiteur', 'visiteurs'],
              value: 450,
              subsets: [{ code: 'P', label: ['en projet', 'en projet'], value: 150 }],
            }),
          ],
          2020,
        )?.title ?? '',
      );
    expect(titled(true)).toBe('450 visiteurs, dont 150 en projet');
    expect(titled(false)).toBe('800 abonnés, devant 450 visiteurs');
  });

  it('says that two are level', () => {
    const level = figures(
      { code: 'A', label: ['spot', 'spots'], value: 250 },
      { code: 'B', label: ['visiteur', 'visiteurs'], value: 250 },
    );
    const chart = comparableBars(level, 2020);
    expect(plain(chart?.title ?? '')).toBe('250 spots, autant que 250 visiteurs');
    expect(chart?.sentence).not.toContain('ordre de grandeur');
  });

  it('compares nothing when nothing compares', () => {
    expect(comparableBars([], 2020)).toBeNull();
    expect(comparableBars(figures({ code: 'A', value: 5 }), 2020)).toBeNull();
    expect(comparableBars(figures({ code: 'A', value: 5 }, { code: 'B', value: 5000 }), 2020)).toBeNull();
    expect(comparableBars(figures({ code: 'A', value: 0 }, { code: 'B', value: 0 }), 2020)).toBeNull();
    expect(comparableBars(figures({ code: 'A', value: 5 }, { code: 'B' }), 2020)).toBeNull();
    expect(
      comparableBars(
        figures({ code: 'A', value: 5, symbol: '€' }, { code: 'B', value: 5, symbol: '%' }),
        2020,
      ),
    ).toBeNull();
  });

  it('draws at most eight wholes, key figures first', () => {
    const many = Array.from({ length: 24 }, (_, index) => ({
      code: `I${index}`,
      value: 100 + index,
      keyFigure: index % 3 === 0,
    }));
    const bars = comparableBars(figures(...many), 2020)?.bars ?? [];
    expect(bars).toHaveLength(8);
    expect(bars.map((bar) => bar.label)).toEqual(['I0', 'I3', 'I6', 'I9', 'I12', 'I15', 'I18', 'I21']);
  });
});

describe('attainmentBars', () => {
  it('is silent without targets', () => expect(attainmentBars(press, 2020)).toBeNull());

  it('sorts rates, says how many are reached and cuts what exceeds twice the target', () => {
    const chart = attainmentBars(
      figures(
        { code: 'A', value: 83, target: 100 },
        { code: 'B', value: 1000, target: 100 },
        { code: 'C', value: 5 },
      ),
      2020,
    );
    expect(chart?.title).toBe('Une cible atteinte sur deux');
    expect(chart?.bars.map((bar) => [bar.label, bar.value, plain(bar.text), bar.tone])).toEqual([
      ['B', 200, '1 000 %', 'main'],
      ['A', 83, '83 %', 'watch'],
    ]);
    expect(plain(chart?.subtitle ?? '')).toContain('barres coupées à 200 %');
    expect(chart?.reference).toEqual({ value: 100, label: 'cible' });
  });
});

describe('the bar of a maximum', () => {
  const most = (value: number, target?: number) =>
    ({
      code: `M${value}`,
      value,
      qualifier: 'up_to',
      decimals: 0,
      ...(target === undefined ? {} : { target }),
    }) as const;

  it('goes as far as is possible, certain of nothing', () => {
    const share = { kind: 'rate', value: 100, lower: 0, upper: 100, qualifier: 'up_to' } as const;
    const aimed = figures(most(100, 100)).map((figure) => ({
      ...figure,
      attainment: { rate: share, text: '' },
    }));
    const [reached] = attainmentBars(aimed, 2020)?.bars ?? [];
    expect(reached).toMatchObject({ value: 100, certain: 0, uncertain: 'lower' });
    const part = { lower: 80, lowerOpen: false, upper: 380, upperOpen: false };
    const given = figures(most(380), { code: 'B', value: 300 }).map((figure) =>
      figure.amount?.qualifier === 'up_to'
        ? { ...figure, amount: { ...figure.amount, interval: part } }
        : figure,
    );
    expect(comparableBars(given, 2020)?.bars.map(({ value, certain }) => [value, certain])).toEqual([
      [380, 80],
      [300, undefined],
    ]);
  });

  it('is certain of the least that its amount or its rate has', () => {
    expect(certainPart({ qualifier: 'less_than', lower: 80 }, 380)).toEqual({ certain: 80 });
    expect(certainPart({ qualifier: 'up_to', lower: null }, 380)).toEqual({ certain: 0 });
    expect(certainPart({ qualifier: 'up_to', lower: 400 }, 380)).toEqual({ certain: 380 });
    expect(certainPart({ qualifier: 'nearly', lower: 380 }, 400)).toEqual({});
    const signed = figures(most(380), { code: 'B', value: 300 }).map((figure) =>
      figure.amount?.qualifier === 'up_to'
        ? { ...figure, amount: { ...figure.amount, interval: { ...figure.amount.interval, lower: null } } }
        : figure,
    );
    expect(comparableBars(signed, 2020)?.bars[0]?.certain).toBe(0);
    const [rated] = figures(most(100, 100));
    const rate = { kind: 'rate', value: 84, lower: 0, upper: null, qualifier: 'up_to' } as const;
    const open = { ...rated, attainment: { rate, text: '' } } as Figure;
    expect(attainmentBars([open], 2020)?.bars[0]?.value).toBe(84);
  });
});

describe('the title of attainmentBars', () => {
  const titled = (...values: number[]) =>
    attainmentBars(
      figures(
        ...values.map((value, index) => ({ code: `T${index}`, value, target: 100, keyFigure: index > 0 })),
      ),
      2020,
    )?.title;

  it.each([
    [[100], 'La cible est atteinte'],
    [[99], 'La cible n’est pas atteinte'],
    [[10, 20], 'Aucune des deux cibles n’est atteinte'],
    [[100, 130, 120], 'Les trois cibles sont atteintes'],
    [[100, 130, 20], 'Deux cibles atteintes sur trois'],
  ])('of %j is « %s »', (values, title) => expect(titled(...values)).toBe(title));
});

describe('attainmentBars of many targets', () => {
  it('never leaves out what is behind, whatever else does not fit', () => {
    const reached = Array.from({ length: 20 }, (_, index) => ({
      code: `R${index}`,
      value: 100,
      target: 100,
    }));
    const chart = attainmentBars(figures(...reached, { code: 'LATE', value: 10, target: 100 }), 2020);
    expect(chart?.bars).toHaveLength(16);
    expect(chart?.bars.at(-1)).toMatchObject({ label: 'LATE', tone: 'watch' });
    expect(chart?.subtitle).toContain('16 des 21 indicateurs');
  });
});

describe('monthlyLine', () => {
  const [visits] = figures({
    code: 'VISITES',
    shortName: 'Visites',
    label: ['visite', 'visites'],
    value: 30,
  });

  it('keeps gaps, marks provisional months and names the highest', () => {
    const chart = monthlyLine(visits as Figure, [
      point('2020-01', 10),
      point('2020-02', null, { absence: 'not_communicated' }),
      point('2020-03', 20, { marking: 'provisional' }),
    ]);
    expect(chart?.title).toBe('Visites : le plus haut en mars, 20\u00a0(p)');
    expect(chart?.labels).toEqual(['janv.', 'févr.', 'mars']);
    expect(chart?.series[0]?.points).toEqual([
      { value: 10, text: '10', provisional: false },
      null,
      { value: 20, text: '20', provisional: true },
    ]);
    expect(chart?.sentence).toContain('février : non communiqué');
    expect(chart?.table.rows[2]).toEqual(['Mars', '20\u00a0(p)']);
  });

  it('tells from where to where a stock went, and no highest month of several', () => {
    const title = (nature: 'stock' | 'flow', ...values: number[]) => {
      const [figure] = figures({
        code: 'V',
        shortName: 'Abonnés',
        label: ['abonné', 'abonnés'],
        nature,
        value: 40,
      });
      const chart = monthlyLine(
        figure as Figure,
        values.map((value, index) => point(`2020-0${index + 1}`, value)),
      );
      return plain(chart?.title ?? '');
    };
    expect(title('stock', 10, 40)).toBe('Abonnés : 10 en janvier, 40 en février');
    expect(title('flow', 20, 20)).toBe('40 abonnés');
    expect(title('flow', 0, 0)).toBe('40 abonnés');
  });

  it('counts a rate in percent, and says what was not measured', () => {
    const [rate] = figures({ code: 'R', symbol: '%', value: 40 });
    const chart = monthlyLine(rate as Figure, [
      point('2020-01', 30),
      point('2020-02', null),
      point('2020-03', 40),
    ]);
    expect(chart?.unit).toBe('percent');
    expect(chart?.sentence).toContain('février : non mesuré');
  });

  it('needs two known months', () =>
    expect(monthlyLine(visits as Figure, [point('2020-01', 10), point('2020-02', null)])).toBeNull());
});
