import { refuse, refuseRows, refuseSize } from './reading-refusals.rules.js';
import type { ReadingLimits } from './reading.types.js';

/** Members stand in Maps: one called `__proto__` is a name like any other. */
export type JsonValue = string | number | boolean | null | JsonArray | JsonObject;

export interface JsonArray {
  items: JsonValue[];
  /** As it is written. */
  source: string;
}

export interface JsonObject {
  members: Map<string, JsonValue>;
  line: number;
}

const MOST_DEPTH = 32;
const MOST_VALUES = 4_000_000;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/** Reads JSON values one after the other, with the line where each stands. @throws ReadingRefused */
export class JsonText {
  private at = 0;
  private values = 0;
  private objects = 0;
  line = 1;

  constructor(
    private readonly text: string,
    private readonly limits: ReadingLimits,
  ) {}

  /** Goes to the next value. */
  hasMore(): boolean {
    this.skipBlanks();
    return this.at < this.text.length;
  }

  next(depth = 0): JsonValue {
    this.skipBlanks();
    if (++this.values > MOST_VALUES) refuseSize(this.limits);
    const character = this.text.charAt(this.at);
    if (depth > MOST_DEPTH) refuse('too_deep', `Ce fichier JSON a plus de ${MOST_DEPTH} niveaux.`, this.line);
    if (character === '{') return this.object(depth);
    if (character === '[') return this.array(depth);
    if (character === '"') return this.string();
    const word = WORDS.find(([written]) => this.text.startsWith(written, this.at));
    if (word === undefined) return this.number();
    this.at += word[0].length;
    return word[1];
  }

  private object(depth: number): JsonObject {
    const found: JsonObject = { members: new Map(), line: this.line };
    if (++this.objects > 4 * this.limits.rows) refuseRows(this.limits, this.line);
    this.list('}', () => {
      if (this.text.charAt(this.at) !== '"') this.broken();
      const name = this.string();
      if (found.members.has(name)) {
        refuse(
          'duplicate_member',
          `Ligne ${this.line} : un même nom y est donné deux fois à deux valeurs.`,
          this.line,
        );
      }
      this.skipBlanks();
      if (this.text.charAt(this.at) !== ':') this.broken();
      this.at += 1;
      found.members.set(name, this.next(depth + 1));
    });
    return found;
  }

  private array(depth: number): JsonArray {
    const start = this.at;
    const items: JsonValue[] = [];
    this.list(']', () => {
      if (items.length >= this.limits.rows) refuseRows(this.limits, this.line);
      items.push(this.next(depth + 1));
    });
    return { items, source: this.text.slice(start, this.at) };
  }

  /** What stands between brackets, parted by commas. */
  private list(closing: string, take: () => void): void {
    this.at += 1;
    this.skipBlanks();
    if (this.text.charAt(this.at) === closing) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.skipBlanks();
      take();
      this.skipBlanks();
      const character = this.text.charAt(this.at);
      if (character !== ',' && character !== closing) this.broken();
      this.at += 1;
      if (character === closing) return;
    }
  }

  private string(): string {
    const start = this.at;
    do {
      this.at = this.text.indexOf('"', this.at + 1);
      if (this.at === -1) this.broken();
    } while (isEscaped(this.text, this.at, start));
    this.at += 1;
    try {
      return (JSON.parse(this.text.slice(start, this.at)) as string).toWellFormed();
    } catch {
      return this.broken();
    }
  }

  private number(): number | string {
    NUMBER.lastIndex = this.at;
    const [written] = NUMBER.exec(this.text) ?? this.broken();
    this.at += written.length;
    const value = Number(written);
    return canonical(String(value)) === canonical(written) ? value : written;
  }

  private skipBlanks(): void {
    for (; this.at < this.text.length; this.at++) {
      const character = this.text.charAt(this.at);
      if (character === '\n') this.line += 1;
      else if (character !== ' ' && character !== '\t') return;
    }
  }

  private broken(): never {
    refuse(
      'broken_json',
      `Ligne ${this.line} : ce n’est pas du JSON correct. Exportez le fichier à nouveau sans le retoucher.`,
      this.line,
    );
  }
}

/** An odd number of backslashes stands before the quote. */
function isEscaped(text: string, quote: number, start: number): boolean {
  let before = quote - 1;
  while (before > start && text.charAt(before) === '\\') before--;
  return (quote - 1 - before) % 2 === 1;
}

/** Digits and power of ten of a number, however it is written; null for what is no finite number. */
function canonical(written: string): string | null {
  const parts = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written);
  if (parts === null) return null;
  const [, whole = '', fraction = '', exponent = '0'] = parts;
  const digits = (whole + fraction).replace(/^0+/, '');
  const kept = digits.replace(/0+$/, '');
  if (kept === '') return '0';
  return `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}
