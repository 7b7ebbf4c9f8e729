import fc from 'fast-check';
import { csvCell, disarmFormula, rearmText, textCell } from './spreadsheet-text.rules.js';

describe('texts for spreadsheets', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+33 5 65', "'+33 5 65"],
    ['-12', "'-12"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tcmd', "'\tcmd"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\uff1d1+1', "'\uff1d1+1"],
    ["'=1", "''=1"],
    ['', ''],
    ['près de 400', 'près de 400'],
    ["'tis", "'tis"],
    ['a-b = c', 'a-b = c'],
  ])('%j is written %j and read again', (text, written) => {
    expect(disarmFormula(text)).toBe(written);
    expect(rearmText(written)).toBe(text);
  });

  it.each([
    ['130000', '130000'],
    ['=1+1', "'=1+1"],
    ['Été ; « export »', '"Été ; « export »"'],
    ['dit "oui"', '"dit ""oui"""'],
    ['=A1;B1', `"'=A1;B1"`],
    ['deux\nlignes', '"deux\nlignes"'],
    ['1,5', '1,5'],
  ])('%j makes the cell %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it.each([
    ['=1+1', '=1+1'],
    ["'=1+1", "''=1+1"],
    ["'tis", "'tis"],
  ])('%j makes the cell of a workbook %j', (text, cell) => expect(textCell(text)).toBe(cell));

  it('gives back any text, and never one that runs', () => {
    const signs = fc.constantFrom("'", '=', '+', '-', '@', ' ', '\t', '\n', '\uff1d', 'é', '4');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 8 }), (text) => {
        expect(rearmText(disarmFormula(text))).toBe(text);
        expect(rearmText(textCell(text))).toBe(text);
        expect(disarmFormula(text)).not.toMatch(/^[\s]*[=+\-@\uff1d]/u);
      }),
    );
  });
});
