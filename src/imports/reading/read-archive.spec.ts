import { readFileSync } from 'node:fs';
import { workbookOf } from '../../../test/support/workbook.js';
import { zipOf, type ArchivedFile } from '../../../test/support/zip.js';
import { readFile } from './read-file.js';
import { READING_LIMITS } from './reading-limits.js';
import type { ReadFile } from './reading.types.js';

const CSV = 'Date;Vues\n2020-04-01;120\n';
const of = (names: readonly string[], content: Buffer | string = CSV): ArchivedFile[] =>
  names.map((name) => ({ name, content }));

async function read(files: readonly ArchivedFile[]): Promise<Pick<ReadFile, 'kind' | 'entry'>> {
  const reading = await readFile(zipOf(files), READING_LIMITS);
  if (!reading.ok) throw new Error(reading.refusal.message);
  return { kind: reading.file.kind, entry: reading.file.entry };
}

describe('an archive', () => {
  it.each<[string, ArchivedFile[], string, string]>([
    [
      'a CSV',
      of(['export/vues.csv', '__MACOSX/export/._vues.csv', 'export/.DS_Store']),
      'csv',
      'export/vues.csv',
    ],
    ['a CSV beside its notice', of(['vues.csv', 'notice.pdf']), 'csv', 'vues.csv'],
    ['a CSV under any name', of(['vues.dat']), 'csv', 'vues.dat'],
    ['JSON', of(['vues.json'], '[{"a":1}]'), 'json', 'vues.json'],
    [
      'a workbook',
      of(['vues.xlsx'], workbookOf({ sheets: { F: '<row><c><v>1</v></c></row>' } })),
      'xlsx',
      'vues.xlsx',
    ],
    ['YouTube in English', of(['Table data.csv', 'Totals.csv', 'Chart data.csv']), 'csv', 'Table data.csv'],
    [
      'YouTube in French',
      of(['Données du graphique.csv', 'Informations relatives aux tableaux.csv', 'Totaux.csv']),
      'csv',
      'Informations relatives aux tableaux.csv',
    ],
    [
      'YouTube in another language',
      [
        ...of(['Datos.csv', 'Grafico.csv'], 'Fecha,Vistas\n2020,1\n'),
        ...of(['Tabla.csv'], 'Contenido,V\nTotal,3\n'),
      ],
      'csv',
      'Tabla.csv',
    ],
  ])('of %s gives its table', async (_, files, kind, entry) => {
    expect(await read(files)).toEqual({ kind, entry });
  });

  it.each<[string, ArchivedFile[], string, RegExp]>([
    ['nothing', [], 'unreadable_archive', /aucun tableau/],
    ['images', of(['a.png', 'b.png']), 'unreadable_archive', /aucun tableau/],
    ['two tables', of(['a.csv', 'b.csv']), 'several_tables', /a\.csv.*et.*b\.csv/],
    ['an archive', of(['a.zip'], zipOf(of(['a.csv']))), 'unreadable_archive', /décompressez/],
    ['a Word document', of(['word/document.xml', 'docProps/app.xml']), 'not_a_table', /Word/],
    ['an OpenDocument', of(['mimetype', 'content.xml']), 'unreadable_workbook', /Enregistrer sous/],
    ['a binary workbook', of(['xl/workbook.bin', '[Content_Types].xml']), 'unreadable_workbook', /xlsb/],
    [
      'an old workbook',
      [{ name: 'a.xls', content: readFileSync('test/import/samples/04_linkedin_contenu_en.xls') }],
      'old_workbook',
      /xlsx/,
    ],
  ])('of %s is refused, saying what was found', async (_, files, code, message) => {
    const reading = await readFile(zipOf(files), READING_LIMITS);
    expect(reading).toMatchObject({ ok: false, refusal: { code, message: expect.stringMatching(message) } });
  });

  it('whose bytes do not sum up is refused', async () => {
    const archive = zipOf([{ name: 'a.csv', content: CSV, stored: true }]);
    archive[archive.indexOf('120')] = 0x39;
    expect(await readFile(archive, READING_LIMITS)).toMatchObject({
      ok: false,
      refusal: { code: 'damaged_file' },
    });
  });

  it('behind a password says so', async () => {
    const archive = zipOf([{ name: 'a.csv', content: CSV }]);
    const directory = archive.indexOf('PK\x01\x02');
    archive[directory + 8] = 1;
    expect(await readFile(archive, READING_LIMITS)).toMatchObject({
      ok: false,
      refusal: { code: 'protected_file' },
    });
  });
});
