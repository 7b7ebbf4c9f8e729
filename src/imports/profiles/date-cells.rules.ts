import { parisTime } from '../../kernel/french-instant.rules.js';
import { normaliseForSearch } from '../../kernel/french-text.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';

export type DateOrder = 'day_first' | 'month_first';

/** What a cell says of a day, before anybody knows whether `03/06` is in June or in March. */
export type DateText =
  | { form: 'iso' | 'words'; day: IsoDate }
  | { form: 'month'; month: string }
  /** Two digits each, four for the year. */
  | { form: 'numeric'; first: string; second: string; year: string };

/** Longer texts are no dates, and would take their time. */
const LONGEST = 100;

const TIME = String.raw`\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?`;
const ISO = new RegExp(
  String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\s*(${TIME})\s*(Z|[+-]\d{2}:?\d{2})?)?$`,
  'i',
);
const NUMERIC = new RegExp(
  String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]+(?:a )?${TIME}(?:\s*[ap]\.?m\.?)?)?$`,
  'i',
);
const AFTER = String.raw`(?:,? (?:a |at )?${TIME}(?: ?[ap]m)?)?`;
const WEEKDAY = '(?:[a-z]{3,9} )?';
const DAY_IN_WORDS = new RegExp(`^${WEEKDAY}(\\d{1,2})(?:er)? ([a-z]{3,9}) (\\d{4})${AFTER}$`);
const MONTH_IN_WORDS = new RegExp(`^${WEEKDAY}([a-z]{3,9}) (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})${AFTER}$`);
const MONTH_ALONE = /^([a-z]{3,9}) (\d{4})$/;

/** Each month under its French and English names; short ones begin them. */
const MONTH_NAMES: readonly (readonly string[])[] = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
];

const two = (digits: string): string => digits.padStart(2, '0');

/** `07` of « juil », « July » or « juillet »; null for what begins no month, or two of them. */
function monthNumber(word: string): string | null {
  const found = MONTH_NAMES.flatMap((names, index) =>
    names.some((name) => name.startsWith(word)) ? [two(String(index + 1))] : [],
  );
  return word.length >= 3 && found.length === 1 ? (found[0] ?? null) : null;
}

function dayOf(year: string, month: string | null, day: string): IsoDate | null {
  return month === null ? null : parseIsoDate(`${year}-${two(month)}-${two(day)}`);
}

function inWords(text: string): DateText | null {
  const plain = normaliseForSearch(text)
    .replace(/\b([ap])\.m\.?/, '$1m')
    .replace(/[.,]/g, ' ')
    .replace(/(?<=[a-z\d])[-/](?=[a-z])|(?<=[a-z])[-/](?=\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const dayFirst = DAY_IN_WORDS.exec(plain);
  const monthFirst = dayFirst ?? MONTH_IN_WORDS.exec(plain);
  if (monthFirst !== null) {
    const [, one = '', other = '', year = ''] = monthFirst;
    const [word, number] = dayFirst === null ? [one, other] : [other, one];
    const day = dayOf(year, monthNumber(word), number);
    return day === null ? null : { form: 'words', day };
  }
  const alone = MONTH_ALONE.exec(plain);
  const month = alone === null ? null : monthNumber(alone[1] ?? '');
  return month === null ? null : { form: 'month', month: `${alone?.[2]}-${month}` };
}

function isoText(match: RegExpExecArray): DateText | null {
  const [, year = '', month = '', date = '', time, offset] = match;
  const day = dayOf(year, month, date);
  if (day === null || time === undefined || offset === undefined) {
    return day === null ? null : { form: 'iso', day };
  }
  // An instant with its offset falls on the day that Paris had then.
  const zone = offset.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const clock = time.replace('h', ':').replace(/^\d:/, '0$&');
  const instant = `${day}T${clock}${zone}`;
  return Number.isNaN(Date.parse(instant)) ? null : { form: 'iso', day: parisTime(instant).day };
}

/** Reads the day that a cell writes in any of the ways of exports; null when it writes none. */
export function readDateText(raw: string): DateText | null {
  if (raw.length > LONGEST) return null;
  const text = raw.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!/\d/.test(text)) return null;
  const iso = ISO.exec(text);
  if (iso !== null) return isoText(iso);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) {
    const day = dayOf(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '');
    return day === null ? null : { form: 'iso', day };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(text) ?? /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (month !== null) {
    const [, one = '', other = ''] = month;
    const written = one.length === 4 ? `${one}-${other}` : `${other}-${two(one)}`;
    return parseIsoDate(`${written}-01`) === null ? null : { form: 'month', month: written };
  }
  const numeric = NUMERIC.exec(text);
  if (numeric === null) return inWords(text);
  const [, first = '', , second = '', year = ''] = numeric;
  const read = { first: two(first), second: two(second), year: year.length === 2 ? `20${year}` : year };
  return dayIn(read, 'day_first') === null && dayIn(read, 'month_first') === null
    ? null
    : { form: 'numeric', ...read };
}

/** The day that three numbers are in one order; null when the calendar has no such day. */
export function dayIn(
  { first, second, year }: { first: string; second: string; year: string },
  order: DateOrder,
): IsoDate | null {
  return order === 'day_first' ? dayOf(year, second, first) : dayOf(year, first, second);
}
