import { type CellId, idOf } from './cell.types.js';
import { closeConflict, showConflict } from './conflict.js';
import { type GridCell, newsOf, WAITING_NEWS } from './grid-cell.js';
import { type CellChange, History } from './history.js';
import type { Outbox, Settled } from './outbox.js';
import type { PasteReport } from './paste-report.js';
import { stateWord } from './words.js';

/** What the grid tells to the page around it. */
export interface GridSurroundings {
  announce(text: string): void;
  /** Something waits to be sent. */
  changed(): void;
}

/** The cells of the page, what is done to them and what comes back from the server. */
export class EntryGrid {
  private readonly history = new History();
  private readonly byId: ReadonlyMap<string, GridCell>;

  constructor(
    readonly cells: readonly GridCell[],
    private readonly outbox: Outbox,
    private readonly report: PasteReport,
    private readonly around: GridSurroundings,
  ) {
    this.byId = new Map(cells.map((cell) => [idOf(cell.id), cell]));
  }

  /** The cell of an element that has the focus; null when it is none of ours. */
  cellOf(target: EventTarget | null): GridCell | null {
    return this.cells.find(({ input }) => input === target) ?? null;
  }

  /** Something is being typed: kept at once, sent when the cell is left. */
  typing(cell: GridCell): void {
    const typed = cell.input.value;
    if (typed === cell.saved) this.outbox.undraft(cell.id);
    else this.outbox.draft({ ...cell.typedCell, typed });
  }

  /** The cell is left: what was typed in it is handed over. */
  commit(cell: GridCell): void {
    const { committed, input } = cell;
    if (input.value === committed) return;
    this.make([{ ...cell.id, before: committed, after: input.value }]);
  }

  /** Hands over whatever was typed in any cell but one. */
  commitAll(except: GridCell | null = null): void {
    for (const cell of this.cells) if (cell !== except) this.commit(cell);
  }

  /** Makes changes to cells as one step, which one undo takes back. */
  make(changes: readonly CellChange[]): void {
    this.history.record(changes);
    this.apply(changes);
  }

  /** Takes the last step back, or makes it again, and goes to its first cell. */
  stepBack(): void {
    this.follow(this.history.undo());
  }

  stepAgain(): void {
    this.follow(this.history.redo());
  }

  /** Back to what was saved. @returns whether there was something to give up. */
  restore(cell: GridCell): boolean {
    const { committed, saved, input } = cell;
    if (input.value === saved && committed === saved) return false;
    if (committed === saved) {
      input.value = saved;
      this.outbox.undraft(cell.id);
    } else this.make([{ ...cell.id, before: committed, after: saved }]);
    return true;
  }

  /** Puts back into their cells what was typed and never sent. @returns how many there are. */
  takeUp(): number {
    const kept = this.outbox.kept();
    for (const typed of kept) {
      const cell = this.byId.get(idOf(typed));
      if (cell?.saved === typed.typed) {
        this.outbox.forget(typed);
        continue;
      }
      if (cell !== undefined) {
        // Something else was typed before this script came: that is the newer one.
        if (cell.input.value === cell.committed) cell.write(typed.typed);
        cell.version = typed.version;
        cell.show(WAITING_NEWS);
      }
      this.outbox.put(typed);
    }
    return this.outbox.count;
  }

  /** What the server said. */
  settled(answers: readonly Settled[]): void {
    for (const { id, answer, isLatest } of answers) {
      const cell = this.byId.get(idOf(id));
      if (cell === undefined) continue;
      if (answer.state === 'refused' || answer.state === 'conflict') {
        if (isLatest) this.showTrouble(cell, answer);
      } else cell.accept(answer, isLatest);
      const asks = answer.message !== '' || answer.warnings.length > 0;
      if (isLatest && asks) this.around.announce(`${cell.label} : ${answer.note}`);
    }
    this.report.update();
  }

  /** The server would not take a cell at all. */
  rejected(id: CellId, message: string): void {
    const cell = this.byId.get(idOf(id));
    cell?.show({ state: 'refused', word: stateWord('refused'), note: message, tone: 'late' });
    this.around.announce(message);
    this.report.update();
  }

  private showTrouble(cell: GridCell, answer: Settled['answer']): void {
    cell.show(newsOf(answer));
    const { theirs } = answer;
    if (answer.state !== 'conflict' || theirs === null) return;
    showConflict(cell, theirs, {
      keepMine: () => {
        cell.knows(theirs.typed, theirs.version);
        this.handOver(cell);
        this.around.changed();
      },
      takeTheirs: () => {
        const mine = cell.committed;
        cell.accept(
          { ...answer, ...theirs, state: 'saved', shown: 'draft', note: theirs.words, tone: 'calm' },
          true,
        );
        cell.write(theirs.typed);
        this.outbox.forget(cell.id);
        this.history.record([{ ...cell.id, before: mine, after: theirs.typed }]);
      },
    });
  }

  private follow(changes: readonly CellChange[]): void {
    this.apply(changes);
    const [first] = changes;
    if (first !== undefined) this.byId.get(idOf(first))?.focus();
    this.report.close();
  }

  private apply(changes: readonly CellChange[]): void {
    for (const change of changes) {
      const cell = this.byId.get(idOf(change));
      if (cell === undefined) continue;
      cell.write(change.after);
      closeConflict(cell);
      this.handOver(cell);
    }
    this.report.update();
    this.around.changed();
  }

  /** To be sent, unless the server has this very text already. */
  private handOver(cell: GridCell): void {
    if (cell.committed === cell.saved && this.outbox.forget(cell.id)) {
      cell.showSaved();
      return;
    }
    this.outbox.put(cell.typedCell);
    cell.show(WAITING_NEWS);
  }
}
