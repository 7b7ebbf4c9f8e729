import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import type { Figure } from '../../src/figures/figures.types.js';
import { drawnDefectsOf } from '../support/clean-text.js';
import { pdfLines, plainSpaces } from '../support/pdf/inspect-pdf.js';

/** What a tile says is how the API's text begins, or why there is no number. */
export function expectSaid(words: string, { value, text }: FigureAnswer): void {
  if (value === null) expect(words).toMatch(/^(Non c|Non d|Sans|Masqué|Pas encore|Non cumulable|Au moins)/);
  else expect([words !== '', text.slice(0, words.length)]).toEqual([true, words]);
}

/** A number on its own: « 1 411 » is not said by « 21 411 » nor by « 1 411 000 ». */
const alone = (number: string): RegExp =>
  new RegExp(`(?<!\\d|\\d[ ,])${number.replaceAll(/[.*+?^$()[\]{}|\\]/g, String.raw`\$&`)}(?![ ,]?\\d)`);

/**
 * The text of a PDF says every figure that the API gives: its number whole on one line, after its qualifier.
 * @param figures the same figures with their words apart, in the same order.
 */
export async function expectPrinted(
  bytes: Uint8Array,
  figures: readonly Figure[],
  answers: readonly FigureAnswer[],
): Promise<void> {
  const { shown, drawn } = await pdfLines(bytes);
  expect(drawnDefectsOf(drawn)).toEqual([]);
  // Two cells of a row are further apart than two words.
  const cells = shown.split(/\n|\s{2,}/).map(plainSpaces);
  const all = plainSpaces(drawn);
  let printed = 0;
  for (const [place, { indicator, numberText, qualifierText }] of figures.entries()) {
    // Context is told in words of its own.
    if (numberText === null || indicator.nature === 'context') continue;
    const words = qualifierText === null ? numberText : `${qualifierText} ${numberText}`;
    expect(answers[place]?.text.slice(0, words.length)).toBe(words);
    // « entre 605 et 612 » may end a line after its first number.
    for (const number of plainSpaces(numberText).split(' et '))
      expect([words, cells.some((cell) => alone(number).test(cell))]).toEqual([words, true]);
    expect([words, all.includes(plainSpaces(words))]).toEqual([words, true]);
    printed += 1;
  }
  expect(printed).toBeGreaterThan(0);
}
