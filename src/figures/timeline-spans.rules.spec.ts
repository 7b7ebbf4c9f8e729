import { buildFigure, type FigureSketch } from '../../test/support/figure-builder.js';
import { yearTimeline } from './chart-descriptions.rules.js';
import type { Figure } from './figures.types.js';
import { periodWithoutYear, type TimelineCampaign } from './timeline-spans.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const figures = (...sketches: FigureSketch[]): Figure[] => sketches.map((sketch) => buildFigure(sketch));
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

  it('shows the months of an exercice that is not a civil year', () => {
    const days = { start: '2020-09-01', end: '2021-08-31' };
    const school = yearTimeline(
      [campaign('OP', { period: { start: '2021-01-01', end: '2021-01-31', precision: 'month' } })],
      new Map(),
      2021,
      { days },
    );
    expect(school?.months).toHaveLength(12);
    expect([school?.months?.[0], school?.months?.[11]]).toEqual(['sept.', 'août']);
    expect(school?.spans[0]).toMatchObject({ from: 4, to: 5 });
    expect(yearTimeline([campaign('OP')], new Map(), 2020)?.months).toBeUndefined();
  });

  it('has fewer words for narrow places, and no word of what was spent', () => {
    const brought = (...sketches: FigureSketch[]) =>
      yearTimeline([campaign('OP')], new Map([['OP', figures(...sketches)]]), 2020)?.spans.map((span) => [
        plain(span.text),
        span.shortText === undefined ? null : plain(span.shortText),
      ]);
    const stand = { code: 'V', label: ['visiteur accueilli', 'visiteurs accueillis'], value: 571 } as const;
    const views = { code: 'W', label: ['vue en ligne', 'vues en ligne'], value: 2_000_000 } as const;
    expect(brought({ ...stand, label: [...stand.label] })).toEqual([
      ['571 visiteurs accueillis', '571 visiteurs'],
    ]);
    expect(brought({ ...views, label: [...views.label] })).toEqual([
      ['2 millions de vues en ligne', '2 millions de vues'],
    ]);
    expect(brought({ code: 'C', label: ['de dépenses', 'de dépenses'], symbol: '€', value: 5875 })).toEqual([
      ['janvier', null],
    ]);
  });

  it('says in lower case what is to come, as other states', () =>
    expect(yearTimeline([campaign('OP', { status: 'planned' })], new Map(), 2020)?.spans[0]?.text).toBe(
      'à venir',
    ));

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
