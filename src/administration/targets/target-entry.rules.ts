import { decimalString, quote } from '../../kernel/decimal-string.rules.js';
import type { InputIssue } from '../../kernel/domain-error.js';
import { checkQuantity } from '../../kernel/figure.rules.js';
import type { Quantity, Wording } from '../../kernel/figure.types.js';
import { dateParts } from '../../kernel/calendar.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { readFrenchNumber } from '../../kernel/french-number-reader.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { TargetDefinition, TargetStep } from '../../targets/target.types.js';

type Scale = Pick<Wording, 'decimals' | 'symbol' | 'signed'>;

export type Entry<Value> = { ok: true; value: Value } | { ok: false; issue: InputIssue };

const refused = <Value>(path: string, code: string, message: string): Entry<Value> => ({
  ok: false,
  issue: { path, code, message },
});

/** The value of a target as people type it: « 1 500 », « plus de 10 000 ». */
export function readTargetValue(typed: string, scale: Scale, path = 'value'): Entry<Quantity> {
  const reading = readFrenchNumber(typed, { decimals: scale.decimals, symbol: scale.symbol });
  switch (reading.kind) {
    case 'quantity':
      return { ok: true, value: reading.quantity };
    case 'refused':
      return refused(path, reading.code, reading.message);
    case 'question':
      return refused(path, 'ambiguous_number', reading.message);
    case 'absence':
    case 'empty':
      return refused(
        path,
        'value_missing',
        'Écrivez un nombre, par exemple «\u00a01\u202f500\u00a0» ou «\u00a0plus de 10\u202f000\u00a0».',
      );
  }
}

/** What a definition says of a quantity: decimal strings in the indicator's unit, exactly. */
export function definedValue(
  { value, valueMax, qualifier }: Quantity,
  decimals: number,
): Pick<TargetDefinition, 'value' | 'valueMax' | 'qualifier'> {
  const written = (amount: number): string => decimalString(amount, decimals);
  return { value: written(value), valueMax: valueMax === null ? null : written(valueMax), qualifier };
}

const LINE = /^(\S+)\s*(?::|=|\s)\s*(.+)$/;

/** « 30/06/2020 : 500 », one milestone a line. */
export function readSteps(typed: string, scale: Scale): Entry<TargetStep[]> {
  const steps: TargetStep[] = [];
  for (const line of typed.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    const [, day = '', amount = ''] = LINE.exec(line) ?? [];
    const on = readDay(day.replace(/:$/, ''));
    if (on === null) {
      return refused(
        'steps',
        'step_not_read',
        sentence`Trouvé ${quote(line)} : écrivez un jour et une valeur, par exemple « 30/06/2020 : 500 ».`,
      );
    }
    const read = readTargetValue(amount, scale, 'steps');
    if (!read.ok) return read;
    if (read.value.qualifier !== 'exact') {
      return refused(
        'steps',
        'step_not_read',
        sentence`Trouvé ${quote(line)} : un palier est un nombre sans qualificatif.`,
      );
    }
    const [wrong] = checkQuantity(read.value, { signed: scale.signed });
    if (wrong !== undefined)
      return refused('steps', wrong.code, sentence`Trouvé ${quote(line)} : ${wrong.message}`);
    steps.push({ on, value: read.value.value });
  }
  return { ok: true, value: steps };
}

/** The same milestones as their form shows them again. */
export const typedSteps = (steps: readonly TargetStep[], { decimals }: Scale): string =>
  steps.map(({ on, value }) => `${numericDay(on)}\u00a0: ${formatNumber(value, decimals)}`).join('\n');

function readDay(typed: string): IsoDate | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed) ?? [];
  if (year === undefined) return parseIsoDate(typed);
  return parseIsoDate(`${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`);
}

function numericDay(on: IsoDate): string {
  const { year, month, day } = dateParts(on);
  return [String(day).padStart(2, '0'), String(month).padStart(2, '0'), String(year)].join('/');
}
