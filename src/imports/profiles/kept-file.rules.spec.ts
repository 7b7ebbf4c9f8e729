import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { csvFile, INSTALLATION } from '../../../test/support/read-files.js';
import { readFile } from '../reading/read-file.js';
import { READING_LIMITS } from '../reading/reading-limits.js';
import type { ReadFile } from '../reading/reading.types.js';
import { interpret } from './interpret.rules.js';
import { withoutPersonalColumns } from './kept-file.rules.js';
import { builtInProfiles } from './profile-files.js';

const kept = (file: ReadFile) => withoutPersonalColumns(file, builtInProfiles(), INSTALLATION);
const said = (file: ReadFile) => interpret(file, builtInProfiles(), INSTALLATION);

async function sample(name: string): Promise<ReadFile> {
  const read = await readFile(readFileSync(`test/import/samples/${name}`), READING_LIMITS);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.file;
}

describe('What is kept of a file', () => {
  it.each(['08_eventbrite_attendees_en.csv', '09_helloasso_participants_fr.csv'])(
    'holds nobody of %s, and says the same figures',
    async (name) => {
      const file = await sample(name);
      const { file: left, personalColumns } = kept(file);
      expect(JSON.stringify(left)).not.toMatch(/Prénom\d|Nom\d|@exemple|Lycée|15280001|1300000001/);
      expect(personalColumns).toEqual(said(file).personalColumns);
      const [before, after] = [said(file), said(left)];
      expect(after).toEqual(before);
    },
  );

  it('holds nothing of the questions that an organiser added', () => {
    const header = ['Order #', 'Order Date', 'Attendee #', 'Attendee Status', 'Allergies'];
    const { file, personalColumns } = kept(
      csvFile([header, ['1', '2020-10-01 18:01', '2', 'Attending', 'arachides']]),
    );
    expect(personalColumns).toContain('Allergies');
    expect(JSON.stringify(file)).not.toContain('arachides');
  });

  it('holds nobody of the sheets that the profile does not read', () => {
    const metrics = [
      ['Date', 'Impressions (total)', 'Clicks (total)'],
      ['11/01/2020', '40', '2'],
    ];
    const people = [
      ['Titre', 'Courriel'],
      ['Un billet', 'marie.durand@exemple.invalid'],
    ];
    const [one, other] = [csvFile(metrics), csvFile(people)].map(({ tables }) => tables[0]?.rows ?? []);
    const { file } = kept({
      ...csvFile([]),
      kind: 'xlsx',
      tables: [
        { name: 'Metrics', rows: one ?? [] },
        { name: 'Contacts', rows: other ?? [] },
      ],
    });
    expect(JSON.stringify(file)).not.toContain('marie.durand');
    expect(file.tables[0]?.rows).toEqual(one);
  });

  it('keeps counts of letters and a telephone quoted in a note', () => {
    const file = csvFile([
      ['Mois', 'E-mails envoyés', 'Remarque'],
      ['2020-01', '1 204', 'rappeler au 05 65 00 00 00'],
      ['2020-02', '980', 'rien à dire'],
    ]);
    expect(kept(file)).toEqual({ file, personalColumns: [] });
  });

  const cell = fc.constantFrom('Durand', 'a@b.fr', '06 12 34 56 78', 'x', '2020-01-01', '12', 'Total', '');
  const header = fc.constantFrom<string>(
    'Nom',
    'Prénom',
    'Courriel',
    'Téléphone',
    'Jour',
    'Vues',
    'Note',
    'Email payeur',
  );
  it('holds no cell of a column that is said to be personal', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(header, { minLength: 2, maxLength: 6 }),
        fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        (headers, rows) => {
          const file = csvFile([headers, ...rows.map((row) => row.slice(0, headers.length))]);
          const { file: left, personalColumns } = kept(file);
          const table = left.tables[0]?.rows ?? [];
          expect(table[0]?.cells).toEqual(headers);
          for (const name of ['Nom', 'Prénom', 'Courriel', 'Téléphone', 'Email payeur']) {
            if (!personalColumns.includes(name)) continue;
            const at = headers.indexOf(name);
            expect(table.slice(1).map(({ cells }) => cells[at])).toEqual(rows.map(() => ''));
          }
          // Twice is as once.
          expect(kept(left).file).toEqual(left);
        },
      ),
    );
  });
});
