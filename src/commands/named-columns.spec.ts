import { namedColumns } from './named-columns.js';
import { UsageError } from './usage-error.js';

describe('the columns that a command names', () => {
  it('give each indicator its column, in order', () => {
    const columns = ['date=Jour', 'value=Entrées', 'value=Repas=midi', 'note=Mot'];
    expect(namedColumns(['A', 'B'], columns, false)).toMatchObject({
      date: 'Jour',
      values: [
        { column: 'Entrées', indicator: 'A' },
        { column: 'Repas=midi', indicator: 'B' },
      ],
      note: 'Mot',
    });
    expect(namedColumns([], [], false)).toBeUndefined();
  });

  it('need no date where the period of the file is said', () => {
    expect(namedColumns(['A'], ['value=Entrées'], true)).toMatchObject({ date: null });
    expect(() => namedColumns(['A'], ['value=Entrées'], false)).toThrow(UsageError);
  });

  it.each([
    [
      ['A', 'B'],
      ['date=Jour', 'value=Entrées'],
    ],
    [[], ['date=Jour', 'value=Entrées']],
    [['A'], ['date=Jour']],
    [['A'], ['date=Jour', 'value=Entrées', 'couleur=Bleu']],
  ])('are refused when %j do not match %j', (indicators, columns) => {
    expect(() => namedColumns(indicators, columns, false)).toThrow(UsageError);
  });
});
