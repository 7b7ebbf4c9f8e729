import { type CellAnswer, type CellId, idOf, type TypedCell } from './cell.types.js';

/** Where what is not sent yet is kept, so that a closed page or a broken network loses nothing. */
export interface CellStore {
  /** @returns false when it could not be kept. */
  keep(cell: TypedCell): boolean;
  /** Forgets a cell, unless another tab has since kept another text for it. */
  drop(id: CellId, typed: string): void;
  all(): TypedCell[];
}

/** A cell that is not saved yet. */
interface Waiting {
  cell: TypedCell;
  kept: boolean;
  /** What is on its way to the server; null when nothing is. */
  sent: string | null;
  /** Sent in vain: waits for somebody to correct or to choose. */
  held: boolean;
  /** A batch with it was refused whole: it goes alone, so that the others do not suffer from it. */
  alone: boolean;
}

/** What became of a cell that was sent. */
export interface Settled {
  id: CellId;
  answer: CellAnswer;
  /** Nothing else was typed in it meanwhile. */
  isLatest: boolean;
}

/** A text that the network swallowed is tried again at once: more than a few never wait for their answer. */
const MOST_TRIED = 5;

/** What is typed over a text that still waits: it starts from where that one stands. */
function onFrom({ cell: { version, tried }, held }: Waiting, cell: TypedCell): TypedCell {
  const from = { ...cell, version: held ? cell.version : Math.max(version, cell.version) };
  return tried === undefined ? from : { ...from, tried };
}

/** As many cells as one request takes. */
const MOST_IN_BATCH = 50;

/**
 * Cells on their way to the server: one batch at a time, in the order in which they were first typed. A cell leaves
 * the outbox when the server has said that it has its last text; whatever fails meanwhile, it is in it once.
 */
export class Outbox {
  private readonly waiting = new Map<string, Waiting>();
  /** The text that this page last kept for each cell, typed or being typed. */
  private readonly lastKept = new Map<string, string>();
  private isSending = false;

  constructor(private readonly store: CellStore) {}

  /** Takes what was typed in a cell, in place of what waited there. */
  put(cell: TypedCell): void {
    const id = idOf(cell);
    const present = this.waiting.get(id);
    const next = present === undefined ? cell : onFrom(present, cell);
    this.waiting.set(id, {
      cell: next,
      kept: this.keep(next),
      sent: present?.sent ?? null,
      held: false,
      alone: present?.alone ?? false,
    });
  }

  /** Keeps a text that is being typed, without sending it: @returns false when it could not be kept. */
  draft(cell: TypedCell): boolean {
    return this.keep(cell);
  }

  /** What was being typed is given up: what waited in the cell before it, if anything, is kept again. */
  undraft(id: CellId): void {
    const present = this.waiting.get(idOf(id));
    if (present !== undefined) present.kept = this.keep(present.cell);
    else this.store.drop(id, this.lastKept.get(idOf(id)) ?? '');
  }

  /** Forgets what waited in a cell, as its author asked. @returns false when it is on its way already. */
  forget(id: CellId): boolean {
    const present = this.waiting.get(idOf(id));
    if (present !== undefined && present.sent !== null) return false;
    this.waiting.delete(idOf(id));
    this.store.drop(id, this.lastKept.get(idOf(id)) ?? '');
    return true;
  }

  /** What an earlier page, or another tab, kept and never sent. */
  kept(): TypedCell[] {
    const cells = this.store.all();
    for (const cell of cells) this.lastKept.set(idOf(cell), cell.typed);
    return cells;
  }

  /** The next cells to send, of one period; none while others are on their way. */
  next(): TypedCell[] {
    if (this.isSending) return [];
    const ready = [...this.waiting.values()].filter(({ held }) => !held);
    const first = ready[0];
    if (first === undefined) return [];
    const batch = first.alone
      ? [first]
      : ready.filter(({ alone, cell }) => !alone && cell.period === first.cell.period);
    const taken = batch.slice(0, MOST_IN_BATCH);
    for (const one of taken) {
      const { typed, tried = [] } = one.cell;
      one.sent = typed;
      one.cell = {
        ...one.cell,
        tried: [...tried.filter((text) => text !== typed), typed].slice(-MOST_TRIED),
      };
      // Kept with what was tried: the page may close before the answer comes. What is being typed since stays.
      if (this.lastKept.get(idOf(one.cell)) === typed) one.kept = this.keep(one.cell);
    }
    this.isSending = true;
    return taken.map(({ cell }) => cell);
  }

  /** Takes the server's answers to a batch. Cells that it does not speak of are sent again. */
  settle(period: string, answers: readonly CellAnswer[]): Settled[] {
    const settled = answers.flatMap((answer) => {
      const id = { period, key: answer.key };
      const present = this.waiting.get(idOf(id));
      if (present === undefined || present.sent === null) return [];
      const isLatest = present.cell.typed === present.sent;
      const isOver = this.settleOne(present, answer, isLatest);
      return [{ id, answer, isLatest: isOver }];
    });
    this.fail();
    return settled;
  }

  /** The batch did not arrive, or nobody knows whether it did: it goes again. */
  fail(): void {
    this.isSending = false;
    for (const one of this.waiting.values()) one.sent = null;
  }

  /** The server refused the batch whole. @returns the cell to blame when it was alone. */
  reject(): CellId | null {
    const sent = [...this.waiting.values()].filter(({ sent: text }) => text !== null);
    this.fail();
    const [only] = sent;
    for (const one of sent) one.alone = true;
    if (only === undefined || sent.length > 1) return null;
    only.held = true;
    return only.cell;
  }

  /** Whether something still has to be sent; what waits for a correction is not of it. */
  get count(): number {
    return [...this.waiting.values()].filter(({ held }) => !held).length;
  }

  /** Cells that closing the page would lose. */
  get unkept(): number {
    return [...this.waiting.values()].filter(({ kept }) => !kept).length;
  }

  /** @returns whether what waits in the cell was answered: it is saved, or held. */
  private settleOne(present: Waiting, answer: CellAnswer, isLatest: boolean): boolean {
    const { cell } = present;
    const { theirs, version } = answer;
    present.sent = null;
    present.alone = false;
    if (answer.state === 'conflict' && theirs !== null && cell.tried?.includes(theirs.typed) === true) {
      // The other one is ourselves: a save whose answer was lost. What was typed since goes on from it.
      present.cell = { ...cell, version: theirs.version };
    } else if (answer.state === 'refused' || answer.state === 'conflict') {
      // Another text has been typed since: it is tried in its turn, from the version that it started from.
      present.held = isLatest;
      return isLatest;
    } else if (isLatest) {
      this.waiting.delete(idOf(cell));
      this.store.drop(cell, cell.typed);
      return true;
    } else present.cell = { period: cell.period, key: cell.key, typed: cell.typed, version };
    present.kept = this.keep(present.cell);
    return false;
  }

  private keep(cell: TypedCell): boolean {
    this.lastKept.set(idOf(cell), cell.typed);
    return this.store.keep(cell);
  }
}
