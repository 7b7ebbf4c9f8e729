import { amountOf, buildFigure, type FigureSketch } from '../../test/support/figure-builder.js';
import { attainmentBars, comparableBars, monthlyLine, yearTimeline } from './chart-descriptions.rules.js';
import type { Figure, SeriesPoint } from './figures.types.js';
import { periodWithoutYear, type TimelineCampaign } from './timeline-spans.rules.js';

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

const january = { start: '2020-01-01', end: '2020-01-31', precision: 'month' } as const;
const campaign = (code: string, more: Partial<TimelineCampaign> = {}): TimelineCampaign => ({
  code,
  shortName: code,
  status: 'completed',
  statusReason: null,
  period: january,
  openEnd: false,
  ...more,
});
const wholeYear = { start: '2020-01-01', end: '2020-12-31', precision: 'year' } as const;

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
    expect(chart?.title).toBe('Visites : le plus haut en mars, 20');
    expect(chart?.labels).toEqual(['janv.', 'févr.', 'mars']);
    expect(chart?.series[0]?.points).toEqual([
      { value: 10, text: '10', provisional: false },
      null,
      { value: 20, text: '20', provisional: true },
    ]);
    expect(chart?.sentence).toContain('février : non communiqué');
    expect(chart?.table.rows[2]).toEqual(['Mars', '20\u00a0(p)']);
  });

  it('needs two known months', () =>
    expect(monthlyLine(visits as Figure, [point('2020-01', 10), point('2020-02', null)])).toBeNull());
});

describe('yearTimeline', () => {
  const results = new Map([
    [
      'OP-SPOTS',
      figures(
        { code: 'S', label: ['spot', 'spots'], value: 250 },
        { code: 'T', label: ['set', 'sets'], value: 130000 },
      ),
    ],
  ]);

  it('draws what is known and no more', () => {
    const chart = yearTimeline(
      [
        campaign('OP-PORTAIL', { period: wholeYear }),
        campaign('OP-LOCAL', {
          period: { start: '2020-04-01', end: null, precision: 'month' },
          openEnd: true,
        }),
        campaign('OP-SPOTS', { period: { start: '2020-06-01', end: '2020-09-30', precision: 'season' } }),
        campaign('OP-ALL-YEAR', { status: 'continuous', period: wholeYear }),
        campaign('OP-STOPPED', {
          status: 'in_question',
          period: { start: null, end: null, precision: 'unknown' },
        }),
        campaign('OP-LONG', {
          status: 'ongoing',
          period: { start: '2019-06-01', end: '2021-06-30', precision: 'range' },
        }),
      ],
      results,
      2020,
    );
    expect(
      chart?.spans.map((span) => [span.from, span.to, plain(span.text), span.tone, span.openEnd]),
    ).toEqual([
      [null, null, '2020, mois non précisé', 'done', false],
      [3, 4, 'à partir d’avril', 'done', true],
      [5, 9, '250 spots, 130 000 sets', 'done', false],
      [0, 12, 'en continu', 'ongoing', false],
      [null, null, 'remise en question', 'hatched', false],
      [0, 12, 'en cours', 'ongoing', false],
    ]);
    expect(chart?.title).toBe('Cinq opérations menées, une remise en question');
  });

  it('is null without operations and bounded with many', () => {
    expect(yearTimeline([], new Map(), 2020)).toBeNull();
    const many = Array.from({ length: 40 }, (_, index) => campaign(`OP-${index}`));
    const chart = yearTimeline(many, new Map(), 2020, { atMost: 12, highlighted: ['OP-39'] });
    expect(chart?.spans).toHaveLength(12);
    expect(chart?.spans.at(-1)).toMatchObject({ label: 'OP-39', tone: 'highlight' });
    expect(chart?.subtitle).toContain('12 des 40');
  });

  it('writes periods without the year that the title says', () => {
    expect(periodWithoutYear(january, 2020)).toBe('janvier');
    expect(plain(periodWithoutYear({ ...january, end: '2021-01-31', precision: 'range' }, 2020))).toContain(
      '2021',
    );
    expect(periodWithoutYear({ start: null, end: null, precision: 'unknown' }, 2020)).toBe(
      'date non précisée',
    );
  });
});
