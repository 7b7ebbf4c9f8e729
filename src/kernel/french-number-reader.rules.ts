import { quote, readDecimalString, refuse, type ReadingRefusal } from './decimal-string.rules.js';
import type { Absence, Qualifier, Quantity } from './figure.types.js';
import { readDigits } from './french-number-digits.rules.js';
import {
  absenceIn,
  checkSymbol,
  refuseForeign,
  refuseRaised,
  splitAbbreviation,
  splitQualifier,
  splitRange,
} from './french-number-words.rules.js';
import { formatQuantity } from './french-number.rules.js';
import { joinList, sentence } from './french-text.rules.js';

/** One way to understand an ambiguous cell, with its words. */
export interface ReadingChoice {
  quantity: Quantity;
  label: string;
}

export type NumberReading =
  | { kind: 'quantity'; quantity: Quantity }
  | { kind: 'empty' }
  | { kind: 'absence'; absence: Absence }
  | { kind: 'question'; choices: ReadingChoice[]; message: string }
  | ReadingRefusal;

export interface ReaderOptions {
  /** Decimals of the indicator's unit. */
  decimals?: number;
  /** The indicator's symbol, which a cell may repeat; null for counted things. */
  symbol?: string | null;
  /** `allowed` when the source is known to write decimals with a point; otherwise « 130.000 » is a question. */
  decimalPoint?: 'allowed' | 'question';
}

const LONGEST_CELL = 200;

type Settled = Required<ReaderOptions>;

interface Part {
  kind: 'part';
  values: number[];
  ambiguous: boolean;
  power: number;
  /** « 13k+ », « 13 000+ ». */
  plus: boolean;
}

/** One form for what looks alike: full-width digits, all spaces, apostrophes and minus signs; invisible marks dropped. */
function unify(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/^([(]?)\s*[\u2010-\u2015\u2212]/, '$1-')
    .replaceAll('\u2212', '-')
    .trim();
}

const notANumber = (found: string): ReadingRefusal =>
  refuse(
    'not_a_number',
    sentence`${quote(found)} n’est pas un nombre : écrivez des chiffres, comme 1 234 ou 12,5, ou bien « nc » si le chiffre n’a pas été communiqué.`,
  );

/** Reads a number with what may stand around it: symbol, abbreviation, plus sign. `power` stands in for an abbreviation. */
function readPart(text: string, options: Settled, found: string, power = 0): Part | ReadingRefusal {
  // Accountants write −12 as (12).
  const inner = /^\(\s*(\d.*?)\s*\)$/.exec(text)?.[1];
  const cut = /^(\D*?)([-+]?)\s*(\d(?:[\d .,']*\d)?)\s*(.*)$/.exec(inner ?? text);
  if (cut === null) return notANumber(found);
  const [before, sign, digits, after] = [String(cut[1]), String(cut[2]), String(cut[3]), String(cut[4])];
  const plus = after.endsWith('+');
  const suffix = plus ? after.slice(0, -1).trim() : after;
  // An indicator counted in k€ repeats its own symbol, it does not abbreviate.
  const abbreviation = suffix === options.symbol ? { power: 0, rest: suffix } : splitAbbreviation(suffix);
  const wrong =
    checkSymbol(before, options.symbol, found) ?? checkSymbol(abbreviation.rest, options.symbol, found);
  if (wrong !== null) return wrong;
  const reading = readDigits(
    digits,
    {
      negative: inner !== undefined || sign === '-',
      decimals: options.decimals,
      pointIsDecimal: options.decimalPoint === 'allowed',
      power: abbreviation.power === 0 ? power : abbreviation.power,
    },
    found,
  );
  if (reading.kind === 'refused') return reading;
  return {
    kind: 'part',
    values: reading.values,
    ambiguous: reading.ambiguous,
    power: abbreviation.power,
    plus,
  };
}

const DIGITS_ADVICE = 'Séparez les milliers par une espace et les décimales par une virgule.';
const RANGE_ADVICE = sentence`Pour une fourchette, écrivez « entre 200 et 250 ».`;

/** One quantity is an answer, several or a doubt a question. */
function answer(
  quantities: Quantity[],
  advice: string | null,
  options: Settled,
  found: string,
): NumberReading {
  const [first] = quantities;
  if (first !== undefined && quantities.length === 1 && advice === null) {
    return { kind: 'quantity', quantity: first };
  }
  const { decimals, symbol } = options;
  const choices = quantities.map((quantity) => ({
    quantity,
    label: formatQuantity(quantity, { decimals, symbol, signed: false }, { cents: true }).text,
  }));
  const labels = joinList(
    choices.map((choice) => quote(choice.label)),
    'ou',
  );
  const message = sentence`${quote(found)} est ambigu : est-ce ${labels} ? ${advice ?? RANGE_ADVICE}`;
  return { kind: 'question', choices, message };
}

function readRange(
  range: { from: string; to: string; doubtful: boolean },
  options: Settled,
  found: string,
): NumberReading {
  const to = readPart(range.to, options, found);
  if (to.kind === 'refused') return to;
  // « Entre 1,2 et 1,3 million »: the abbreviation may count for both numbers.
  const powers = to.power === 0 ? [0] : [0, to.power];
  const starts = powers.map((power) => readPart(range.from, options, found, power));
  const from = starts.filter((part) => part.kind === 'part');
  const refusal = starts.find((part) => part.kind === 'refused');
  if (from.length === 0 && refusal !== undefined) return refusal;
  const lows = [...new Set(from.flatMap((part) => part.values))];
  const quantities = lows.flatMap((value) =>
    to.values
      .filter((valueMax) => valueMax > value)
      .map((valueMax): Quantity => ({ value, valueMax, qualifier: 'between' })),
  );
  if (quantities.length === 0) {
    return refuse(
      'value_max_not_greater',
      sentence`${quote(found)} n’est pas une fourchette : le second nombre doit être plus grand que le premier.`,
    );
  }
  const unclear = to.ambiguous || from.some((part) => part.ambiguous);
  const advice = unclear ? DIGITS_ADVICE : range.doubtful ? RANGE_ADVICE : null;
  return answer(quantities, advice, options, found);
}

function readText(raw: string, options: Settled): NumberReading {
  if (raw.length > LONGEST_CELL) {
    return refuse(
      'not_a_number',
      sentence`${quote(raw)} est trop long pour un nombre : écrivez le texte dans le commentaire.`,
    );
  }
  const text = unify(raw);
  if (text === '' || text === '-') return { kind: 'empty' };
  const absence = absenceIn(text);
  if (absence !== null) return { kind: 'absence', absence };
  const foreign = refuseRaised(raw) ?? refuseForeign(text);
  if (foreign !== null) return foreign;
  const range = splitRange(text);
  if (range !== null) return readRange(range, options, raw);
  const { qualifier, rest } = splitQualifier(text);
  const part = readPart(rest, options, raw);
  if (part.kind === 'refused') return part;
  if (part.plus && qualifier !== null) {
    return refuse('unexpected_text', sentence`${quote(raw)} porte deux qualificatifs : gardez-en un seul.`);
  }
  // Who abbreviates rounds: « 13k » is about 13 000, unless the cell says better.
  const implied: Qualifier = part.plus ? 'more_than' : part.power > 0 ? 'about' : 'exact';
  const quantities = part.values.map((value): Quantity => {
    return { value, valueMax: null, qualifier: qualifier ?? implied };
  });
  return answer(quantities, part.ambiguous ? DIGITS_ADVICE : null, options, raw);
}

/**
 * Reads one cell as French people type it: a quantity with its qualifier, an absence, nothing, a question when two
 * readings are possible, or a refusal that says what was found and what to write instead. It never guesses nor rounds.
 */
export function readFrenchNumber(raw: string | number, options: ReaderOptions = {}): NumberReading {
  const { decimals = 0, symbol = null, decimalPoint = 'question' } = options;
  if (typeof raw === 'string') return readText(raw, { decimals, symbol, decimalPoint });
  const reading = readDecimalString(raw, decimals);
  if (reading.kind === 'refused') return reading;
  return { kind: 'quantity', quantity: { value: reading.value, valueMax: null, qualifier: 'exact' } };
}
