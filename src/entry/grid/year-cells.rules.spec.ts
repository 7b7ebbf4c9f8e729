import { isLeft, monthAndRow, yearCellKey } from './year-cells.rules.js';

type Current = NonNullable<Parameters<typeof isLeft>[1]>;

const wording = { decimals: 0, symbol: null, signed: false } as Parameters<typeof isLeft>[2]['wording'];
const said = (more: Partial<Current> = {}): Current =>
  ({ value: 12, valueMax: null, qualifier: 'at_least', absence: null, status: 'draft', ...more }) as Current;

describe('the cells of a year’s form', () => {
  it('bear their month and the key of their row', () => {
    expect(yearCellKey('2020-09', 'spots~op')).toBe('2020-09/spots~op');
    expect(monthAndRow('2020-09/spots~op')).toEqual({ month: '2020-09', key: 'spots~op' });
    expect(monthAndRow('spots~op')).toEqual({ month: '', key: 'spots~op' });
  });

  it.each([
    ['nothing over nothing', '', 0, null, true],
    ['blanks over what was taken back', ' ', 2, said({ status: 'withdrawn' }), true],
    ['nothing where somebody else wrote since', '', 0, said(), true],
    ['the same text', 'au moins 12', 1, said(), true],
    ['the same text of what counts', 'au moins 12', 1, said({ status: 'validated' }), true],
    [
      'the same text of what was sent back, which is said again',
      'au moins 12',
      1,
      said({ status: 'returned' }),
      false,
    ],
    ['a cell that is emptied', '', 1, said(), false],
    ['a first figure', '12', 0, null, false],
    ['another figure', '13', 1, said(), false],
  ])('%s', (_name, typed, version, current, left) => {
    expect(isLeft({ typed, version }, current, { wording })).toBe(left);
  });
});
