import type { UnitOfWork } from './unit-of-work.js';

/**
 * What was made of the data, kept for as long as nobody writes. Each thing is made once at a time, however many ask for
 * it; the least recently asked for make room. What many share, nobody may change: it is frozen.
 */
export class VersionedCache<Value> {
  private readonly entries = new Map<string, Promise<Value>>();

  constructor(
    private readonly unitOfWork: Pick<UnitOfWork, 'dataVersion'>,
    private readonly most: number,
  ) {}

  /**
   * @param name all that `make` depends on besides the data, the day included
   * @param make is called when the data changed since; inside a transaction always, and nothing is kept
   */
  async of(name: string, make: () => Promise<Value>): Promise<Value> {
    // Asked before anything is read: whatever is committed meanwhile can only make the value newer than its version.
    const version = await this.unitOfWork.dataVersion();
    if (version === null) return make();
    const key = `${version} ${name}`;
    const kept = this.entries.get(key);
    // Put last again: the first in line are the first to go.
    this.entries.delete(key);
    const value = kept ?? this.make(key, version, make);
    this.entries.set(key, value);
    for (const [oldest] of this.entries) {
      if (this.entries.size <= this.most) break;
      this.entries.delete(oldest);
    }
    return value;
  }

  private async make(key: string, version: string, make: () => Promise<Value>): Promise<Value> {
    try {
      const value = frozen(await make());
      // Read while somebody wrote: true for whoever asked, but of no single version.
      if ((await this.unitOfWork.dataVersion()) !== version) this.entries.delete(key);
      return value;
    } catch (error) {
      this.entries.delete(key);
      throw error;
    }
  }
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  const parts: unknown[] = value instanceof Map ? [...value.values()] : Object.values(value);
  Object.freeze(value);
  for (const part of parts) frozen(part);
  return value;
}
