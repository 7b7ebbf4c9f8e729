import type { CellAnswer, CellId, TypedCell } from './cell.types.js';
import { element } from './elements.js';
import type { Caret, Place } from './movement.js';
import { stateWord } from './words.js';

/** What is said of a cell: by its look, and in the note of its row. */
interface CellNews {
  state: string;
  word: string;
  note?: string;
  tone?: string;
}

/** What the server said of a cell, as the page shows it. */
export const newsOf = ({ state, shown, note, tone }: CellAnswer): CellNews => ({
  state: shown,
  word: stateWord(shown, state === 'emptied'),
  note,
  tone,
});

/** Not sent yet. */
export const WAITING_NEWS: CellNews = { state: 'waiting', word: stateWord('waiting') };

/** One cell of the grid: its field, the note below it, and what the server last knew of it. */
export class GridCell {
  readonly id: CellId;
  /** The text that was last handed over, saved or not. */
  committed: string;
  /** The text that the server has. */
  saved: string;
  /** The version of the figure from which what is typed here starts. */
  version: number;
  /** What the period before says, for an empty cell; empty when there is nothing to put back. */
  readonly carried: string;
  private readonly note: HTMLElement | null;
  private readonly versionField: HTMLInputElement | null;
  private savedVersion: number;
  private savedNews: { state: string; tone: string; nodes: Node[] };

  constructor(
    readonly input: HTMLInputElement,
    period: string,
    readonly place: Place,
  ) {
    const column = input.dataset['column'];
    // A field of a year by months bears its month too: `c:2020-09/KEY`.
    const key = input.name.replace(/^c:/, '').replace(`${column ?? ''}/`, '');
    this.id = { period: column ?? period, key };
    // What was typed before this script came stays in the field: it is handed over like the rest.
    this.committed = input.defaultValue;
    this.saved = input.dataset['saved'] ?? '';
    this.carried = input.dataset['carried'] ?? '';
    const parent = input.closest('td') ?? input.parentElement;
    this.versionField = parent?.querySelector<HTMLInputElement>('input[name^="v:"]') ?? null;
    this.version = Number(input.dataset['version'] ?? 0);
    this.savedVersion = this.version;
    this.note = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    // A page that refused a text shows it: what was said of the saved one is not there.
    this.savedNews =
      this.committed === this.saved
        ? this.present()
        : { state: this.saved === '' ? 'empty' : 'draft', tone: 'calm', nodes: [] };
  }

  /** The name that screen readers give to it. */
  get label(): string {
    return this.input.getAttribute('aria-label') ?? this.id.key;
  }

  /** What is said of it beside its look. */
  get words(): string {
    return this.note?.textContent?.trim() ?? '';
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

  show({ state, word, note = '', tone = 'calm' }: CellNews): void {
    this.look(state, tone);
    if (this.note === null) return;
    const mark = element('span', 'cell-state', word);
    mark.dataset['state'] = state;
    this.note.replaceChildren(...(word === '' ? [note] : [mark, ' ', note]));
  }

  /** Takes what the server has from now on, and shows it unless something else was typed meanwhile. */
  accept(answer: CellAnswer, isLatest: boolean): void {
    this.knows(answer.typed, answer.version);
    if (!isLatest) return;
    if (this.input.value === this.committed) this.write(answer.typed);
    else this.committed = answer.typed;
    this.show(newsOf(answer));
    this.savedNews = this.present();
    this.showTotal(answer.total);
  }

  /** Takes what a fresh copy of the page says of it, unless something else waits or is being typed in it. */
  refresh(page: ParentNode): void {
    const fresh = [...page.querySelectorAll<HTMLInputElement>('input[data-cell]')].find(
      ({ name }) => name === this.input.name,
    );
    if (fresh === undefined || this.input.value !== this.saved) return;
    this.knows(fresh.dataset['saved'] ?? '', Number(fresh.dataset['version'] ?? 0));
    this.write(this.saved);
    const note = page.querySelector(`[id="${this.note?.id ?? ''}"]`);
    this.look(fresh.dataset['state'] ?? 'empty', toneOf(note));
    this.note?.replaceChildren(note?.textContent?.trim() ?? '');
    this.savedNews = this.present();
    this.showTotal(fresh.closest('[data-row]')?.querySelector('[data-total]')?.textContent ?? '');
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
    this.look(this.savedNews.state, this.savedNews.tone);
    this.note?.replaceChildren(...this.savedNews.nodes);
  }

  private look(state: string, tone: string): void {
    this.input.dataset['state'] = state;
    if (state === 'refused') this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
    if (this.note !== null) this.note.className = `cell-note tone-${tone}`;
  }

  private showTotal(text: string): void {
    const total = this.input.closest('[data-row]')?.querySelector('[data-total]');
    if (total) total.textContent = text;
  }

  private present(): GridCell['savedNews'] {
    const tone = toneOf(this.note);
    const nodes = [...(this.note?.childNodes ?? [])].map((node) => node.cloneNode(true));
    return { state: this.input.dataset['state'] ?? 'empty', tone, nodes };
  }
}

const toneOf = (note: Element | null): string => /tone-(\w+)/.exec(note?.className ?? '')?.[1] ?? 'calm';
