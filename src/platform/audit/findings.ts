const MOST_TOLD = 100;

/** What a verification found: the first hundred are told, the rest is counted. */
export class Findings {
  readonly told: string[] = [];
  private count = 0;

  add(text: string): void {
    this.count += 1;
    if (this.told.length < MOST_TOLD) this.told.push(text);
  }

  /** How many were found besides those told. */
  get untold(): number {
    return this.count - this.told.length;
  }
}
