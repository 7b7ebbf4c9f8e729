import type { CellId, GridProgress, SendingResult, TypedCell } from './cell.types.js';
import type { Outbox, Settled } from './outbox.js';

/** How sending goes, for the page to say. */
export type SendingState = 'rest' | 'sending' | 'waiting' | 'signed-out';

/** What sending asks of the page around it. */
export interface SenderSurroundings {
  post(period: string, cells: readonly TypedCell[]): Promise<SendingResult>;
  /** Tries to go on under the session that there is now. @returns false when there is none. */
  renew(): Promise<boolean>;
  settled(cells: readonly Settled[], progress: GridProgress | null): void;
  rejected(cell: CellId, message: string): void;
  changed(state: SendingState): void;
  /** Calls back later; @returns what calls it off. */
  later(milliseconds: number, task: () => void): () => void;
}

/** Cells left one after the other travel together. */
const MOMENT = 250;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;

/** Empties the outbox, one request at a time, and tries again with longer and longer pauses when the network is down. */
export class Sender {
  private state: SendingState = 'rest';
  private pause = FIRST_PAUSE;
  private callOff: (() => void) | null = null;
  private running: Promise<void> | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly around: SenderSurroundings,
  ) {}

  /** Something was put in the outbox: it leaves in a moment. */
  soon(): void {
    if (this.state === 'waiting' || this.state === 'signed-out') return;
    this.schedule(MOMENT);
  }

  /** The network is back, or somebody looks at the page again. */
  async wake(): Promise<void> {
    if (this.state === 'signed-out') {
      if (!(await this.around.renew().catch(() => false))) return;
      this.become('rest');
    }
    this.pause = FIRST_PAUSE;
    await this.flush();
  }

  /** Sends what waits, now. @returns whether nothing waits any more. */
  async flush(): Promise<boolean> {
    this.callOff?.();
    this.callOff = null;
    this.running ??= this.run().finally(() => (this.running = null));
    await this.running;
    return this.outbox.count === 0;
  }

  private async run(): Promise<void> {
    for (;;) {
      const batch = this.outbox.next();
      const [first] = batch;
      if (first === undefined) return this.become('rest');
      this.become('sending');
      const result = await this.around.post(first.period, batch).catch(() => UNREACHABLE);
      if (!this.take(first.period, result)) return;
    }
  }

  /** @returns whether to go on with the next batch. */
  private take(period: string, result: SendingResult): boolean {
    switch (result.kind) {
      case 'answered': {
        const settled = this.outbox.settle(period, result.cells);
        this.around.settled(settled, result.progress);
        // An answer that speaks of none of our cells would be asked for again at once, without end.
        if (settled.length === 0) return this.wait();
        this.pause = FIRST_PAUSE;
        return true;
      }
      case 'unreachable':
        this.outbox.fail();
        return this.wait();
      case 'signed-out':
        this.outbox.fail();
        this.become('signed-out');
        return false;
      case 'rejected': {
        const blamed = this.outbox.reject();
        if (blamed !== null) this.around.rejected(blamed, result.message);
        return true;
      }
    }
  }

  private wait(): false {
    this.become('waiting');
    this.schedule(this.pause);
    this.pause = Math.min(LONGEST_PAUSE, this.pause * 2);
    return false;
  }

  private schedule(milliseconds: number): void {
    this.callOff?.();
    this.callOff = this.around.later(milliseconds, () => void this.flush());
  }

  private become(state: SendingState): void {
    // Looking at the page again saves nothing: it would say that something was saved just now.
    if (state === 'rest' && this.state === 'rest') return;
    this.state = state;
    this.around.changed(state);
  }
}

const UNREACHABLE: SendingResult = { kind: 'unreachable' };
