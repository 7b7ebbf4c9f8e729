import { bilan2020 } from '../../test/support/bilan-2020.fixture.js';
import { standardFile } from './standard-file.rules.js';
import type { StandardLine } from './standard-line.types.js';

/** Reads the file as a spreadsheet does: quoted cells may hold separators and line ends. */
function read(file: string): Record<string, string>[] {
  const records: string[][] = [[]];
  for (const [, separator = '', quoted, bare = ''] of file
    .slice(1)
    .matchAll(/(^|;|\r\n)(?:"((?:[^"]|"")*)"|([^;"\r\n]*))/g)) {
    if (separator === '\r\n') records.push([]);
    records.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
  }
  const [headers = [], ...rows] = records.filter((cells) => cells.length > 1);
  return rows.map((cells) =>
    Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])),
  );
}
const row = (more: Partial<StandardLine>): StandardLine => ({
  ...(bilan2020().rows[0] as StandardLine),
  ...more,
});
const one = (more: Partial<StandardLine>): Record<string, string> =>
  read(standardFile('OML', [row(more)]))[0] ?? {};

describe('the attached standard file', () => {
  it('parses back to the figures of 2020', () => {
    const file = standardFile('OML', bilan2020().rows);
    expect(file.startsWith('\ufeffcode_programme;code_operation;code_indicateur;')).toBe(true);
    expect(
      read(file).map((cells) => [
        cells['code_indicateur'],
        cells['type_valeur'],
        cells['valeur'],
        cells['qualificatif'],
      ]),
    ).toEqual([
      ['VISITEURS_STAND', 'realise', '450', 'exact'],
      ['VISITEURS_PROJET_MOBILITE', 'realise', '150', 'exact'],
      ['VUES_RESEAUX', 'realise', '13000', 'plus_de'],
      ['SPOTS_PARTAGES', 'realise', '250', 'exact'],
      ['SETS_DE_TABLE', 'realise', '130000', 'exact'],
      ['AMBASSADEURS', 'realise', '400', 'pres_de'],
      ['CTX_SOUHAIT_RURAL', 'contexte', '45', 'exact'],
      ['CTX_POPULATION_CONFINEMENT', 'contexte', '6', 'exact'],
    ]);
  });

  it('writes decimals that no reader takes for thousands', () => {
    const written = (value: number, decimals: number): string | undefined =>
      one({ quantity: { value, valueMax: null, qualifier: 'exact' }, decimals })['valeur'];
    expect([written(1250, 2), written(1200, 2), written(12_345, 3), written(5, 2), written(-5, 1)]).toEqual([
      '12,5',
      '12',
      '12,3450',
      '0,05',
      '-0,5',
    ]);
  });

  it('keeps texts as texts: separators, quotes, line ends, formulas', () => {
    expect(one({ source: 'a;b "c"\r\nd' })['source']).toBe('a;b "c"\r\nd');
    expect(one({ note: '=1+1' })['commentaire']).toBe("'=1+1");
  });

  it('says absences and both ends of a range', () => {
    expect(one({ quantity: null, absence: 'not_communicated' })).toMatchObject({
      valeur: '',
      qualificatif: '',
      absence: 'nc',
    });
    expect(one({ quantity: { value: 200, valueMax: 250, qualifier: 'between' } })).toMatchObject({
      valeur: '200',
      valeur_max: '250',
      qualificatif: 'entre',
    });
  });
});
