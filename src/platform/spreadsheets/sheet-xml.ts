import { DomainError } from '../../kernel/domain-error.js';
import { cellText, xmlText } from './xml-text.rules.js';
import { columnName, daySerial } from './sheet-places.rules.js';
import type { CellStyle, ColumnChoice, Sheet, SheetCell, SheetRow } from './spreadsheet.types.js';
import type { StyleBook } from './style-book.js';

export const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const MOST_ROWS = 1_048_576;
const DAY_STYLE: CellStyle = { format: 'dd/mm/yyyy' };

/** How many rows a sheet turned out to have: known once it was written. */
export interface WrittenSheet {
  rows: number;
}

/**
 * The XML of a sheet, some rows at a time. Texts are written as texts and never as formulas: there is no `<f>` here.
 * @throws DomainError `workbook_too_long` beyond what a spreadsheet opens.
 */
export async function* sheetXml(
  sheet: Sheet,
  styles: StyleBook,
  written: WrittenSheet,
  isFirst: boolean,
): AsyncGenerator<string> {
  yield opening(sheet, isFirst);
  const letters = sheet.columns.map((_, index) => columnName(index));
  for await (const rows of sheet.rows) {
    let chunk = '';
    for (const row of rows) {
      written.rows += 1;
      if (written.rows > MOST_ROWS) throw workbookTooLong();
      chunk += rowXml(row, written.rows, letters, styles);
    }
    yield chunk;
  }
  yield closing(sheet, written.rows);
}

function opening({ columns, frozen }: Sheet, isFirst: boolean): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = frozen === undefined ? '' : paneXml(frozen);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${SHEET_NAMESPACE}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData>`
  );
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  const name = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const sizes = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const corner = `${columnName(columns)}${rows + 1}`;
  return `<pane${sizes} topLeftCell="${corner}" activePane="${name}" state="frozen"/><selection pane="${name}"/>`;
}

function rowXml(row: SheetRow, number: number, letters: readonly string[], styles: StyleBook): string {
  let cells = '';
  for (const [index, cell] of row.entries()) {
    if (cell !== null) cells += cellXml(cell, `${letters[index] ?? columnName(index)}${number}`, styles);
  }
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(cell: NonNullable<SheetCell>, place: string, styles: StyleBook): string {
  const styled = (style: CellStyle | undefined): string => {
    const found = styles.numberOf(style);
    return found === 0 ? '' : ` s="${found}"`;
  };
  if ('number' in cell) return `<c r="${place}"${styled(cell.style)}><v>${xmlText(cell.number)}</v></c>`;
  const serial = 'day' in cell ? daySerial(cell.day) : null;
  if (serial !== null) return `<c r="${place}"${styled(cell.style ?? DAY_STYLE)}><v>${serial}</v></c>`;
  const text = 'day' in cell ? cell.day : 'text' in cell ? cell.text : '';
  if (text === '') return cell.style === undefined ? '' : `<c r="${place}"${styled(cell.style)}/>`;
  return `<c r="${place}"${styled(cell.style)} t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** In the order that the format imposes. */
function closing({ columns, isProtected, filters, headerRow, choices = [] }: Sheet, rows: number): string {
  const protection = isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
    : '';
  const last = `${columnName(Math.max(columns.length, 1) - 1)}${Math.max(rows, headerRow)}`;
  const filter = filters ? `<autoFilter ref="A${headerRow}:${last}"/>` : '';
  const lists = choices.filter(({ firstRow }) => firstRow <= rows).map((choice) => choiceXml(choice, rows));
  const validations =
    lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return (
    `</sheetData>${protection}${filter}${validations}` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  );
}

function choiceXml({ column, firstRow, list, hint, refusal }: ColumnChoice, rows: number): string {
  const letter = columnName(column);
  const said = (name: string, text: string): string => ` ${name}="${xmlText(text)}"`;
  return (
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"` +
    `${refusal.suggests ? ' errorStyle="warning"' : ''}` +
    `${said('errorTitle', refusal.title)}${said('error', refusal.text)}` +
    `${said('promptTitle', hint.title)}${said('prompt', hint.text)}` +
    ` sqref="${letter}${firstRow}:${letter}${rows}"><formula1>${xmlText(list)}</formula1></dataValidation>`
  );
}

const workbookTooLong = (): DomainError =>
  new DomainError(
    'workbook_too_long',
    'Un classeur ne tient pas plus de 1 048 576 lignes : demandez un seul exercice, ou le format CSV.',
    422,
  );
