import {
  decimalString,
  quote,
  readDecimalString,
  type DecimalReading,
} from '../kernel/decimal-string.rules.js';
import { readFrenchNumber } from '../kernel/french-number-reader.rules.js';

/**
 * Reads a JSON number or a plain decimal string in the smallest unit. A French number such as « 13 000 » is refused
 * too, because programs must not depend on a reading made for people, but the message says what to write.
 */
export function readAmount(given: number | string, decimals: number): DecimalReading {
  const reading = readDecimalString(given, decimals);
  if (reading.kind === 'value' || reading.code !== 'not_a_number' || typeof given !== 'string')
    return reading;
  const meant = readFrenchNumber(given, { decimals });
  if (meant.kind !== 'quantity' || meant.quantity.qualifier !== 'exact') return reading;
  const plain = decimalString(meant.quantity.value, decimals);
  const message = `${quote(given)} n’est pas écrit comme un nombre : écrivez ${plain}, sans espace et avec un point décimal.`;
  return { ...reading, message };
}

/** Writes an amount back in its unit, as a JSON number when that is exact, else as a decimal string. */
export function amountToJson(amount: number, decimals: number): number | string {
  const exact = decimals === 0 || Math.abs(amount) < 1e15;
  return exact ? amount / 10 ** decimals : decimalString(amount, decimals);
}
