/** An amount read in the smallest unit, or why it cannot be. */
export type AmountReading =
  { ok: true; amount: number } | { ok: false; problem: { code: string; message: string } };

const PLAIN_DECIMAL = /^-?\d{1,400}(?:\.\d{1,400})?$/;
const SHOWN = 60;

/** What somebody wrote, short and harmless enough to stand in a sentence. */
export function quoted(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? String(found));
  const printable = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\u00b7');
  const characters = [...printable];
  return `« ${characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : printable} »`;
}

/**
 * Reads a JSON number or a plain decimal string (`12.50`, point, no spaces) as an exact integer of the smallest unit.
 * The text is cut, never multiplied: 1.005 with three decimals is 1005 whatever binary fractions think.
 */
export function readAmount(given: number | string, decimals: number): AmountReading {
  const text = typeof given === 'number' ? numberText(given) : given;
  if (text === null || !PLAIN_DECIMAL.test(text)) {
    return { ok: false, problem: { code: 'not_a_number', message: notANumber(given) } };
  }
  const [whole = '', fraction = ''] = text.split('.');
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) {
    return { ok: false, problem: { code: 'too_many_decimals', message: tooPrecise(text, decimals) } };
  }
  const amount = Number(`${whole}${significant.padEnd(decimals, '0')}`);
  if (!Number.isSafeInteger(amount)) {
    const message = `${quoted(text)} est trop grand pour être gardé exactement : écrivez au plus 15 chiffres.`;
    return { ok: false, problem: { code: 'number_too_large', message } };
  }
  return { ok: true, amount: amount === 0 ? 0 : amount };
}

/** Digits of a JSON number; null when it has none (1e400 reaches us as Infinity). */
function numberText(value: number): string | null {
  if (!Number.isFinite(value)) return null;
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}

function notANumber(given: number | string): string {
  if (typeof given === 'string' && /^\s*[-+]?[\d\s'’]+(?:[.,]\d+)?\s*$/.test(given)) {
    const plain = given.replace(/[\s'’+]/g, '').replace(',', '.');
    return `${quoted(given)} n’est pas écrit comme un nombre : écrivez ${plain}, sans espace et avec un point décimal.`;
  }
  return `${quoted(given)} n’est pas un nombre : écrivez 13, ou 13.5 avec un point décimal.`;
}

function tooPrecise(text: string, decimals: number): string {
  if (decimals === 0) {
    return `${quoted(text)} a des décimales, or cet indicateur compte des unités entières : écrivez un nombre entier.`;
  }
  const most = decimals === 1 ? 'une décimale' : `${decimals} décimales`;
  return `${quoted(text)} a trop de décimales : écrivez-en au plus ${decimals} (cet indicateur garde ${most}).`;
}

/** Writes an amount back in its unit, as a JSON number when that is exact, else as a decimal string. */
export function amountToJson(amount: number, decimals: number): number | string {
  const exact = decimals === 0 || Math.abs(amount) < 1e15;
  return exact ? amount / 10 ** decimals : amountToText(amount, decimals);
}

/** `12.5` for 1250 with two decimals: plain, without useless zeros. */
export function amountToText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const fraction = digits.slice(cut).replace(/0+$/, '');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`;
}
