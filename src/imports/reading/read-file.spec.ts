import { readFileSync } from 'node:fs';
import { readFile } from './read-file.js';
import { READING_LIMITS } from './reading-limits.js';
import type { ReadFile, ReadingRefusal } from './reading.types.js';

const sample = (name: string): Uint8Array => readFileSync(`test/import/samples/${name}`);
const bytesOf = (text: string | readonly number[]): Uint8Array =>
  typeof text === 'string' ? Buffer.from(text) : Uint8Array.from(text);

async function read(bytes: Uint8Array, limits = READING_LIMITS): Promise<ReadFile> {
  const reading = await readFile(bytes, limits);
  if (!reading.ok) throw new Error(reading.refusal.message);
  return reading.file;
}
async function refusal(bytes: Uint8Array, limits = READING_LIMITS): Promise<ReadingRefusal> {
  const reading = await readFile(bytes, limits);
  if (reading.ok) throw new Error(`read: ${JSON.stringify(reading.file)}`);
  return reading.refusal;
}

describe('the samples', () => {
  it.each([
    ['01_meta_facebook_publications_fr.csv', 'csv', 'utf-8-bom', ',', [8]],
    ['02_meta_instagram_posts_en.csv', 'csv', 'utf-8-bom', ',', [6]],
    ['03_meta_page_vues_quotidiennes_utf16.csv', 'csv', 'utf-16le', ',', [32]],
    ['05_youtube_studio_tableau_fr.csv', 'csv', 'utf-8', ',', [4]],
    ['06_matomo_visitssummary_utf16.csv', 'csv', 'utf-16le', ',', [4]],
    ['07_ga4_pages_fr.csv', 'csv', 'utf-8', ',', [13]],
    ['08_eventbrite_attendees_en.csv', 'csv', 'utf-8-bom', ',', [6]],
    ['09_helloasso_participants_fr.csv', 'csv', 'utf-8-bom', ';', [4]],
    ['11_mailchimp_campaigns_en.csv', 'csv', 'utf-8', ',', [3]],
    ['13_imprimeur_livraisons_cp1252.csv', 'csv', 'windows-1252', ';', [6]],
    ['14_spots_partages_par_epci.csv', 'csv', 'utf-8-bom', ';', [10]],
    ['04b_linkedin_contenu_en.xlsx', 'xlsx', null, null, [32, 4]],
    ['17_modele_partenaire.xlsx', 'xlsx', null, null, [6]],
    ['15_compteur_stand.ndjson', 'ndjson', 'utf-8', null, [19]],
    ['16_import_standard_v1.csv', 'csv', 'utf-8-bom', ';', [9]],
    ['19_piege_meta_reenregistre_excel_fr.csv', 'csv', 'windows-1252', ';', [4]],
    ['21_piege_injection_formule.csv', 'csv', 'utf-8-bom', ';', [5]],
    ['22_piege_nombres_fr.csv', 'csv', 'utf-8', ';', [24]],
    ['profils.json', 'json', 'utf-8', null, [14]],
  ])('%s is read', async (name, kind, encoding, separator, rows) => {
    const { tables, ...file } = await read(sample(name));
    expect(file).toEqual({ kind, encoding, separator, entry: null });
    expect(tables.map((table) => table.rows.length)).toEqual(rows);
  });

  it('are found within archives', async () => {
    const { entry, ...inside } = await read(sample('05_youtube_studio_fr.zip'));
    expect(entry).toBe('Informations relatives aux tableaux.csv');
    expect({ ...inside, entry: null }).toEqual(await read(sample('05_youtube_studio_tableau_fr.csv')));
  });

  it('keep the accents, dashes and hard spaces of French Windows', async () => {
    const { tables } = await read(sample('13_imprimeur_livraisons_cp1252.csv'));
    expect(tables[0]?.rows[2]).toEqual({
      line: 3,
      cells: [
        'BL-20-0634',
        '03/07/2020',
        'Sets de table A3 « Les spots du Lot »',
        '50\u00a0000',
        'Département – dépôt Cahors',
        '2 palettes',
      ],
    });
  });

  it('keep comments whole, and what a preamble says, with their lines', async () => {
    const comments = (await read(sample('07_ga4_pages_fr.csv'))).tables[0]?.rows.slice(6, 9);
    expect(comments).toEqual([
      { line: 7, cells: ['# Tous les utilisateurs'] },
      { line: 8, cells: ['# Date de début: 20240101'] },
      { line: 9, cells: ['# Date de fin: 20240131'] },
    ]);
    const preamble = (await read(sample('03_meta_page_vues_quotidiennes_utf16.csv'))).tables[0]?.rows.slice(
      0,
      3,
    );
    expect(preamble).toEqual([
      { line: 2, cells: ['Vues'] },
      { line: 3, cells: ['Date', 'Primary'] },
      { line: 4, cells: ['2020-04-01T00:00:00', '310'] },
    ]);
  });

  it('give the members of objects within objects', async () => {
    const rows = (await read(sample('15_compteur_stand.ndjson'))).tables[0]?.rows.slice(0, 2);
    expect(rows?.map(({ line }) => line)).toEqual([0, 1]);
    expect(rows?.map(({ cells }) => cells.slice(3))).toEqual([
      ['horodatage', 'compteurs.VISITEURS_STAND', 'compteurs.VISITEURS_PROJET_MOBILITE'],
      ['2020-01-16T09:59:00+01:00', 18, 5],
    ]);
  });

  it.each([
    ['04_linkedin_contenu_en.xls', 'old_workbook', 'Enregistrer sous'],
    ['13b_imprimeur_email.txt', 'not_a_table', 'Saisie'],
    ['20_piege_html_deguise.xls', 'html_in_disguise', 'Enregistrer sous'],
  ])('%s is refused with what to do', async (name, code, advice) => {
    const found = await refusal(sample(name));
    expect(found).toMatchObject({ code, line: 1 });
    expect(found.message).toContain(advice);
  });
});

describe('what is no table', () => {
  it.each<[string, string | number[], string]>([
    ['nothing', '', 'empty_file'],
    ['blanks', '\ufeff \r\n\t\n', 'empty_file'],
    ['separators alone', ';;;\n;;;\n', 'empty_file'],
    ['a PDF', '%PDF-1.7\n', 'not_a_table'],
    ['an image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'not_a_table'],
    ['bytes', [0x61, 0x3b, 0x62, 0x0a, 0x00, 0x31], 'not_a_table'],
    ['a compressed file', [0x1f, 0x8b, 0x08], 'unreadable_archive'],
    ['UTF-16 the other way', [0xfe, 0xff, 0x00, 0x61], 'unreadable_encoding'],
    ['XML', '<?xml version="1.0"?><Workbook/>', 'html_in_disguise'],
    ['a page in UTF-16', [0xff, 0xfe, ...Buffer.from('<table>', 'utf16le')], 'html_in_disguise'],
    ['an e-mail', 'Bonjour,\n\nvoici le total : 15 000, à confirmer ; merci.\n', 'not_a_table'],
    ['one word', 'Bonjour', 'not_a_table'],
  ])('%s is refused', async (_, content, code) => {
    expect(await refusal(bytesOf(content))).toMatchObject({ code });
  });

  it('a workbook behind a password says so', async () => {
    const ole2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const bytes = Buffer.concat([Buffer.from(ole2), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await refusal(bytes)).toMatchObject({ code: 'protected_file' });
  });
});

describe('budgets', () => {
  it.each([
    ['rows', 'a;b\n1;2\n3;4\n', { rows: 2 }, 'too_many_rows', 3],
    ['columns', 'a;b\n1;2;3\n', { columns: 2 }, 'too_many_columns', 2],
    ['characters of a cell', 'a;b\n1;22222\n', { cellCharacters: 4 }, 'cell_too_long', 2],
    ['rows of JSON', '[{"a":1},\n{"a":2},\n{"a":3}]', { rows: 2 }, 'too_many_rows', 3],
    ['members of JSON', '[{"a":1},\n{"b":2,"c":3}]', { columns: 2 }, 'too_many_columns', 2],
    ['characters of JSON', '[{"a":1},\n{"a":"22222"}]', { cellCharacters: 4 }, 'cell_too_long', 2],
    ['lines of NDJSON', '{"a":1}\n{"a":2}\n{"a":3}\n', { rows: 2 }, 'too_many_rows', 3],
  ])('of %s are kept', async (_, text, limits, code, line) => {
    expect(await refusal(bytesOf(text), { ...READING_LIMITS, ...limits })).toMatchObject({ code, line });
  });
});
