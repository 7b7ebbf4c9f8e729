import { partsOf, workbookOf } from '../support/workbook.js';
import { zipOf, type ArchivedFile } from '../support/zip.js';

/** A file made to harm whoever reads it, and what becomes of it. */
export interface HostileFile {
  name: string;
  make: () => Buffer;
  /** Code of its refusal; null when there is nothing to refuse. */
  code: string | null;
}

const ONE_CELL = '<row r="1"><c r="A1"><v>1</v></c></row>';
const sheet = (data: string): Buffer => workbookOf({ sheets: { Feuille: data } });
const withFiles = (...extra: ArchivedFile[]): Buffer => workbookOf({ sheets: { Feuille: ONE_CELL }, extra });
const withPrologue = (prologue: string, text: string): Buffer =>
  workbookOf({ prologue, sheets: { Feuille: `<row><c t="str"><v>${text}</v></c></row>` } });
const csvArchive = (content: Buffer | string): Buffer => zipOf([{ name: 'a.csv', content }]);

const LAUGHS = Array.from('abcdefghij', (name, index) => {
  const before = String.fromCharCode(96 + index);
  return `<!ENTITY ${name} "${index === 0 ? 'ha' : `&${before};`.repeat(10)}">`;
}).join('');

/** The workbooks of the security review, each of which broke a published reader. */
export const HOSTILE_WORKBOOKS: readonly HostileFile[] = [
  {
    name: '1 048 576 rows',
    make: () =>
      sheet(Array.from({ length: 1_048_576 }, (_, row) => `<row><c><v>${row}</v></c></row>`).join('')),
    code: 'too_many_rows',
  },
  {
    name: 'a cell of 200 MB',
    make: () => sheet(`<row><c t="str"><v>${'a'.repeat(200 << 20)}</v></c></row>`),
    code: 'cell_too_long',
  },
  {
    name: 'one cell at XFD1048576',
    make: () => sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    code: 'too_many_columns',
  },
  {
    name: 'a reference beyond all sheets',
    make: () => sheet('<row><c r="ZZZZZZ99999999999"><v>1</v></c></row>'),
    code: 'damaged_file',
  },
  {
    name: 'a size that lies',
    make: () => {
      const parts = partsOf({
        sheets: { Feuille: `<row><c t="str"><v>${' '.repeat(8 << 20)}</v></c></row>` },
      });
      return zipOf(parts.map((part) => (/f0/.test(part.name) ? { ...part, claims: 100 } : part)));
    },
    code: 'damaged_file',
  },
  {
    name: 'a comment on the cell __proto__',
    make: () =>
      withFiles(
        {
          name: 'xl/worksheets/_rels/f0.xml.rels',
          content:
            '<Relationships><Relationship Id="c" Type="x/comments" Target="../comments1.xml"/></Relationships>',
        },
        {
          name: 'xl/comments1.xml',
          content:
            '<comments><commentList><comment ref="__proto__"><text><t>polluted</t></text></comment></commentList></comments>',
        },
      ),
    code: null,
  },
  {
    name: 'a billion laughs',
    make: () => withPrologue(`<!DOCTYPE x [${LAUGHS}]>`, '&j;'),
    code: 'damaged_file',
  },
  {
    name: 'an entity that reads a file',
    make: () => withPrologue('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', '&e;'),
    code: 'damaged_file',
  },
  {
    name: 'an entry outside its folder',
    make: () => withFiles({ name: '../../copil-hostile.txt', content: 'x' }),
    code: 'damaged_file',
  },
  {
    name: '501 entries',
    make: () => zipOf(Array.from({ length: 501 }, (_, index) => ({ name: `${index}.csv`, content: 'a;b' }))),
    code: 'unreadable_archive',
  },
  {
    name: 'an entry given twice',
    make: () => withFiles({ name: 'XL/Workbook.xml', content: '<workbook/>' }),
    code: 'damaged_file',
  },
  { name: 'an archive cut short', make: () => sheet(ONE_CELL).subarray(0, 600), code: 'damaged_file' },
  {
    name: 'a cell of 32 768 characters',
    make: () => sheet(`<row><c t="str"><v>${'a'.repeat(32_768)}</v></c></row>`),
    code: 'cell_too_long',
  },
];

/** Others of the same kind. */
export const OTHER_HOSTILE_FILES: readonly HostileFile[] = [
  {
    name: 'a shared text of 100 MB',
    make: () => workbookOf({ sheets: { F: ONE_CELL }, strings: `<si><t>${'a'.repeat(100 << 20)}</t></si>` }),
    code: 'cell_too_long',
  },
  {
    name: 'an attribute of 10 MB',
    make: () => sheet(`<row spans="${'1'.repeat(10 << 20)}"/>`),
    code: 'cell_too_long',
  },
  { name: '100 000 nested tags', make: () => sheet('<row>'.repeat(100_000)), code: 'damaged_file' },
  {
    name: '2 000 000 empty cells in a row',
    make: () => sheet(`<row>${'<c/>'.repeat(2_000_000)}</row>`),
    code: 'damaged_file',
  },
  { name: 'an unknown entity', make: () => withPrologue('', '&e;'), code: 'damaged_file' },
  {
    name: 'a text that is not UTF-8',
    make: () => withPrologue('', '\ufffe').fill(0xff, 700, 701),
    code: 'damaged_file',
  },
  {
    name: 'names of the machinery of objects',
    make: () =>
      workbookOf({
        sheets: {
          ['__proto__']: '',
          constructor: '<row><c t="str"><v>__proto__</v></c><c t="__proto__" s="0"><v>1</v></c></row>',
        },
        styles: '<numFmts><numFmt numFmtId="__proto__" formatCode="x"/></numFmts>',
      }),
    code: null,
  },
  {
    name: '70 MB of CSV in an archive',
    make: () => csvArchive(Buffer.alloc(70 << 20, 'a;b\n')),
    code: 'too_large_inflated',
  },
  {
    name: 'an archive in an archive in an archive',
    make: () => csvArchive(csvArchive(csvArchive('a;b'))),
    code: 'unreadable_archive',
  },
  { name: '10 000 000 columns', make: () => Buffer.alloc(10 << 20, ';'), code: 'too_many_columns' },
  {
    name: '10 MB after a quote',
    make: () => Buffer.concat([Buffer.from('a;b\n"'), Buffer.alloc(10 << 20, '1;2\n')]),
    code: 'broken_quotes',
  },
  { name: '5 000 000 lines', make: () => Buffer.alloc(10 << 20, ';\n'), code: 'not_a_table' },
  { name: '5 000 000 levels of JSON', make: () => Buffer.alloc(10 << 20, '['), code: 'too_deep' },
  {
    name: '3 000 000 objects of JSON',
    make: () => Buffer.from(`[${'{},'.repeat(3_000_000)}{}]`),
    code: 'too_many_rows',
  },
  {
    name: 'a number of 10 MB',
    make: () => Buffer.from(`[{"a":${'1'.repeat(10 << 20)}}]`),
    code: 'cell_too_long',
  },
  {
    name: '10 MB of backslashes',
    make: () => Buffer.from(`[{"a":"${'\\'.repeat(10 << 20)}`),
    code: 'broken_json',
  },
];
