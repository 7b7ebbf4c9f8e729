import { NO_TEXT } from './packed-measurements.types.js';

/** Numbers texts as they come: one that a thousand measurements say is held, and handed over, once. */
export class PackedTexts {
  private readonly texts: string[] = [];
  private readonly numbers = new Map<string, number>();
  private told = 0;

  numberOf(text: string | null): number {
    if (text === null) return NO_TEXT;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }

  textOf(number: number): string | null {
    return this.texts[number] ?? null;
  }

  /** Those that were numbered since it was last asked, for whoever takes them in. */
  takeNew(): string[] {
    const fresh = this.texts.slice(this.told);
    this.told = this.texts.length;
    return fresh;
  }

  /** Takes in those of another, in the order in which it told them. */
  add(texts: readonly string[]): void {
    for (const text of texts) this.texts.push(text);
  }
}
