/** Work that says where it may stop for a moment; whoever has it done decides whether it does. */
export type LongWork<T = void> = Generator<undefined, T, undefined>;

/** Items between two stops: a fraction of a millisecond of the cheapest work, a few of the dearest. */
const TOGETHER = 100;

/** Does something of each item, and may stop now and then. */
export function* each<T>(items: Iterable<T>, visit: (item: T) => void): LongWork {
  let done = 0;
  for (const item of items) {
    visit(item);
    done += 1;
    if (done % TOGETHER === 0) yield;
  }
}

/** Does a long work without stopping, for whoever has nobody else to answer. */
export function atOnce<T>(work: LongWork<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
