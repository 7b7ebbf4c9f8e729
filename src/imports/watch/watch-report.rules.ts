import { formatNumber } from '../../kernel/french-number.rules.js';
import type { ImportReport } from '../import.types.js';

/** Nothing of a file was kept: a refusal, or a question that nobody answered. */
export const isHeld = ({ rejected, questions }: ImportReport): boolean =>
  rejected.length > 0 || questions.some(({ answer }) => answer !== undefined && answer.optional !== true);

/** Why a file waits for somebody, as a text to read beside it. */
export function reportText(report: ImportReport): string {
  const { file, rejected, questions } = report;
  const asked = questions.filter(({ answer }) => answer !== undefined && answer.optional !== true);
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
