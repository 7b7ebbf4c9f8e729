/** Lets so many works run at once; the others begin in the order they came. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** Runs a work when its turn comes; one that fails gives its turn up like the others. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      // The turn passes from one to the next: nobody slips in between.
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
