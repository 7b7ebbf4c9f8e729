import fc from 'fast-check';
import { buildOperation, knownPeriod } from '../../../test/support/domain-builders.js';
import { checkedIndicator, months, said, surroundings } from '../../../test/support/said-figures.js';
import { QUALIFIERS } from '../../kernel/figure.types.js';
import type { CheckedIndicator, SaidFigure, Surroundings } from './checks.types.js';
import { doubtsOf } from './doubts.rules.js';
import { exceeding } from './relation-doubts.rules.js';
import { restartsBetween } from './running-total.rules.js';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const TOTAL = checkedIndicator({ code: 'VISITEURS', shortName: 'Visiteurs' });
const PART = checkedIndicator({ code: 'PROJETS', shortName: 'Avec un projet', subsetOf: 'VISITEURS' });
const DELIVERED = checkedIndicator({ code: 'LIVRES', shortName: 'Sets livrés' });
const GIVEN = checkedIndicator({ code: 'DISTRIBUES', shortName: 'Sets distribués', chainAfter: 'LIVRES' });

function messages(
  figure: SaidFigure,
  others: SaidFigure[],
  indicators: CheckedIndicator[] = [checkedIndicator()],
  rest: Partial<Surroundings> = {},
): [string, string][] {
  const found = doubtsOf(figure, surroundings([figure, ...others], indicators, rest));
  return found.map(({ code, message }) => [code, plain(message)]);
}

describe('parts and steps', () => {
  const part = (value: number, rest = {}) => said(value, '2020-01', { indicator: 'PROJETS', ...rest });
  const total = (value: number, rest = {}) => said(value, '2020-01', { indicator: 'VISITEURS', ...rest });

  it('tells a part above its total, from both sides', () => {
    const words =
      '150 dépasse le total de 120 : « Avec un projet » est une part de « Visiteurs », elle ne peut pas être plus grande. Corrigez l’un des deux, ou confirmez avec une explication.';
    expect(messages(part(150), [total(120)], [TOTAL, PART])).toEqual([['part_above_total', words]]);
    expect(messages(total(120), [part(150)], [TOTAL, PART])).toEqual([['part_above_total', words]]);
    expect(messages(part(120), [total(120)], [TOTAL, PART])).toEqual([]);
    expect(messages(part(150), [total(120, { status: 'withdrawn' })], [TOTAL, PART])).toEqual([]);
    expect(messages(part(150), [total(120, { campaign: 'OP' })], [TOTAL, PART])).toEqual([]);
  });

  it('says perhaps where the qualifiers leave it open', () => {
    const [, words] =
      messages(part(130, { qualifier: 'about' }), [total(128, { qualifier: 'about' })], [TOTAL, PART])[0] ??
      [];
    expect(words).toMatch(
      /^Environ 130 dépasse peut-être le total de environ 128|^Environ 130 dépasse peut-être/,
    );
    expect(
      messages(part(100, { qualifier: 'more_than' }), [total(120, { qualifier: 'nearly' })], [TOTAL, PART]),
    ).toEqual([]);
  });

  it('tells a step above the one before, unless what came before covers it', () => {
    const given = (value: number, month: string) => said(value, month, { indicator: 'DISTRIBUES' });
    const delivered = (value: number, month: string) => said(value, month, { indicator: 'LIVRES' });
    const all = [DELIVERED, GIVEN];
    expect(messages(given(90_000, '2020-07'), [delivered(80_000, '2020-07')], all)).toEqual([
      [
        'step_above_before',
        '90 000 dépasse l’étape d’avant, « Sets livrés » : 80 000 sur la même période. Corrigez l’un des deux, ou confirmez avec une explication.',
      ],
    ]);
    const stocked = [delivered(80_000, '2020-07'), delivered(50_000, '2020-06'), given(20_000, '2020-06')];
    expect(messages(given(90_000, '2020-07'), stocked, all)).toEqual([]);
  });

  it('is certain only when no true values agree', () => {
    const quantity = fc.record({
      value: fc.nat(1_000),
      valueMax: fc.constant(null),
      qualifier: fc.constantFrom(...QUALIFIERS.filter((one) => one !== 'between')),
    });
    fc.assert(
      fc.property(quantity, quantity, (one, other) => {
        if (exceeding(one, other) !== 'certain') return;
        expect(exceeding(other, one)).not.toBe('certain');
        expect(['less_than', 'up_to']).not.toContain(one.qualifier);
        expect(['more_than', 'at_least']).not.toContain(other.qualifier);
      }),
    );
  });
});

describe('running totals', () => {
  const total = checkedIndicator({ nature: 'cumulative', aggregationTime: 'last' });

  it('tells one that falls, and one above what came later', () => {
    const others = months(2020, [100, 120, null, 160]);
    expect(messages(said(110, '2020-05'), others, [total])).toEqual([
      [
        'falling_total',
        '110 est sous le cumul au 30 avril 2020 (160) : un cumul ne baisse pas. Est-ce le chiffre du mois seul ? Corrigez, ou confirmez avec une explication.',
      ],
    ]);
    expect(messages(said(170, '2020-03'), others, [total])[0]?.[1]).toContain(
      '170 dépasse le cumul au 30 avril 2020 (160)',
    );
    expect(messages(said(130, '2020-03'), others, [total])).toEqual([]);
  });

  it('may start again on its day', () => {
    const yearly = { ...total, restartsOn: '01-01' };
    expect(messages(said(10, '2021-01'), months(2020, [100, 120]), [yearly])).toEqual([]);
    expect(messages(said(10, '2020-03'), months(2020, [100, 120]), [yearly])[0]?.[0]).toBe('falling_total');
    expect(restartsBetween('2020-12-31', '2021-01-01', '01-01')).toBe(true);
    expect(restartsBetween('2021-01-01', '2021-12-31', '01-01')).toBe(false);
    expect(restartsBetween('2020-01-01', '2021-12-31', null)).toBe(false);
  });
});

describe('the same figure twice', () => {
  it('finds it under another operation, channel or organisation', () => {
    const other = said(13_060, '2020-04', { channel: 'facebook', organisation: 'CCI46' });
    expect(
      messages(said(13_060, '2020-04', { channel: 'linkedin', organisation: 'CCI46' }), [other]),
    ).toEqual([
      [
        'same_elsewhere',
        '13 060 est aussi donné pour les mêmes jours ailleurs (canal : facebook). Le même chiffre a-t-il été saisi deux fois ? Retirez l’un des deux, ou confirmez avec une explication.',
      ],
    ]);
    expect(messages(said(13_060, '2020-04'), [other])[0]?.[1]).toContain(
      'est aussi donné en détail pour les mêmes jours (canal et organisation : facebook, CCI46)',
    );
    expect(
      messages(said(13_060, '2020-04', { channel: 'facebook' }), [said(13_060, '2020-04')])[0]?.[1],
    ).toContain('est aussi donné comme total');
  });

  it('leaves alone small values, other values and other territories', () => {
    expect(messages(said(12, '2020-04', { channel: 'a' }), [said(12, '2020-04', { channel: 'b' })])).toEqual(
      [],
    );
    expect(
      messages(said(500, '2020-04', { channel: 'a' }), [said(501, '2020-04', { channel: 'b' })]),
    ).toEqual([]);
    const there = [said(500, '2020-04', { territory: 'B' })];
    expect(messages(said(500, '2020-04', { territory: 'A' }), there)).toEqual([]);
    expect(messages(said(500, '2020-04'), there)[0]?.[1]).toContain('en détail');
  });

  it('knows that the whole season or year was said already', () => {
    const summer = said(250, '2020-ete', { campaign: 'OP' });
    expect(messages(said(35, '2020-09', { campaign: 'OP', territory: 'CAHORS' }), [summer])).toEqual([
      [
        'already_declared',
        'L’été 2020 entier est déjà renseigné : 250. Ce chiffre en sera le détail et ne s’y ajoutera pas. Retirez l’un des deux s’ils se répètent, ou confirmez avec une explication.',
      ],
    ]);
    expect(messages(said(35, '2020-09'), [said(250, '2020')])[0]?.[1]).toMatch(
      /^L’année 2020 entière est déjà renseignée : 250/,
    );
    expect(messages(said(35, '2020-09-12'), [said(250, '2020-09')])[0]?.[1]).toMatch(
      /^Le mois entier \(septembre 2020\)/,
    );
    expect(messages(said(35, '2020-10', { campaign: 'OP' }), [summer])).toEqual([]);
    expect(
      messages(
        said(35, '2020-09', { campaign: 'OP' }),
        [summer],
        [checkedIndicator({ aggregationTime: 'last' })],
      ),
    ).toEqual([]);
  });
});

describe('the calendar', () => {
  it('tells days that are still to come', () => {
    expect(messages(said(12, '2021-02'), [])).toEqual([
      [
        'in_future',
        'Février 2021 : cette période n’est pas encore venue. Vérifiez la période ; si c’est une prévision, confirmez avec une explication.',
      ],
    ]);
    expect(messages(said(12, '2021-01'), [])).toEqual([]);
  });

  it('tells days outside the operation', () => {
    const campaign = buildOperation('SALON', { name: 'Salon de Paris', period: knownPeriod('2020-01') });
    const rest = { campaigns: new Map([['SALON', campaign]]) };
    const late = said(12, '2020-03', { campaign: 'SALON' });
    expect(messages(late, [], undefined, rest)).toEqual([
      [
        'outside_campaign',
        'Mars 2020 est hors des dates de l’opération « Salon de Paris », qui a lieu en janvier 2020. Vérifiez la période, ou confirmez avec une explication.',
      ],
    ]);
    expect(messages(said(12, '2020', { campaign: 'SALON' }), [], undefined, rest)).toEqual([]);
    expect(messages(late, [], [checkedIndicator({ costKind: 'spent' })], rest)).toEqual([]);
    const early = said(12, '2019-11', { campaign: 'SALON' });
    expect(messages(early, [], [checkedIndicator({ nature: 'stock' })], rest)[0]?.[0]).toBe(
      'outside_campaign',
    );
  });
});

it('says nothing of what is absent, withdrawn or of no known indicator', () => {
  expect(messages(said(null, '2021-02'), [])).toEqual([]);
  expect(messages(said(3, '2021-02', { status: 'withdrawn' }), [])).toEqual([]);
  expect(messages(said(3, '2021-02', { indicator: 'AUTRE' }), [])).toEqual([]);
});
