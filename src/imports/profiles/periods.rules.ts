import { monthOf } from '../../kernel/calendar.rules.js';
import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import { monthPeriod } from '../../kernel/period.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { Block } from './blocks.rules.js';
import { dayIn, readDateText, type DateOrder } from './date-cells.rules.js';
import { cellText, filledCells } from './header-names.rules.js';
import type { DateRule, Names } from './import-profile.types.js';

/** Of what is read after a colon, or in a title. */
const LONGEST = 200;

const period = (start: string, end: string): ClosedPeriod => ({ start, end });

/** The day or the month that a cell says; null when it says none, or when its order is not known. */
export function periodOfCell(
  text: string,
  order: DateOrder | null,
  grain: 'day' | 'month',
): ClosedPeriod | null {
  const date = readDateText(text);
  if (date === null) return null;
  if (date.form === 'month') return wholeMonth(date.month);
  const day = date.form === 'numeric' ? dayIn(date, order ?? 'day_first') : date.day;
  if (day === null) return null;
  return grain === 'day' ? period(day, day) : wholeMonth(monthOf(day));
}

function wholeMonth(month: string): ClosedPeriod {
  const { start, end } = monthPeriod(month);
  return { start, end };
}

/** The period that the lines above a header say; null when they say none. */
export function periodAbove(
  block: Block,
  rule: Exclude<DateRule, { from: 'asked' }>,
  separator: string,
): ClosedPeriod | null {
  if (rule.from === 'comments') {
    const [start, end] = [dayAfter(block, rule.start, separator), dayAfter(block, rule.end, separator)];
    return start === null || end === null || start > end ? null : period(start, end);
  }
  for (const row of block.above.toReversed()) {
    for (const text of filledCells(row)) {
      const month = monthWithin(text);
      if (month !== null) return wholeMonth(month);
    }
  }
  return null;
}

/** `# Start date: 20240101`: the day after the colon. */
function dayAfter(block: Block, names: Names, separator: string): string | null {
  const wanted = names.map(normaliseForSearch);
  for (const row of block.above) {
    const line = row.cells.map(cellText).join(separator).replace(/^#\s*/, '');
    const colon = line.indexOf(':');
    if (colon === -1 || !wanted.includes(normaliseForSearch(line.slice(0, colon)))) continue;
    const date = readDateText(line.slice(colon + 1, colon + LONGEST).replace(/[,;\s]+$/, ''));
    if (date !== null && (date.form === 'iso' || date.form === 'words')) return date.day;
  }
  return null;
}

/** « Saisie partenaire – Oh my Lot ! – novembre 2020 »: the month in words that a title holds. */
function monthWithin(text: string): string | null {
  for (const match of text
    .slice(0, LONGEST)
    .normalize('NFKC')
    .matchAll(/[\p{L}.]{3,10}\s+\d{4}(?!\d)/gu)) {
    const date = readDateText(match[0]);
    if (date?.form === 'month') return date.month;
  }
  return null;
}
