import { refuse, quote, type ReadingRefusal } from './decimal-string.rules.js';
import type { Absence, Qualifier } from './figure.types.js';
import { normaliseForSearch, sentence } from './french-text.rules.js';

const ABSENCES: ReadonlyMap<string, Absence> = new Map([
  ['nc', 'not_communicated'],
  ['non communique', 'not_communicated'],
  ['non communiquee', 'not_communicated'],
  ['nd', 'not_available'],
  ['non disponible', 'not_available'],
  ['so', 'not_applicable'],
  ['sans objet', 'not_applicable'],
  ['s', 'suppressed'],
  ['masque', 'suppressed'],
  ['masquee', 'suppressed'],
  ['secret', 'suppressed'],
]);

/** « n. d. », « N.C. », « sans objet »: why the value is not there; null when the text says none of it. */
export function absenceIn(text: string): Absence | null {
  const letters = normaliseForSearch(text).replace(/^([a-z])\.? ?([a-z])?\.?$/, '$1$2');
  return ABSENCES.get(letters) ?? null;
}

const QUALIFIERS: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:plus de(?=[\s\d])|>(?!=))\s*/i, 'more_than'],
  [/^(?:au moins|au minimum|minimum|>=|≥)\s*/i, 'at_least'],
  [/^(?:pr[èe]s de(?=[\s\d])|presque)\s*/i, 'nearly'],
  [/^(?:environ|env\.?(?=[\s\d])|autour de(?=[\s\d])|[àa] peu pr[èe]s|~|≈)\s*/i, 'about'],
  [/^(?:moins de(?=[\s\d])|<(?!=))\s*/i, 'less_than'],
  [/^(?:jusqu'[àa]|au plus|au maximum|maximum|<=|≤)\s*/i, 'up_to'],
];

/** Takes the qualifier off the front, or « environ » off the back: « plus de 13 000 » is more_than and « 13 000 ». */
export function splitQualifier(text: string): { qualifier: Qualifier | null; rest: string } {
  for (const [pattern, qualifier] of QUALIFIERS) {
    if (pattern.test(text)) return { qualifier, rest: text.replace(pattern, '') };
  }
  const after = /^(.*\d\S*)\s+\(?(?:environ|env\.?)\)?$/i.exec(text);
  return after === null ? { qualifier: null, rest: text } : { qualifier: 'about', rest: String(after[1]) };
}

/** « entre 200 et 250 », « de 200 à 250 », « 200 à 250 »; a hyphen may also be a date or a code, so it is a doubt. */
export function splitRange(text: string): { from: string; to: string; doubtful: boolean } | null {
  const words =
    /^entre\s+(\S.*?)\s+et\s+(\S.*)$/i.exec(text) ?? /^(?:de\s+)?(\S*\d.*?)\s+[àa]\s+(\S.*)$/i.exec(text);
  if (words !== null) return { from: String(words[1]), to: String(words[2]), doubtful: false };
  const dash = /^(\d[\d .,']*?)\s*[-–—]\s*(\d.*)$/.exec(text);
  return dash === null ? null : { from: String(dash[1]), to: String(dash[2]), doubtful: true };
}

/** Longest first: « Mds » is no « M » followed by something. */
const ABBREVIATION = /^(milliards?|millions?|mille|Mds?|M|[kK])(?![\p{L}\d])/u;

/** The power of ten of an abbreviation at the front of what follows a number, and the rest. */
export function splitAbbreviation(suffix: string): { power: number; rest: string } {
  const match = ABBREVIATION.exec(suffix);
  if (match === null) return { power: 0, rest: suffix };
  const word = String(match[1]);
  const power = /^milliard|^Md/.test(word) ? 9 : /^million|^M/.test(word) ? 6 : 3;
  const rest = suffix.slice(word.length).trim();
  return { power, rest: rest.replace(/^d(?:e\s+|')/i, '') };
}

const SYMBOL_ALIASES: readonly (readonly [string, readonly string[]])[] = [
  ['€', ['€', 'eur', 'euro', 'euros']],
  ['%', ['%', 'pour cent', 'pourcent']],
  ['h', ['h', 'heure', 'heures']],
];

/** The symbol that a piece of text names, in its usual form; null when it is none that we know. */
function knownSymbol(text: string): string | null {
  return SYMBOL_ALIASES.find(([, names]) => names.includes(text))?.[0] ?? null;
}

/** Whether the text beside a number is the indicator's own symbol; a refusal says what it is instead. */
export function checkSymbol(beside: string, symbol: string | null, found: string): ReadingRefusal | null {
  const named = normaliseForSearch(beside);
  if (named === '') return null;
  const known = knownSymbol(named);
  if (symbol !== null && (known === symbol || named === normaliseForSearch(symbol))) return null;
  if (known !== null) {
    const expected = symbol === null ? 'sans unité' : `en ${symbol}`;
    return refuse(
      'unexpected_symbol',
      `${quote(found)} est en ${known}, alors que l’indicateur se compte ${expected}.`,
    );
  }
  return refuse(
    'unexpected_text',
    sentence`${quote(found)} contient ${quote(beside)} : n’écrivez que le nombre et son qualificatif.`,
  );
}

const refuseDigits = (text: string): ReadingRefusal =>
  refuse(
    'foreign_digits',
    sentence`${quote(text)} contient d’autres chiffres que 0 à 9 : écrivez le nombre avec ceux-ci.`,
  );

/** Raised, circled and Roman digits, before compatibility forms melt them into their neighbours: 10² would be 102. */
export const refuseRaised = (raw: string): ReadingRefusal | null =>
  /\p{No}|\p{Nl}/u.test(raw) ? refuseDigits(raw) : null;

/** Content that no person typed as a number: formulas, spreadsheet errors, other digits. Null when there is none. */
export function refuseForeign(text: string): ReadingRefusal | null {
  const found = quote(text);
  if (/^#(?:\p{L}|#)/u.test(text)) {
    return refuse(
      'spreadsheet_error',
      sentence`${found} est une erreur de tableur : corrigez la cellule ou laissez-la vide.`,
    );
  }
  if (/^[=@]/.test(text) || /^[-+]\s*\p{L}+[\d(!$]/u.test(text)) {
    return refuse('formula', sentence`${found} ressemble à une formule : copiez la valeur, pas le calcul.`);
  }
  if (/^[-+(]?\d[\d.,]*e[-+]?\d+\)?$/i.test(text)) {
    return refuse(
      'scientific_notation',
      sentence`${found} est en notation scientifique, qui perd des chiffres : écrivez le nombre en entier.`,
    );
  }
  if (/(?![0-9])\p{Nd}/u.test(text)) return refuseDigits(text);
  return null;
}
