import type { CellId, TypedCell } from './cell.types.js';
import type { CellStore } from './outbox.js';

/** What the browser's storage lets us do. */
export interface TextStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  setItem(name: string, text: string): void;
  removeItem(name: string): void;
}

type KeptText = Pick<TypedCell, 'typed' | 'version' | 'tried'>;

/** What is under a name, when it was written by us. */
function read(text: string | null): KeptText | null {
  if (text === null) return null;
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null || !('typed' in found) || !('version' in found))
      return null;
    const { typed, version } = found;
    if (typeof typed !== 'string' || typeof version !== 'number') return null;
    const tried = 'tried' in found && Array.isArray(found.tried) ? found.tried : [];
    const texts = tried.filter((one) => typeof one === 'string');
    return texts.length === 0 ? { typed, version } : { typed, version, tried: texts };
  } catch {
    return null;
  }
}

/**
 * Unsent cells in the storage of the browser, one entry for each cell, so that two tabs never write over each other's
 * cells. They belong to their author: somebody else who signs in on this device neither sees nor sends them.
 */
export class KeptCells implements CellStore {
  private readonly prefix: string;

  constructor(
    private readonly texts: TextStore | null,
    author: string,
  ) {
    this.prefix = `copil.saisie/${author}/`;
  }

  keep({ period, key, typed, version, tried }: TypedCell): boolean {
    try {
      if (this.texts === null) return false;
      this.texts.setItem(this.nameOf({ period, key }), JSON.stringify({ typed, version, tried }));
      return true;
    } catch {
      // The storage is full, or closed to us in private browsing.
      return false;
    }
  }

  drop(id: CellId, typed: string): void {
    if (this.texts === null) return;
    const name = this.nameOf(id);
    if (read(this.texts.getItem(name))?.typed === typed) this.texts.removeItem(name);
  }

  all(): TypedCell[] {
    const { texts, prefix } = this;
    if (texts === null) return [];
    const names = Array.from({ length: texts.length }, (_, index) => texts.key(index) ?? '');
    return names
      .filter((name) => name.startsWith(prefix))
      .sort()
      .flatMap((name) => {
        const [period = '', key = ''] = name.slice(prefix.length).split('/');
        const kept = read(texts.getItem(name));
        return kept === null ? [] : [{ period, key, ...kept }];
      });
  }

  private nameOf({ period, key }: CellId): string {
    return `${this.prefix}${period}/${key}`;
  }
}
