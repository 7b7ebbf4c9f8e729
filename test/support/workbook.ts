import { zipOf, type ArchivedFile } from './zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a workbook made for a test is made of, in XML. */
export interface WorkbookXml {
  /** What stands in `sheetData`, by name of sheet. */
  sheets: Record<string, string>;
  /** What stands in `sst`, `styleSheet` and `workbookPr`. */
  strings?: string;
  styles?: string;
  properties?: string;
  /** Written before the root of each sheet. */
  prologue?: string;
  extra?: readonly ArchivedFile[];
}

/** A workbook whose sheets are not called `sheet1.xml`: readers must follow its relationships. */
export function workbookOf(xml: WorkbookXml): Buffer {
  return zipOf(partsOf(xml));
}

/** The files of such a workbook, to change before they are archived. */
export function partsOf(xml: WorkbookXml): ArchivedFile[] {
  const { sheets, strings, styles, properties = '', prologue = '', extra = [] } = xml;
  const names = Object.keys(sheets);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/f${index}.xml`));
  if (strings !== undefined) relations.push(relation('t', 'sharedStrings', '/xl/sharedStrings.xml'));
  if (styles !== undefined) relations.push(relation('y', 'styles', 'styles.xml'));
  const listed = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"/>`,
  );
  const part = (name: string, content: string): ArchivedFile => ({ name, content });
  return [
    part('[Content_Types].xml', '<Types/>'),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part('xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`),
    ...(strings === undefined ? [] : [part('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings}</sst>`)]),
    ...(styles === undefined
      ? []
      : [part('xl/styles.xml', `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`)]),
    ...Object.values(sheets).map((data, index) =>
      part(
        `xl/worksheets/f${index}.xml`,
        `${prologue}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
      ),
    ),
    ...extra,
  ];
}
