import { quote } from '../../kernel/decimal-string.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ImportQuestion } from '../import.types.js';
import { dayIn, readDateText, type DateOrder, type DateText } from './date-cells.rules.js';

/** How the days of a file are written. */
export interface FileDates {
  /** Null while nobody knows: `question` then asks. */
  order: DateOrder | null;
  form: 'iso' | 'day_first' | 'month_first' | 'words' | null;
  question: ImportQuestion | null;
}

type NumericDate = DateText & { form: 'numeric' };

const readsAs = (date: NumericDate, order: DateOrder): boolean => dayIn(date, order) !== null;

/**
 * Which of the two numbers is the day, from all dates of a file: one that only one order can read settles them all. What
 * somebody answered comes next, then what the profile believes, and then it is asked.
 */
export function dateOrderOf(
  texts: Iterable<string>,
  believed: DateOrder | 'inferred',
  answered: DateOrder | undefined,
): FileDates {
  let form: FileDates['form'] = null;
  let doubtful: { text: string; date: NumericDate } | null = null;
  const proven = new Set<DateOrder>();
  let hasNumeric = false;
  for (const text of texts) {
    const date = readDateText(text);
    if (date === null) continue;
    if (date.form !== 'numeric') {
      form ??= date.form === 'words' ? 'words' : 'iso';
      continue;
    }
    hasNumeric = true;
    const [day, month] = [readsAs(date, 'day_first'), readsAs(date, 'month_first')];
    if (day !== month) proven.add(day ? 'day_first' : 'month_first');
    else if (date.first !== date.second) doubtful ??= { text, date };
  }
  if (!hasNumeric) return { order: null, form, question: null };
  const known = answered ?? (believed === 'inferred' ? undefined : believed);
  const [only] = proven;
  const order = proven.size === 1 ? only : (known ?? (doubtful === null ? 'day_first' : undefined));
  if (order !== undefined) return { order, form: order, question: null };
  const [shown] = doubtful === null ? [] : [doubtful];
  return { order: null, form: null, question: shown === undefined ? null : orderQuestion(shown) };
}

function orderQuestion({ text, date }: { text: string; date: NumericDate }): ImportQuestion {
  const inOrder = (order: DateOrder): string => formatDate(dayIn(date, order) ?? '');
  const [day, month] = [inOrder('day_first'), inOrder('month_first')];
  return {
    code: 'date_order',
    message: sentence`${quote(text)} : ${day} ou ${month} ? Rien dans ce fichier ne dit si le jour vient avant le mois.`,
    choices: [sentence`${day} (le jour d’abord)`, sentence`${month} (le mois d’abord)`],
    answer: { name: 'dateOrder', values: ['day_first', 'month_first'] },
  };
}
