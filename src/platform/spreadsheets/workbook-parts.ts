import { columnName, quotedSheet } from './sheet-places.rules.js';
import { SHEET_NAMESPACE, type WrittenSheet } from './sheet-xml.js';
import type { Sheet, Workbook } from './spreadsheet.types.js';
import { xmlText } from './xml-text.rules.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet under the name that it bears in the workbook. */
export interface NamedSheet {
  name: string;
  sheet: Sheet;
  written: WrittenSheet;
  isHidden: boolean;
}

const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Which part of the archive is what. */
export function contentTypes(sheets: number): string {
  const parts = numbered(sheets).map(
    (number) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${KIND}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>${parts.join('')}` +
    `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>` +
    `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
    `</Types>`
  );
}

/** Where the archive's parts begin. */
export const packageRelations = (): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
  `</Relationships>`;

/** Title, author and language, read out by screen readers. No date: the same content is the same file. */
export const coreProperties = ({ title, author }: Workbook): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(author)}</dc:creator><dc:language>fr-FR</dc:language>` +
  `</cp:coreProperties>`;

export function workbookRelations(sheets: number): string {
  const parts = numbered(sheets).map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  return (
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts.join('')}` +
    `<Relationship Id="rId${sheets + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`
  );
}

/** The sheets by name, and the names of the workbook: rows printed on each page, filters, lists. */
export function workbookXml(sheets: readonly NamedSheet[], lists: Workbook['lists']): string {
  const entries = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const names = [...sheets.flatMap(sheetDefinitions), ...listDefinitions(sheets, lists)];
  return (
    `${HEAD}<workbook xmlns="${SHEET_NAMESPACE}" xmlns:r="${OFFICE}"><workbookPr/>` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries.join('')}</sheets>` +
    `${names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`}</workbook>`
  );
}

function sheetDefinitions({ name, sheet, written, isHidden }: NamedSheet, index: number): string[] {
  if (isHidden) return [];
  const { headerRow, columns, filters } = sheet;
  const place = quotedSheet(name);
  const defined = (title: string, range: string, more = ''): string =>
    `<definedName name="_xlnm.${title}" localSheetId="${index}"${more}>${xmlText(range)}</definedName>`;
  const last = `$${columnName(Math.max(columns.length, 1) - 1)}$${Math.max(written.rows, headerRow)}`;
  return [
    ...(filters ? [defined('_FilterDatabase', `${place}!$A$${headerRow}:${last}`, ' hidden="1"')] : []),
    defined('Print_Titles', `${place}!$${headerRow}:$${headerRow}`),
  ];
}

function listDefinitions(sheets: readonly NamedSheet[], lists: Workbook['lists']): string[] {
  const holder = sheets.find(({ isHidden }) => isHidden);
  if (holder === undefined || lists === undefined) return [];
  return [...lists].map(([list, choices], index) => {
    const column = columnName(index);
    const range = `${quotedSheet(holder.name)}!$${column}$1:$${column}$${Math.max(choices.length, 1)}`;
    return `<definedName name="${xmlText(list)}">${xmlText(range)}</definedName>`;
  });
}
