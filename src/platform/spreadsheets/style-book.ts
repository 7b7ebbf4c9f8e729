import { xmlText } from './xml-text.rules.js';
import type { CellStyle } from './spreadsheet.types.js';

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Formats below it belong to spreadsheets. */
const FIRST_FORMAT = 164;

const FONTS = [
  '<font><sz val="11"/><color rgb="FF1D2731"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF1D2731"/><name val="Calibri"/><family val="2"/></font>',
  '<font><b/><sz val="16"/><color rgb="FF7B1E3B"/><name val="Calibri"/><family val="2"/></font>',
];
const FILL_COLOURS = { header: 'FFF3EDE2', entry: 'FFFDF0D9', quiet: 'FFFBF8F2' } as const;
const FILLS: readonly NonNullable<CellStyle['fill']>[] = ['header', 'entry', 'quiet'];
/** The first two are imposed by the format. */
const FIRST_FILL = 2;
const THIN = 'style="thin"><color rgb="FFE4DAC8"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left ${THIN}</left><right ${THIN}</right><top ${THIN}</top><bottom ${THIN}</bottom><diagonal/></border>`,
];

/** The looks that the cells of a workbook have, numbered as they are met. */
export class StyleBook {
  private readonly known = new Map<CellStyle | undefined, number>();
  private readonly numbers = new Map<string, number>();
  private readonly formats: string[] = [];
  private readonly entries: string[] = [];

  constructor() {
    this.numberOf(undefined);
  }

  /** The number of a look. */
  numberOf(style: CellStyle | undefined): number {
    const known = this.known.get(style);
    if (known !== undefined) return known;
    const entry = this.entry(style ?? {});
    const number = this.numbers.get(entry) ?? this.entries.push(entry) - 1;
    this.numbers.set(entry, number);
    this.known.set(style, number);
    return number;
  }

  /** The part of the workbook that describes them, once every cell was written. */
  xml(): string {
    const formats = this.formats.map(
      (format, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${xmlText(format)}"/>`,
    );
    const fills = FILLS.map(
      (fill) =>
        `<fill><patternFill patternType="solid"><fgColor rgb="${FILL_COLOURS[fill]}"/><bgColor indexed="64"/></patternFill></fill>`,
    );
    const imposed = ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`);
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${NAMESPACE}">` +
      (formats.length === 0 ? '' : list('numFmts', formats)) +
      list('fonts', FONTS) +
      list('fills', [...imposed, ...fills]) +
      list('borders', BORDERS) +
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list('cellXfs', this.entries) +
      list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      '</styleSheet>'
    );
  }

  private entry({ bold, title, fill, wrap, align, format, unlocked, quoted }: CellStyle): string {
    const numberFormat = format === undefined ? 0 : this.formatNumber(format);
    const font = title ? 2 : bold ? 1 : 0;
    const fillId = fill === undefined ? 0 : FIRST_FILL + FILLS.indexOf(fill);
    const horizontal = align === undefined ? '' : ` horizontal="${align}"`;
    const children =
      `<alignment vertical="top"${horizontal}${wrap ? ' wrapText="1"' : ''}/>` +
      (unlocked ? '<protection locked="0"/>' : '');
    return (
      `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fillId}" borderId="${fill === undefined ? 0 : 1}" xfId="0"` +
      ` applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"` +
      `${unlocked ? ' applyProtection="1"' : ''}${quoted ? ' quotePrefix="1"' : ''}>${children}</xf>`
    );
  }

  private formatNumber(format: string): number {
    const known = this.formats.indexOf(format);
    return FIRST_FORMAT + (known === -1 ? this.formats.push(format) - 1 : known);
  }
}

const list = (name: string, entries: readonly string[]): string =>
  `<${name} count="${entries.length}">${entries.join('')}</${name}>`;
