import type { CellAnswer, CellId, TypedCell } from './cell.types.js';
import { element } from './elements.js';
import type { Caret, Place } from './movement.js';
import { type CellState, STATE_WORDS } from './words.js';

/** What stands below a cell. */
interface CellNews {
  state: CellState;
  words?: string;
  messages?: readonly string[];
}

/** What the server said of a cell, as the page shows it. */
export function newsOf(answer: CellAnswer): CellNews {
  const warnings = answer.warnings.map(({ message }) => message);
  const messages = [answer.message ?? '', ...warnings].filter((message) => message !== '');
  if (answer.state === 'refused' || answer.state === 'conflict') return { state: answer.state, messages };
  const state = answer.typed === '' ? 'empty' : warnings.length > 0 ? 'review' : 'saved';
  return { state, words: answer.words, messages };
}

/** One cell of the grid: its field, the note below it, and what the server last knew of it. */
export class GridCell {
  readonly id: CellId;
  /** The text that was last handed over, saved or not. */
  committed: string;
  /** The text that the server has. */
  saved: string;
  /** The version of the figure from which what is typed here starts. */
  version: number;
  private readonly note: HTMLElement | null;
  private readonly versionField: HTMLInputElement | null;
  private savedVersion: number;
  private savedNews: { state: string; nodes: Node[] };

  constructor(
    readonly input: HTMLInputElement,
    period: string,
    readonly place: Place,
  ) {
    const key = input.name.replace(/^c:/, '');
    this.id = { period: input.dataset['column'] ?? period, key };
    // Some browsers put back, on reload, a text older than the one that the server just wrote.
    input.value = input.defaultValue;
    this.committed = input.value;
    this.saved = input.dataset['saved'] ?? '';
    const parent = input.closest('td') ?? input.parentElement;
    this.versionField = parent?.querySelector<HTMLInputElement>('input[name^="v:"]') ?? null;
    this.version = Number(input.dataset['version'] ?? 0);
    this.savedVersion = this.version;
    this.note = parent?.querySelector<HTMLElement>('.cell-note') ?? null;
    const isSaved = this.committed === this.saved;
    const state = isSaved ? (input.dataset['state'] ?? 'saved') : this.saved === '' ? 'empty' : 'saved';
    this.savedNews = { state, nodes: isSaved ? this.noteNodes() : [] };
  }

  /** The name that screen readers give to it. */
  get label(): string {
    return this.input.getAttribute('aria-label') ?? this.id.key;
  }

  /** What it holds, to be sent. */
  get typedCell(): TypedCell {
    return { ...this.id, typed: this.committed, version: this.version };
  }

  get caret(): Caret {
    const { selectionStart, selectionEnd, value } = this.input;
    return { start: selectionStart ?? 0, end: selectionEnd ?? 0, length: value.length };
  }

  /** Goes to it as spreadsheets do: what is typed next takes the place of what it held. */
  focus(): void {
    this.input.focus();
    this.input.select();
  }

  write(text: string): void {
    if (this.input.value !== text) this.input.value = text;
    this.committed = text;
  }

  show({ state, words = '', messages = [] }: CellNews): void {
    this.input.dataset['state'] = state;
    if (state === 'refused') this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
    if (this.note === null) return;
    const word = element('span', 'cell-state', STATE_WORDS[state]);
    word.dataset['state'] = state;
    const parts = [word, element('span', 'cell-words', words)].filter(
      ({ textContent }) => textContent !== '',
    );
    parts.push(...messages.map((message) => element('span', 'cell-message', message)));
    this.note.replaceChildren(...parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part])));
  }

  /** Takes what the server has from now on, and shows it unless something else was typed meanwhile. */
  accept(answer: CellAnswer, isLatest: boolean): void {
    this.knows(answer.typed, answer.version);
    if (!isLatest) return;
    if (this.input.value === this.committed) this.write(answer.typed);
    else this.committed = answer.typed;
    this.show(newsOf(answer));
    this.savedNews = { state: this.input.dataset['state'] ?? 'saved', nodes: this.noteNodes() };
  }

  /** What the server has of it. */
  knows(saved: string, version: number): void {
    this.saved = saved;
    this.version = version;
    this.savedVersion = version;
    this.input.dataset['saved'] = saved;
    this.input.dataset['version'] = String(version);
    if (this.versionField !== null) this.versionField.value = String(version);
  }

  /** Shows what was saved, and says of it what was said before. */
  showSaved(): void {
    this.write(this.saved);
    this.version = this.savedVersion;
    this.input.dataset['state'] = this.savedNews.state;
    this.input.removeAttribute('aria-invalid');
    this.note?.replaceChildren(...this.savedNews.nodes);
  }

  private noteNodes(): Node[] {
    return [...(this.note?.childNodes ?? [])].map((node) => node.cloneNode(true));
  }
}
