import { formatNumber } from '../../kernel/french-number.rules.js';
import type { ImportReport } from '../import.types.js';
import { waitsForAnswer } from '../waiting-questions.rules.js';

/** Why a file waits for somebody, as a text to read beside it. */
export function reportText(report: ImportReport): string {
  const { file, rejected, questions } = report;
  const asked = questions.filter(waitsForAnswer);
  const lines = [
    `${file} : rien n’a été enregistré.`,
    '',
    ...rejected.map(
      ({ line, column, message }) =>
        `Ligne ${formatNumber(line)}${column === '' ? '' : `, colonne ${column}`} : ${message}`,
    ),
    ...asked.flatMap(({ message, choices }) => [
      `Question : ${message}`,
      ...choices.map((choice) => `  – ${choice}`),
    ]),
    '',
    asked.length > 0 && rejected.length === 0
      ? 'Déposez ce fichier sur la page Imports pour répondre.'
      : 'Corrigez ce fichier, puis remettez-le dans le dossier.',
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
