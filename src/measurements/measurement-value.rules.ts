import type { InputIssue } from '../kernel/domain-error.js';
import { checkQuantity } from '../kernel/figure.rules.js';
import { readAmount } from './measurement-amount.rules.js';
import type { GivenContent } from './measurement-content.rules.js';
import type { MeasurementInput } from './measurement.types.js';

const MOST_DECIMALS = 4;

/** Value or absence, never both, never neither; `between` alone has a second bound. Null when something is wrong. */
export function readContent(
  input: MeasurementInput,
  decimals: number | null,
  issues: InputIssue[],
): GivenContent | null {
  const {
    value = null,
    valueMax = null,
    absence = null,
    qualifier = 'exact',
    status,
    marking,
    precision,
  } = input;
  const { source, note, internalNote } = input;
  if (absence !== null) {
    const issue = absenceIssue(input);
    if (issue !== null) issues.push(issue);
    return {
      value: null,
      valueMax: null,
      qualifier: null,
      absence,
      status,
      marking,
      precision,
      source,
      note,
      internalNote,
    };
  }
  if (value === null) {
    issues.push({
      path: 'value',
      code: 'value_missing',
      message:
        'Il manque la valeur : écrivez un nombre (0 si rien n’a été compté), ou une absence avec son motif, par exemple « not_communicated ».',
    });
    return null;
  }
  const least = amountOf('value', value, decimals, issues);
  const most = valueMax === null ? null : amountOf('valueMax', valueMax, decimals, issues);
  if (least === null || (valueMax !== null && most === null)) return null;
  if (most !== null || qualifier !== 'exact')
    issues.push(...checkQuantity({ value: least, valueMax: most, qualifier }));
  // Member by member, for every row of every batch: a spread takes its time.
  return {
    value: least,
    valueMax: most,
    qualifier,
    absence: null,
    status,
    marking,
    precision,
    source,
    note,
    internalNote,
  };
}

function absenceIssue({
  value = null,
  valueMax = null,
  qualifier = 'exact',
}: MeasurementInput): InputIssue | null {
  if (value !== null || valueMax !== null) {
    const message = 'Une valeur et une absence se contredisent : gardez l’une des deux.';
    return { path: 'absence', code: 'value_and_absence', message };
  }
  if (qualifier === 'exact') return null;
  const message = 'Un qualificatif accompagne une valeur : retirez-le, ou donnez la valeur.';
  return { path: 'qualifier', code: 'qualifier_without_value', message };
}

function amountOf(
  path: string,
  given: number | string,
  decimals: number | null,
  issues: InputIssue[],
): number | null {
  // Without its indicator, only the shape of a number can be checked.
  const reading = readAmount(given, decimals ?? MOST_DECIMALS);
  if (reading.kind === 'value') return reading.value;
  const { code, message } = reading;
  issues.push({ path, code, message });
  return null;
}
