import { buildFigure, type FigureSketch } from '../../test/support/figure-builder.js';
import type { Rate } from '../kernel/figure.types.js';
import type { Figure } from '../figures/figures.types.js';
import { tileOf } from './figure-tile.presenter.js';

const plain = (text: string | null): string | null => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null;
const figure = (sketch: Partial<FigureSketch>, more: Partial<Figure> = {}): Figure => ({
  ...buildFigure({ code: 'VUES', label: ['vue', 'vues'], ...sketch }),
  ...more,
});
const spots = { code: 'OP', slug: 'op', name: 'Les spots du Lot', shortName: 'Les spots du Lot' };

describe('tileOf', () => {
  it('sets the qualifier apart from the number', () => {
    const tile = tileOf(figure({ value: 13_000, qualifier: 'more_than' }));
    expect([tile.qualifier, tile.number]).toEqual(['plus de', '13\u202f000']);
    expect(tile.empty).toBeNull();
  });

  it('says the « dont » with its share of the whole', () => {
    const whole = figure({
      value: 450,
      subsets: [{ code: 'PROJET', label: ['avec un projet', 'avec un projet'], value: 150 }],
    });
    const [subset] = whole.subsets;
    if (subset) {
      subset.shareOfParent = {
        rate: { kind: 'rate', value: 33.3, lower: 33.3, upper: 33.3, qualifier: 'exact' },
        text: '33,3\u00a0%',
      };
    }
    expect(tileOf(whole).subsets).toEqual([{ number: '150', label: 'avec un projet (33,3\u00a0%)' }]);
  });

  it('names the campaign and the period, or how many campaigns there are', () => {
    expect(plain(tileOf(figure({ value: 1, campaign: spots, period: '2020-ete' })).context)).toBe(
      '« Les spots du Lot », été 2020',
    );
    expect(plain(tileOf(figure({ value: 1 }, { campaigns: [spots, spots] })).context)).toBe(
      '« Les spots du Lot », 2020',
    );
    const others = ['Salon', 'Marché'].map((shortName) => ({ ...spots, shortName }));
    expect(plain(tileOf(figure({ value: 1 }, { campaigns: [spots, ...others] })).context)).toBe(
      '3 opérations, 2020',
    );
    expect(
      plain(
        tileOf(figure({ value: 1, campaign: spots, period: '2020-ete' }), { withoutCampaign: true }).context,
      ),
    ).toBe('Été 2020');
    expect(tileOf(figure({ value: 1 }, { period: null })).context).toBeNull();
  });

  it('does not give a campaign what others brought too', () => {
    const slice = {
      dimension: 'campaign',
      key: 'OP',
      label: 'Les spots du Lot',
      amount: figure({ value: 218 }).amount,
      absence: null,
      text: '218',
      marking: 'final',
    } as const;
    const brought = (value: number): string | null =>
      plain(tileOf(figure({ value, campaign: spots }, { breakdown: [slice] })).context);
    expect(brought(440)).toBe('2020');
    expect(brought(218)).toBe('« Les spots du Lot », 2020');
  });

  it('has neither meter nor state without target', () => {
    const tile = tileOf(figure({ value: 450 }));
    expect([tile.meter, tile.state]).toEqual([null, null]);
  });

  it.each([
    [83, 100, 83],
    [130, 100, 100],
    [0, 100, 0],
  ])('%i of %i fills the meter to %i', (value, target, meter) =>
    expect(tileOf(figure({ value, target })).meter).toEqual({ certain: meter, possible: meter, text: null }),
  );

  it('draws a meter to what is known for sure, and none when the rate is not computable', () => {
    const target = {
      amount: figure({ value: 100 }).amount,
      text: '100',
      decidedBy: null,
    } as Figure['target'];
    const rate = { kind: 'rate', value: 120, lower: 92.9, upper: null, qualifier: 'at_least' } as const;
    const meterOf = (given: Rate, text: string): unknown =>
      tileOf(figure({ value: 1 }, { target, attainment: { rate: given, text } })).meter;
    expect(meterOf(rate, '')).toEqual({ certain: 92.9, possible: 92.9, text: null });
    const most = { ...rate, qualifier: 'up_to', value: 100, lower: 0, upper: 100 } as const;
    const words = (share: string): string => `Barre en partie hachurée\u00a0: ${share} de la cible`;
    expect(meterOf(most, 'jusqu’à 100 %')).toEqual({
      certain: 0,
      possible: 100,
      text: words('jusqu’à 100\u00a0%'),
    });
    expect(meterOf({ ...most, lower: null, upper: 130 }, 'jusqu’à 130 %')).toMatchObject({
      certain: 0,
      possible: 100,
    });
    const around = { ...rate, qualifier: 'about', value: 100, lower: 95, upper: 105 } as const;
    expect(meterOf(around, 'environ 100 %')).toMatchObject({ certain: 95, possible: 100 });
    const passed = { ...around, lower: 110, upper: 120 };
    expect(meterOf(passed, 'environ 115 %')).toEqual({ certain: 100, possible: 100, text: null });
    const none = { kind: 'not_computable', reason: 'zero_denominator' } as const;
    expect(tileOf(figure({ value: 1 }, { target, attainment: { rate: none, text: '' } })).meter).toBeNull();
  });

  it.each([
    ['reached', 'disc', 'good'],
    ['on_track', 'forward', 'good'],
    ['watch', 'diamond', 'watch'],
    ['late', 'triangle', 'late'],
    ['undetermined', 'half', 'calm'],
    ['not_started', 'ring', 'calm'],
  ] as const)('gives %s a word, a shape and a tone', (assessment, shape, tone) => {
    const { state } = tileOf(
      figure({ value: 83, target: 100 }, { assessment, assessmentText: 'dans les temps' }),
    );
    expect(state).toEqual({ word: 'Dans les temps', shape, tone });
  });

  it.each([
    ['provisional', 'Chiffre provisoire'],
    ['estimated', 'Estimation'],
    ['revised', 'Chiffre révisé'],
    ['final', null],
  ] as const)('marks what is %s', (marking, badge) =>
    expect(tileOf(figure({ value: 1, marking })).badge).toBe(badge),
  );

  it.each([
    [
      { absence: { kind: 'not_communicated', note: 'attendu en janvier' } },
      'Non communiqué',
      'Attendu en janvier',
    ],
    [{ absence: { kind: 'suppressed', note: null } }, 'Masqué', '2020'],
    [{ empty: 'not_additive' }, 'Non cumulable', '2020'],
    [{ empty: 'no_measurement' }, 'Pas encore de valeur', '2020'],
  ] as const)('says an absence in words, never as zero: %o', (sketch, empty, context) => {
    const tile = tileOf(figure({ value: null, ...(sketch as Partial<FigureSketch>) }));
    expect([tile.number, tile.empty, tile.context]).toEqual([null, empty, context]);
  });

  it.each([
    [{ measurements: 0, sources: [], lastUpdate: null }, 'Aucun relevé validé'],
    [{ measurements: 2, sources: [], lastUpdate: null }, 'Source non précisée'],
    [{ measurements: 2, sources: ['A'], lastUpdate: null }, 'Source : A'],
    [{ measurements: 2, sources: ['A', 'B'], lastUpdate: null }, '2 sources'],
  ])('tells where it comes from: %o', (provenance, words) =>
    expect(plain(tileOf(figure({ value: 1 }, { provenance })).source)).toBe(words),
  );

  it('sets long numbers smaller', () => {
    expect(tileOf(figure({ value: 130_000 })).long).toBe(false);
    expect(tileOf(figure({ value: 130_000, valueMax: 150_000, qualifier: 'between' })).long).toBe(true);
  });
});
