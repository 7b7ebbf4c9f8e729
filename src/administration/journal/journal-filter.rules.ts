import { addDays } from '../../kernel/calendar.rules.js';
import { startOfParisDay } from '../../kernel/french-instant.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { JournalFilter } from '../../platform/audit/audit.types.js';

/** What the form of the journal asks for: days are Paris's, both included. */
export interface AskedFilter {
  personne?: number;
  /** An action, `person.invited`, or a family of them, `person`. */
  action?: string;
  du?: IsoDate;
  au?: IsoDate;
}

/** The entries that the form asks for. @param known every action of the journal. */
export function journalFilter(
  { personne, action, du, au }: AskedFilter,
  known: readonly string[],
): JournalFilter {
  return {
    personId: personne,
    actions:
      action === undefined
        ? undefined
        : known.filter((one) => one === action || one.startsWith(`${action}.`)),
    from: du === undefined ? undefined : startOfParisDay(du),
    until: au === undefined ? undefined : startOfParisDay(addDays(au, 1)),
  };
}
