import type { Absence, Qualifier } from '../../kernel/figure.types.js';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../../kernel/figure.types.js';
import { absenceToFrench, qualifierToFrench, statusToFrench } from '../../kernel/qualifier-codes.rules.js';
import { MEASUREMENT_STATUSES } from '../../measurements/measurement.types.js';
import type { InterpretationContext } from '../interpretation.types.js';
import type { ReadFile, TableRow } from '../reading/reading.types.js';
import type { StandardColumn } from '../standard/standard-columns.rules.js';
import { readRow } from '../standard/standard-row.rules.js';
import { blocksOf } from './blocks.rules.js';
import { Findings } from './findings.rules.js';
import { cellText, columnAt } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import { decimalText, rowContextOf, standardText, takeReading } from './standard-table.rules.js';

const wordIn =
  <T extends string>(words: readonly T[], toFrench: (word: T) => string) =>
  (text: string): string => {
    const word = words.find((one) => one === text);
    return word === undefined ? text : toFrench(word);
  };
const asIs = (text: string): string => text;

/** The members of a measurement and the columns of the standard file, which say the same things. */
const MEMBERS: readonly (readonly [string, StandardColumn, (text: string) => string])[] = [
  ['indicator', 'code_indicateur', asIs],
  ['campaign', 'code_operation', asIs],
  ['territory', 'code_territoire', asIs],
  ['channel', 'canal', asIs],
  ['organisation', 'organisation', asIs],
  ['periodStart', 'periode_debut', asIs],
  ['periodEnd', 'periode_fin', asIs],
  ['value', 'valeur', decimalText],
  ['valueMax', 'valeur_max', decimalText],
  ['qualifier', 'qualificatif', wordIn<Qualifier>(QUALIFIERS, qualifierToFrench)],
  ['absence', 'absence', wordIn<Absence>(ABSENCES, absenceToFrench)],
  ['status', 'statut', wordIn(MEASUREMENT_STATUSES, statusToFrench)],
  ['source', 'source', asIs],
  ['note', 'commentaire', asIs],
];

/** Reads measurements as the API answers them: JSON, NDJSON, or a table of the same names. */
export function readApiTable(
  file: ReadFile,
  profile: ImportProfile,
  context: InterpretationContext,
): Findings {
  const findings = new Findings();
  const rows = rowContextOf(context);
  for (const block of blocksOf(file, profile).blocks) {
    const columns = MEMBERS.map(([member, column, write]) => {
      return { member, column, write, index: columnAt(block.columns, [member]) };
    });
    const markingAt = columnAt(block.columns, ['marking']);
    const memberOf = new Map(columns.map(({ member, column }) => [String(column), member]));
    for (const row of block.rows) {
      findings.rowsRead += 1;
      const values = new Map(
        columns.map(({ column, index, write }) => {
          const cell = index === null ? '' : row.cells[index];
          return [column, write(standardText(cell))] as const;
        }),
      );
      values.set('type_valeur', typeOf(values.get('code_indicateur') ?? '', rows));
      const [before, told] = [findings.observations.length, findings.rejected.length];
      takeReading(readRow(values, row.line, rows), row.line, findings);
      for (const cell of findings.rejected.slice(told))
        cell.column = memberOf.get(cell.column) ?? cell.column;
      const observation = findings.observations[before];
      const marking = MARKINGS.find((one) => one === textAt(row, markingAt));
      if (observation !== undefined && marking !== undefined) observation.marking = marking;
    }
  }
  findings.dateForm = findings.observations.length > 0 ? 'iso' : null;
  return findings;
}

const textAt = ({ cells }: TableRow, index: number | null): string =>
  index === null ? '' : cellText(cells[index]);

const typeOf = (code: string, { indicator }: ReturnType<typeof rowContextOf>): string =>
  indicator(code)?.isContext === true ? 'contexte' : 'realise';
