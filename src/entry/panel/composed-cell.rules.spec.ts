import fc from 'fast-check';
import { QUALIFIERS, type Absence, type Qualifier } from '../../kernel/figure.types.js';
import { typedQuantity } from '../../kernel/typed-number.rules.js';
import { readCell } from '../cells/cell-text.rules.js';
import { composedCell, contradictsAbsence } from './composed-cell.rules.js';

const SCALE = { decimals: 0, symbol: null, signed: false };

function read(typed: string | null, qualifier: Qualifier, absence: Absence | null = null): unknown {
  const reading = readCell(composedCell({ typed, qualifier, absence }, SCALE), SCALE);
  return reading.kind === 'amount' ? reading.amount : reading.kind;
}

describe('a figure said in parts', () => {
  it('is what one would have typed', () => {
    expect(read('13 000', 'more_than')).toMatchObject({ value: 13_000, qualifier: 'more_than' });
    expect(read('200 et 250', 'between')).toMatchObject({ value: 200, valueMax: 250, qualifier: 'between' });
    expect(read('450', 'exact')).toMatchObject({ value: 450, qualifier: 'exact' });
    expect(read('', 'more_than')).toBe('empty');
    expect(read(null, 'exact')).toBe('empty');
  });

  it('keeps the qualifier that was written with the number', () => {
    expect(read('13k+', 'exact')).toMatchObject({ value: 13_000, qualifier: 'more_than' });
    expect(read('~250', 'nearly')).toMatchObject({ value: 250, qualifier: 'about' });
  });

  it('is absent with its reason, which contradicts a number', () => {
    expect(read('', 'exact', 'not_communicated')).toMatchObject({ absence: 'not_communicated' });
    expect(read('nc', 'exact', 'not_available')).toMatchObject({ absence: 'not_available' });
    const said = { qualifier: 'exact', absence: 'not_available' } as const;
    expect(contradictsAbsence({ ...said, typed: '35' }, SCALE)).toBe(true);
    expect(contradictsAbsence({ ...said, typed: 'nc' }, SCALE)).toBe(false);
    expect(contradictsAbsence({ ...said, typed: ' ' }, SCALE)).toBe(false);
    expect(contradictsAbsence({ ...said, typed: '35', absence: null }, SCALE)).toBe(false);
  });

  it('says again any quantity that is shown in parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom(...QUALIFIERS),
        (value, qualifier) => {
          const valueMax = qualifier === 'between' ? value + 5 : null;
          const bare = typedQuantity({ value, valueMax, qualifier }, SCALE).replace(/^[^\d]*/, '');
          expect(read(bare, qualifier)).toMatchObject({ value, valueMax, qualifier });
        },
      ),
    );
  });
});
