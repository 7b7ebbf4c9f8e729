import { addDays, dateParts, monthOf } from '../../kernel/calendar.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';

/**
 * The month of which people are reminded on a day: the one before, from the day of the settings to the end of the month,
 * for a server may have been down on that very day. Null before that day, and where nobody is ever reminded.
 */
export function monthToRecall(today: IsoDate, reminderDay: number | null): string | null {
  const { day } = dateParts(today);
  if (reminderDay === null || day < reminderDay) return null;
  return monthOf(addDays(`${monthOf(today)}-01`, -1));
}
