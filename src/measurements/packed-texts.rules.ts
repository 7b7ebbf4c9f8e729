import { NO_TEXT } from './packed-measurements.types.js';

/** Numbers texts as they come: one that a thousand measurements of a block say is held, and handed over, once. */
export class PackedTexts {
  readonly list: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** How many they have in all. */
  characters = 0;

  numberOf(text: string | null): number {
    if (text === null) return NO_TEXT;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.list.push(text) - 1;
    this.numbers.set(text, number);
    this.characters += text.length;
    return number;
  }
}
