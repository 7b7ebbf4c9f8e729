/** Most characters that a cell of a spreadsheet holds. */
const MOST_CHARACTERS = 32_767;

/** What XML 1.0 has no place for, escaped or not: controls, halves of pairs, what is no character. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const SPECIAL = /[&<>"]/g;
const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** Text of an XML document, or the value of an attribute between double quotes. */
export const xmlText = (text: string): string =>
  text.replace(UNWRITABLE, '\ufffd').replace(SPECIAL, (character) => ESCAPES.get(character) ?? '');

/** What workbooks write by its number: a carriage return, which XML reads as a line feed, and what is no character. */
const NUMBERED = /[\r\ufffe\uffff]/g;
const numbered = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** The text of a cell; one that happens to look like `_x000D_` is told apart. */
export function cellText(text: string): string {
  const whole = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
  return xmlText(whole.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(NUMBERED, numbered));
}
