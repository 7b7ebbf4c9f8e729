import { existsSync } from 'node:fs';
import { DomainError } from '../../../kernel/domain-error.js';
import type { FileToRead, InterpretedFile } from './file-reading.types.js';
import { InlineEngine, ThreadEngine, type ReadingEngine } from './reading-engine.js';

export interface FileReaderSettings {
  /** Files that may wait behind the one being read; the next is refused. */
  maxWaiting: number;
  engine: ReadingEngine;
}

/** In compiled code the worker stands beside this file; run from TypeScript sources, there is none to start. */
function defaultEngine(): ReadingEngine {
  const script = new URL('./reading-worker.js', import.meta.url);
  return existsSync(script) ? new ThreadEngine(script) : new InlineEngine();
}

/** Reads files one after the other, away from the server's thread. */
export class FileReader {
  private readonly settings: FileReaderSettings;
  private last: Promise<unknown> = Promise.resolve();
  private pending = 0;
  private closed = false;

  constructor(settings: Partial<FileReaderSettings> = {}) {
    this.settings = { maxWaiting: 16, engine: defaultEngine(), ...settings };
  }

  /**
   * Reads a file when its turn comes, and says what it says.
   * @throws DomainError `reading_busy` at once when too many wait, `reading_failed` for a defect of ours.
   */
  async read(file: FileToRead): Promise<InterpretedFile> {
    const { engine, maxWaiting } = this.settings;
    if (this.closed) throw busy('Le serveur s’arrête : aucun fichier n’est lu.');
    if (this.pending > maxWaiting) {
      throw busy('Trop de fichiers sont en cours de lecture. Réessayez dans quelques secondes.');
    }
    this.pending++;
    const turn = this.last.then(() => {
      if (this.closed) throw busy('Le serveur s’arrête : aucun fichier n’est lu.');
      return engine.read(file);
    });
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.pending--;
    }
  }

  /** Lets the present file be read, refuses those that wait, and frees the thread. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await this.last;
    await this.settings.engine.stop();
  }
}

const busy = (title: string): DomainError => new DomainError('reading_busy', title, 503);
