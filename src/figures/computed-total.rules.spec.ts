import { fact, indicatorRule } from '../../test/support/facts.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { meanOf, ratioOf } from './computed-total.rules.js';

const wording = { ...indicatorRule().wording, decimals: 1 };
const opened = indicatorRule({ code: 'OUVERTES', shortName: 'Ouvertes' });
const delivered = indicatorRule({ code: 'DELIVREES', shortName: 'Délivrées' });
const rate = indicatorRule({ code: 'TAUX', nature: 'ratio', aggregationTime: 'none', factor: 100, wording });
const ratio = (
  above: MeasurementFact[],
  below: MeasurementFact[],
  given: MeasurementFact[] = [],
  terms = [opened, delivered],
) =>
  ratioOf(
    rate,
    given,
    { indicator: terms[0] ?? opened, facts: above },
    { indicator: terms[1] ?? delivered, facts: below },
  );

describe('a rate', () => {
  it('is that of the sums, and never the mean of rates', () => {
    const total = ratio(
      [fact(45, '2020-01'), fact(10, '2020-02', { marking: 'provisional' })],
      [fact(100, '2020-01'), fact(900, '2020-02')],
      [fact(450, '2020-01'), fact(11, '2020-02')],
    );
    expect(total).toMatchObject({
      amount: { value: 55, qualifier: 'exact' },
      partial: null,
      marking: 'provisional',
    });
    expect(total.counted).toHaveLength(4);
  });

  it('is taken of the days that both terms tell', () => {
    const months = ['2020-01', '2020-02', '2020-03'];
    const below = months.map((month) => fact(100, month));
    const partial = ratio([fact(40, '2020-01'), fact(30, '2020-02'), fact(null, '2020-03')], below);
    expect(partial).toMatchObject({
      amount: { value: 350 },
      partial: { given: 2, expected: 3, of: 'month' },
    });
    expect(ratio([fact(40, '2020-01')], [fact(100, '2020-02')])).toMatchObject({
      amount: null,
      empty: 'absent',
      absence: { kind: 'not_available', note: 'ses deux termes ne portent pas sur les mêmes périodes' },
    });
    // A year declared and its months speak of the same days.
    expect(ratio([fact(40, '2020-01'), fact(20, '2020-12')], [fact(600, '2020')]).amount).toMatchObject({
      value: 100,
    });
    const campaign = { campaign: 'SALON' };
    expect(ratio([fact(40, '2020-01', campaign)], [fact(100, '2020-01')]).amount).toBeNull();
    // Where what they have in common is nothing, no rate is made of it.
    const nothing = [fact(0, '2020-01'), fact(100, '2020-02')];
    expect(ratio([fact(40, '2020-01')], nothing)).toMatchObject({
      absence: { kind: 'not_applicable' },
      partial: null,
    });
  });

  it('of states does not ask for the same days', () => {
    const stock = (code: string) => indicatorRule({ code, nature: 'stock', aggregationTime: 'last' });
    const terms = [stock('ACTIFS'), stock('INSCRITS')];
    expect(ratio([fact(40, '2020-06-30')], [fact(80, '2020-12-31')], [], terms).amount).toMatchObject({
      value: 500,
    });
  });

  it('that was given stands only where its terms are not known', () => {
    const given = [fact(464, '2020-01')];
    expect(ratio([], [], given).amount).toMatchObject({ value: 464 });
    expect(ratio([fact(45, '2020-01')], [], given).amount).toMatchObject({ value: 464 });
    expect(ratio([], [], []).empty).toBe('no_measurement');
  });

  it('says which term is missing, or does not add up', () => {
    const note = (total: ReturnType<typeof ratio>) => total.absence?.note;
    expect(note(ratio([fact(45, '2020-01')], []))).toBe('«\u00a0Délivrées\u00a0» non renseigné');
    expect(note(ratio([fact(null, '2020-01')], [fact(45, '2020-01')]))).toBe(
      '«\u00a0Ouvertes\u00a0» non renseigné',
    );
    const unique = indicatorRule({ nature: 'unique', aggregationTime: 'none', shortName: 'Uniques' });
    const people = [fact(45, '2020-01'), fact(50, '2020-02')];
    expect(note(ratio(people, [fact(45, '2020-01')], [], [unique, delivered]))).toBe(
      '«\u00a0Uniques\u00a0» non cumulable',
    );
  });

  it('over nothing has no object; over nothing certain it is not available', () => {
    expect(ratio([fact(0, '2020-01')], [fact(0, '2020-01')])).toMatchObject({
      amount: null,
      absence: { kind: 'not_applicable', note: null },
    });
    const open = (value: number) => fact(value, '2020-01', { qualifier: 'at_least' });
    expect(ratio([open(0)], [open(5)])).toMatchObject({
      absence: { kind: 'not_available', note: 'indéterminé' },
    });
  });
});

describe('a mean', () => {
  const mark = indicatorRule({ code: 'NOTE', nature: 'mean', aggregationTime: 'mean' });
  const answers = indicatorRule({ code: 'REPONSES' });
  const mean = (given: MeasurementFact[], weights: MeasurementFact[]) =>
    meanOf(mark, given, { indicator: answers, facts: weights });

  it('counts each group for its number', () => {
    const total = mean(
      [fact(400, '2020-01'), fact(500, '2020-02')],
      [fact(10, '2020-01'), fact(30, '2020-02')],
    );
    expect(total).toMatchObject({ amount: { value: 475 }, partial: null });
  });

  it('does not add up without these numbers, and is partial with some', () => {
    const given = [fact(400, '2020-01'), fact(200, '2020-02'), fact(500, '2020-03')];
    expect(mean(given, [])).toMatchObject({ amount: null, empty: 'not_additive', lowerBound: null });
    expect(mean(given, [fact(10, '2020-01'), fact(10, '2020-02'), fact(null, '2020-03')])).toMatchObject({
      amount: { value: 300 },
      partial: { given: 2, expected: 3, of: 'month' },
    });
    expect(mean(given.slice(0, 1), [])).toMatchObject({ amount: { value: 400 } });
    expect(mean(given, [fact(0, '2020-01')])).toMatchObject({
      amount: null,
      absence: { kind: 'not_applicable' },
    });
  });
});
