import { content } from '../../test/support/measurement-contents.js';
import type { Qualifier, Quantity } from '../kernel/figure.types.js';
import { exceedsTotal, quantityOf, subsetRelations } from './measurement-subset.rules.js';

describe('a « dont » and its total', () => {
  const quantity = (value: number, qualifier: Qualifier = 'exact'): Quantity => ({
    value,
    valueMax: null,
    qualifier,
  });

  it.each([
    [quantity(120), quantity(120), false],
    [quantity(121), quantity(120), true],
    [quantity(120, 'more_than'), quantity(120), true],
    [quantity(100, 'more_than'), quantity(120, 'nearly'), false],
    [quantity(120), quantity(120, 'nearly'), true],
    [quantity(126), quantity(120, 'about'), false],
    [quantity(127), quantity(120, 'about'), true],
    [quantity(500), quantity(120, 'more_than'), false],
    [quantity(500, 'up_to'), quantity(120), false],
  ])('certain excess is refused, possible agreement is not (%#)', (part, total, excess) => {
    expect(exceedsTotal(part, total)).toBe(excess);
  });

  it('says nothing where a value was withdrawn or is absent', () => {
    expect(quantityOf(content(500))).toEqual(quantity(500));
    expect(quantityOf(content(500, { status: 'draft' }))).toEqual(quantity(500));
    expect(quantityOf(content(500, { status: 'withdrawn' }))).toBeNull();
    expect(quantityOf(content(null))).toBeNull();
  });

  it('is known both ways, whatever the spellings of a vocabulary', () => {
    const term = (id: number, subsetOfId: number | null) => ({
      id,
      code: `I${id}`,
      decimals: 0,
      subsetOfId,
      retiredOn: null,
    });
    const [whole, first, second] = [term(1, null), term(2, 1), term(3, 1)];
    const { byId, partsOf } = subsetRelations([whole, first, whole, second, first]);
    expect([...byId.keys()]).toEqual([1, 2, 3]);
    expect([...partsOf]).toEqual([[1, [first, second]]]);
  });
});
