import { formatDate } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';

/** One figure that somebody owes, in words. */
export interface OwedLine {
  /** « Spots partagés, Les spots du Lot ». */
  label: string;
  due: IsoDate;
  /** Why it was sent back; null for one that was not given. */
  returned: string | null;
}

export interface ReminderContext {
  name: string;
  programmeName: string;
  /** « de septembre 2020 ». */
  ofMonth: string;
  lines: readonly OwedLine[];
  /** Where to enter them, and where to ask for no more reminders: whole addresses. */
  entry: string;
  account: string;
}

/** More lines than these are counted: a mail is not the grid. */
const MOST_LINES = 20;

/** The mail that recalls what somebody owes of a month, with its days. */
export function reminderMail({ name, programmeName, ofMonth, lines, entry, account }: ReminderContext): {
  subject: string;
  text: string;
} {
  const more = lines.length - MOST_LINES;
  const one = lines.length === 1;
  return {
    subject: sentence`${formatNumber(lines.length)} chiffre${one ? '' : 's'} ${ofMonth} à donner, ${programmeName}`,
    text: [
      `Bonjour ${name},`,
      sentence`Le programme « ${programmeName} » attend encore de vous ${one ? 'ce chiffre' : 'ces chiffres'} ${ofMonth} :`,
      [
        ...lines.slice(0, MOST_LINES).map(lineText),
        ...(more > 0 ? [sentence`et ${formatNumber(more)} de plus.`] : []),
      ].join('\n'),
      `Pour les donner : ${entry}`,
      sentence`Si vous n’avez pas de données, dites-le au même endroit : « nc » ou « nd » suffit.`,
      `Pour ne plus recevoir ces rappels, décochez la case de votre compte : ${account}`,
      sentence`Ce message automatique vient de l’espace de suivi du programme « ${programmeName} ».`,
    ].join('\n\n'),
  };
}

function lineText({ label, due, returned }: OwedLine): string {
  const why = returned === null ? '' : sentence` (à corriger : ${returned})`;
  return sentence`- ${label}, avant le ${formatDate(due)} inclus${why}`;
}
