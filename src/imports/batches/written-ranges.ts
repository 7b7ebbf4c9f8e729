/** Consecutive measurements brought to one version number. */
export interface WrittenRange {
  firstId: number;
  lastId: number;
  version: number;
}

/** Collects what a batch wrote as it goes; a million new measurements are a few rows. */
export class WrittenRanges {
  private readonly ranges: WrittenRange[] = [];
  /** The last range of each version number: the one that a next measurement may lengthen. */
  private readonly open = new Map<number, WrittenRange>();

  /** Takes in versions in any order: those of neighbours come together. */
  add(versions: readonly { id: number; version: number }[]): void {
    for (const { id, version } of versions.toSorted((one, other) => one.id - other.id))
      this.lengthen(id, version);
  }

  /** Takes in new measurements, in ascending order. */
  addNew(ids: readonly number[]): void {
    for (const id of ids) this.lengthen(id, 1);
  }

  private lengthen(id: number, version: number): void {
    const range = this.open.get(version);
    if (range !== undefined && id === range.lastId + 1) range.lastId = id;
    else {
      const begun = { firstId: id, lastId: id, version };
      this.ranges.push(begun);
      this.open.set(version, begun);
    }
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  list(): readonly WrittenRange[] {
    return this.ranges;
  }
}
