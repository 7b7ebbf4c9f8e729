import { partsOf, workbookOf, type WorkbookXml } from '../../../../test/support/workbook.js';
import { zipOf } from '../../../../test/support/zip.js';
import { readFile } from '../read-file.js';
import { READING_LIMITS } from '../reading-limits.js';
import type { ReadFile, ReadingRefusal } from '../reading.types.js';

async function read(bytes: Uint8Array): Promise<ReadFile> {
  const reading = await readFile(bytes, READING_LIMITS);
  if (!reading.ok) throw new Error(reading.refusal.message);
  return reading.file;
}
async function refusal(bytes: Uint8Array, limits = READING_LIMITS): Promise<ReadingRefusal> {
  const reading = await readFile(bytes, limits);
  if (reading.ok) throw new Error(`read: ${JSON.stringify(reading.file)}`);
  return reading.refusal;
}
const rowsOf = async (xml: Omit<WorkbookXml, 'sheets'>, data: string): Promise<unknown[]> => {
  const { tables } = await read(workbookOf({ ...xml, sheets: { Feuille: data } }));
  return (tables[0]?.rows ?? []).map(({ line, cells }) => [line, ...cells]);
};
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="46"/></cellXfs>';

describe('a workbook', () => {
  it('gives texts: shared, rich, inline, of formulas', async () => {
    const strings =
      '<si><t>un</t></si><si><r><t>de</t></r><r><t xml:space="preserve">ux </t></r><rPh><t>ドゥ</t></rPh></si><si/>';
    const data =
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>' +
      '<c r="D2" t="inlineStr"><is><r><t>tr</t></r><r><t>ois</t></r><rPh><t>x</t></rPh></is></c>' +
      '<c r="E2" t="str"><f>"a"&amp;"b"</f><v>a_x000D_b</v></c><c r="F2"><v><![CDATA[12]]></v></c></row>';
    expect(await rowsOf({ strings }, data)).toEqual([[2, 'un', 'deux ', '', 'trois', 'a\rb', 12]]);
  });

  it('gives numbers as numbers, whatever their style, and words for truths and errors', async () => {
    const data =
      '<row><c><v>1234.5</v></c><c s="3"><v>0.45</v></c><c><f>0.1+0.2</f><v>0.30000000000000004</v></c><c><v>1.5E3</v></c>' +
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><f>A1</f></c><c><v>-5</v></c></row>';
    expect(await rowsOf({ styles: STYLES }, data)).toEqual([
      [1, 1234.5, 0.45, 0.3, 1500, 'VRAI', 'FAUX', '#N/A', '', -5],
    ]);
  });

  it('gives days and instants by their style, in both calendars', async () => {
    const data =
      '<row r="5"><c r="B5" s="1"><v>43937</v></c><c r="C5" s="2"><v>43937.4375</v></c><c r="E5" s="4"><v>1.5</v></c>' +
      '<c r="F5" t="d"><v>2020-12-17T00:00:00</v></c><c r="G5" s="1" t="str"><v>43937</v></c></row>';
    expect(await rowsOf({ styles: STYLES }, data)).toEqual([
      [5, '', '2020-04-16', '2020-04-16T10:30:00', '', '36:00:00', '2020-12-17', '43937'],
    ]);
    const later = '<row><c s="1"><v>42475</v></c></row>';
    expect(await rowsOf({ styles: STYLES, properties: '<workbookPr date1904="1"/>' }, later)).toEqual([
      [1, '2020-04-16'],
    ]);
  });

  it('numbers rows and columns as they are written, or in their order', async () => {
    const data =
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="3"/>' +
      '<row r="7"><c r="XFD7" s="1"/></row><row><c r="A8"><v>4</v></c></row>';
    expect(await rowsOf({}, data)).toEqual([
      [1, 1, '', '', 2, 3],
      [8, 4],
    ]);
  });

  it('reads every sheet by its relationship, with its name', async () => {
    const row = (value: string): string => `<row><c t="str"><v>${value}</v></c></row>`;
    const parts = partsOf({ sheets: { 'Mesures &amp; co': row('un'), Vide: '', Posts: row('deux') } });
    // Another prefix, another order of files, and a sheet that nothing refers to.
    const sheet = parts.at(-1);
    const prefixed = { name: sheet?.name ?? '', content: prefix(String(sheet?.content)) };
    const stray = { name: 'xl/worksheets/sheet1.xml', content: '<worksheet/>' };
    const { tables, ...file } = await read(zipOf([stray, prefixed, ...parts.slice(0, -1)]));
    expect(file).toEqual({ kind: 'xlsx', encoding: null, separator: null, entry: null });
    expect(tables).toEqual([
      { name: 'Mesures & co', rows: [{ line: 1, cells: ['un'] }] },
      { name: 'Vide', rows: [] },
      { name: 'Posts', rows: [{ line: 1, cells: ['deux'] }] },
    ]);
  });

  it.each([
    ['nothing', '', 'empty_file'],
    ['rows in disorder', '<row r="2"/><row r="1"/>', 'damaged_file'],
    ['cells in disorder', '<row><c r="B1"/><c r="A1"/></row>', 'damaged_file'],
    ['a cell of another row', '<row r="1"><c r="A2"/></row>', 'damaged_file'],
    ['a cell outside rows', '<c r="A1"><v>1</v></c>', 'damaged_file'],
    ['a text that is nowhere', '<row><c t="s"><v>7</v></c></row>', 'damaged_file'],
    ['rubbish', '<row><c></row>', 'damaged_file'],
  ])('that holds %s is refused', async (_, data, code) => {
    expect(await refusal(workbookOf({ sheets: { Feuille: data } }))).toMatchObject({ code });
  });

  it('keeps the budget of rows over all its sheets', async () => {
    const rows = '<row><c><v>1</v></c></row><row><c><v>2</v></c></row>';
    const bytes = workbookOf({ sheets: { Une: rows, Deux: rows } });
    expect(await refusal(bytes, { ...READING_LIMITS, rows: 3 })).toMatchObject({
      code: 'too_many_rows',
      line: 2,
    });
  });
});

const prefix = (xml: string): string => xml.replace('xmlns=', 'xmlns:x=').replace(/<(\/?)(\w)/g, '<$1x:$2');
