import { saidPeriod } from '../profiles/said-period.rules.js';
import { periodAnswer } from './period-answer.rules.js';

const answer = (periodMonth?: string, periodFrom?: string, periodTo?: string) =>
  periodAnswer(
    3,
    new Map(
      Object.entries({ periodMonth, periodFrom, periodTo }).flatMap(([member, text]) =>
        text === undefined ? [] : [[`f3-${member}`, text]],
      ),
    ),
  );

describe('the period of a file in a form', () => {
  it.each([
    [['juin 2020', '', ''], '2020-06'],
    [['06/2020'], '2020-06'],
    [['', '2020-06-01', '2020-06-30'], '2020-06'],
    [['', '10/06/2020', '2020-07-02'], '2020-06-10/2020-07-02'],
    [['', ' ', ''], null],
    [[], undefined],
  ])('%j is kept as %s', (said, period) => {
    expect(answer(...said)).toEqual({ period, issues: [] });
    if (typeof period === 'string') expect(saidPeriod(period)).not.toBeNull();
  });

  it.each([
    [['treize'], 'periodMonth', 'n’est pas un mois'],
    [['2020-06-16'], 'periodMonth', 'n’est pas un mois'],
    [['juin 2020', '2020-06-01', ''], 'periodMonth', 'pas les deux'],
    [['', '', '2020-06-30'], 'periodFrom', 'Il manque le premier jour'],
    [['', '2020-06-01', ''], 'periodTo', 'Il manque le dernier jour'],
    [['', '2020-02-30', '2020-03-01'], 'periodFrom', 'n’est pas un jour'],
    [['', '2020-02-01', 'juin 2020'], 'periodTo', 'n’est pas un jour'],
    [['', '2020-06-30', '2020-06-01'], 'periodTo', 'vient avant le premier'],
  ])('%j is refused beside %s', (said, member, words) => {
    const { period, issues } = answer(...said);
    expect(period).toBeUndefined();
    expect(issues).toMatchObject([{ path: `f3-${member}`, message: expect.stringContaining(words) }]);
  });
});
