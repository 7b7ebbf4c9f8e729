import {
  changesWords,
  counted,
  personalWords,
  recognitionWords,
  rejectionWords,
  rowsWords,
  sizeWords,
} from './report-words.rules.js';

const plain = (text: string | null): string | null => text?.replaceAll(/\s/g, ' ') ?? null;

describe('what is said of a file', () => {
  it('tells how it is recognised', () => {
    const meta = { profileName: 'Meta, publications', encoding: 'utf-8-bom', entry: null } as const;
    expect(recognitionWords({ ...meta, separator: ',', dateForm: 'month_first' })).toBe(
      'Meta, publications · UTF-8 · virgule · dates mois/jour/année',
    );
    const zip = { profileName: null, encoding: null, separator: null, dateForm: null } as const;
    expect(plain(recognitionWords({ ...zip, entry: 'Totaux.csv' }))).toBe(
      'colonnes choisies · « Totaux.csv » dans l’archive · classeur',
    );
    const tabs = { ...zip, encoding: 'utf-16le', entry: null, dateForm: 'iso' } as const;
    expect(recognitionWords({ ...tabs, separator: '\t' })).toBe(
      'colonnes choisies · UTF-16 · tabulation · dates année-mois-jour',
    );
  });

  it('tells which rows were left aside, and why', () => {
    expect(plain(rowsWords({ rowsRead: 7, rowsLeftOut: [] }))).toBe('7 lignes lues, aucune laissée de côté.');
    const rowsLeftOut = [
      { reason: 'ligne de total', count: 1 },
      { reason: 'statut « annulé »', count: 2 },
    ];
    expect(plain(rowsWords({ rowsRead: 1, rowsLeftOut }))).toBe(
      '1 ligne lue, 3 laissées de côté : ligne de total (1) et statut « annulé » (2).',
    );
  });

  it('names what was not kept about people, names first', () => {
    expect(personalWords([])).toBeNull();
    expect(plain(personalWords(['Email', 'First Name', 'Téléphone']))).toBe(
      'noms, courriels et téléphones non conservés (Email, First Name, Téléphone).',
    );
    expect(plain(personalWords(['Group']))).toBe('renseignements sur des personnes non conservés (Group).');
  });

  it('counts what changes in one sentence', () => {
    expect(changesWords({ created: 0, updated: 0, unchanged: 0, conflicts: 0 })).toBeNull();
    expect(plain(changesWords({ created: 0, updated: 4, unchanged: 3, conflicts: 0 }))).toBe(
      '4 valeurs remplacées et 3 identiques',
    );
    expect(plain(changesWords({ created: 1, updated: 1, unchanged: 0, conflicts: 1 }))).toBe(
      '1 valeur nouvelle, 1 remplacée et 1 en conflit',
    );
  });

  it('tells a refusal by its line and its column', () => {
    const cell = { line: 4, code: 'not_a_number', message: '« dix » n’est pas un nombre.' };
    expect(plain(rejectionWords({ ...cell, column: 'Vues' }))).toBe(
      'Ligne 4, colonne « Vues » : « dix » n’est pas un nombre.',
    );
    expect(plain(rejectionWords({ ...cell, column: '' }))).toBe('Ligne 4 : « dix » n’est pas un nombre.');
  });

  it.each([
    [12, '1 ko'],
    [340_000, '332 ko'],
    [1_234_567, '1,2 Mo'],
    [10_485_760, '10 Mo'],
  ])('weighs %d bytes as %s', (bytes, words) => {
    expect(plain(sizeWords(bytes))).toBe(words);
  });

  it('agrees with its number', () => {
    expect([0, 1, 2].map((count) => plain(counted(count, 'chiffre', 'chiffres')))).toEqual([
      '0 chiffre',
      '1 chiffre',
      '2 chiffres',
    ]);
  });
});
