import type { TableBlock } from '../document.types.js';
import { TextMeasures } from '../text/fonts.js';
import { breakLines } from '../text/line-breaking.js';
import { CELL_PADDING, cellStyle, cellText, columnWidths, INDENT } from './table-columns.js';

const measures = new TextMeasures();
const WIDTH = 493;

/** As many columns as a bilan has, the second one of amounts too wide for its share. */
const table = (amount: string): TableBlock => ({
  summary: 'Un tableau.',
  columns: [30, 17, 21, 15, 17, 29].map((width, index) => ({
    label: `C${index}`,
    width,
    align: index === 1 ? 'right' : 'left',
  })),
  rows: [[{ text: 'Ambassadeurs', indent: true }, { text: amount, bold: true }, 'Programme', '12', '', '']],
});

describe('the widths of columns', () => {
  it.each(['+7 704 859,66 €', '714 001 725', '+118 016 715 %', '888 888 888 888 €'])(
    'keep « %s » on one line as it is drawn, in bold',
    (amount) => {
      const given = table(amount);
      const widths = columnWidths(given, WIDTH, measures);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(WIDTH, 6);
      const cell = { text: amount, bold: true };
      const inside = (widths[1] ?? 0) - 2 * CELL_PADDING.x;
      expect(breakLines(cellText(cell), cellStyle(cell, false), inside, measures)).toHaveLength(1);
    },
  );

  it('leave room for the indent of a « dont »', () => {
    const given = table('12');
    const [first = 0] = columnWidths(
      {
        ...given,
        columns: given.columns.map((column, index) => ({ ...column, width: index === 0 ? 1 : 30 })),
      },
      WIDTH,
      measures,
    );
    const cell = { text: 'Ambassadeurs', indent: true };
    const inside = first - 2 * CELL_PADDING.x - INDENT;
    expect(breakLines(cell.text, cellStyle(cell, true), inside, measures)).toHaveLength(1);
  });
});
