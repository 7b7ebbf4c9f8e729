import { BYTE_ORDER_MARK, csvCell } from '../../kernel/spreadsheet-text.rules.js';
import type { Batch } from '../batches/batches.service.js';
import type { ImportNames } from './import-names.service.js';
import { amountText } from './report.presenter.js';
import { changesWords, personalWords, recognitionWords, rowsWords } from './report-words.rules.js';

const COLUMNS = [
  'fichier',
  'empreinte',
  'quoi',
  'ligne',
  'indicateur',
  'code_indicateur',
  'ou',
  'debut',
  'fin',
  'avant',
  'apres',
  'detail',
];
const STATES = { new: 'nouvelle', replaced: 'remplacée', conflict: 'en conflit' };

/** The report of a batch, a line a figure: texts are disarmed, for a spreadsheet opens it. */
export function* batchReport({ files }: Batch, names: ImportNames): Generator<string> {
  yield `${BYTE_ORDER_MARK}${COLUMNS.join(';')}\r\n`;
  for (const { name, sha256, report } of files) {
    const of = (what: string, rest: Partial<Record<string, string>>): string =>
      lineOf({ fichier: name, empreinte: sha256, quoi: what, ...rest });
    yield of('fichier', { detail: recognitionWords(report) });
    yield of('lignes', { detail: rowsWords(report) });
    const personal = personalWords(report.personalColumns);
    if (personal !== null) yield of('non conservé', { detail: personal });
    for (const { column, reason } of report.ignoredColumns)
      yield of('colonne non importée', { detail: `${column} : ${reason}` });
    for (const { kind, code, name: created } of report.creates)
      yield of(kind === 'indicator' ? 'indicateur créé' : 'canal créé', {
        code_indicateur: code,
        detail: created,
      });
    const counts = changesWords(report);
    if (counts !== null) yield of('chiffres', { detail: counts });
    for (const change of report.changes) {
      const { wording, name: indicator } = names.indicator(change.indicator);
      yield of(STATES[change.state], {
        ligne: String(change.line),
        indicateur: indicator,
        code_indicateur: change.indicator,
        ou: names.about(change),
        debut: change.periodStart,
        fin: change.periodEnd,
        avant: amountText(change.before, wording),
        apres: amountText(change.after, wording),
      });
    }
  }
}

const lineOf = (cells: Partial<Record<string, string>>): string =>
  `${COLUMNS.map((column) => csvCell(cells[column] ?? '')).join(';')}\r\n`;
