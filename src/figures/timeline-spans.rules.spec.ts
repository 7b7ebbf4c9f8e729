import { buildFigure, toldEvent, type FigureSketch } from '../../test/support/figure-builder.js';
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
    expect(school?.subtitle).toBe('Opérations de 2020-2021, à la précision connue (jour, mois ou saison)');
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

  it('falls back on the period where no result fits, and on the number where no noun follows it', () => {
    const span = (text: string) =>
      yearTimeline(
        [campaign('OP')],
        new Map([['OP', figures({ code: 'V', value: 571 }).map((figure) => ({ ...figure, text }))]]),
        2020,
      )?.spans[0];
    expect(span(`571 visiteurs ${'accueillis '.repeat(5)}`)).toMatchObject({ text: 'janvier' });
    expect(span(`571 visiteurs ${'accueillis '.repeat(5)}`)).not.toHaveProperty('shortText');
    expect(span('Visiteurs : 571')).toMatchObject({ text: 'Visiteurs : 571', shortText: '571' });
    expect(span('571')).toMatchObject({ text: '571', shortText: '571' });
  });

  it('ends with what is known of a period, and starts no sooner than the year', () => {
    const place = (period: TimelineCampaign['period'], status: TimelineCampaign['status'] = 'completed') => {
      const span = yearTimeline([campaign('OP', { period, status })], new Map(), 2020)?.spans[0];
      return [span?.from, span?.to];
    };
    const open = { start: '2020-01-01', end: null } as const;
    expect(place({ ...open, precision: 'month' })).toEqual([0, 1]);
    expect(place({ ...open, precision: 'year' }, 'ongoing')).toEqual([0, 12]);
    expect(place({ ...open, start: '2020-06-16', precision: 'day' })).toEqual([5.5, 5 + 16 / 30]);
    expect(place({ start: null, end: '2020-03-31', precision: 'range' })).toEqual([0, 3]);
    expect(place({ start: '2019-01-01', end: '2019-02-28', precision: 'range' })).toEqual([null, null]);
  });

  it('marks what happened to the whole programme', () => {
    const chart = yearTimeline([campaign('OP')], new Map(), 2020, {
      events: [toldEvent({ label: 'Premier confinement', start: '2020-03-17', periodText: '17 mars 2020' })],
    });
    expect(chart?.events).toEqual([
      {
        mark: 'A',
        at: expect.closeTo(2 + 16 / 31),
        label: expect.stringMatching(/^17.mars.: premier confinement$/),
      },
    ]);
    expect(chart?.table.rows.at(-1)).toEqual(['Premier confinement', '17 mars 2020', 'Repère']);
  });

  it('leaves out first what has no date', () => {
    const undated = campaign('OP-UNDATED', { period: { start: null, end: null, precision: 'unknown' } });
    const chart = yearTimeline([undated, campaign('OP-A'), campaign('OP-B')], new Map(), 2020, { atMost: 2 });
    expect(chart?.spans.map(({ label }) => label)).toEqual(['OP-A', 'OP-B']);
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
