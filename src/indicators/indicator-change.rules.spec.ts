import { changeIssues, type SaidOfChange } from './indicator-change.rules.js';

const TODAY = '2021-06-01';
const paths = (said: SaidOfChange, present: string | null = null): string[] =>
  changeIssues(said, present, TODAY).map(({ path }) => path);

describe('what is said of a change of what is counted', () => {
  it.each<[SaidOfChange, string[]]>([
    [{ kind: null, validFrom: '2021-01-01', reason: 'Autre comptage' }, ['change']],
    [{ kind: 'same', validFrom: null, reason: 'Faute de frappe' }, []],
    [{ kind: 'same', validFrom: null, reason: null }, ['reason']],
    [{ kind: 'break', validFrom: '2021-01-01', reason: 'Autre comptage' }, []],
    [{ kind: 'break', validFrom: TODAY, reason: 'Autre comptage' }, []],
    [{ kind: 'break', validFrom: null, reason: null }, ['validFrom', 'reason']],
    [{ kind: 'break', validFrom: '2021-06-02', reason: 'Autre comptage' }, ['validFrom']],
  ])('%j', (said, expected) => {
    expect(paths(said)).toEqual(expected);
  });

  it('begins after the definition that it replaces', () => {
    const said: SaidOfChange = { kind: 'break', validFrom: '2021-01-01', reason: 'Autre comptage' };
    expect([paths(said, '2020-12-31'), paths(said, '2021-01-01')]).toEqual([[], ['validFrom']]);
  });
});
