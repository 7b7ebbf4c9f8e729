import { ThreadFailure, WorkerThread } from '../../../platform/threads/worker-thread.js';
import type { Observation } from '../../interpretation.types.js';
import { readingFailed, stoppedReading } from '../reading-refusals.rules.js';
import type { FileToRead, InterpretedFile } from './file-reading.types.js';
import { ObservationUnpacker } from './packed-observations.rules.js';
import type { ReadingAnswer, ReadingRequest } from './reading-worker.types.js';

/** Something that reads one file at a time. */
export interface ReadingEngine {
  read(file: FileToRead): Promise<InterpretedFile>;
  stop(): Promise<void>;
}

/** Reads in the caller's thread, which waits meanwhile: for tests and for programs that do nothing else. */
export class InlineEngine implements ReadingEngine {
  async read(file: FileToRead): Promise<InterpretedFile> {
    // A server reads in its thread: only who reads here loads the libraries.
    const { interpretFile } = await import('./interpret-file.js');
    return interpretFile(file);
  }

  async stop(): Promise<void> {
    // Nothing runs between two files.
  }
}

const MEMORY_MB = 256;
/** Bytes beyond which a thread is not kept: another starts in a fraction of the time that such a file takes. */
const LARGE = 2 << 20;

/** Reads in a thread of its own: a file that hangs or swells ends its thread, and is refused for it. */
export class ThreadEngine implements ReadingEngine {
  private readonly thread: WorkerThread<ReadingRequest, ReadingAnswer>;

  constructor(script: URL, memoryMb = MEMORY_MB) {
    this.thread = new WorkerThread(script, memoryMb);
  }

  async read(file: FileToRead): Promise<InterpretedFile> {
    const { milliseconds } = file.limits;
    const { length } = 'bytes' in file.source ? file.source.bytes : file.source.kept;
    try {
      const answer = await this.ask(ownBytes(file), milliseconds);
      if (answer.kind !== 'read') throw readingFailed('answers are out of order');
      const { reading, observations } = answer;
      if (!reading.ok || observations === 0) return reading;
      const interpretation = {
        ...reading.interpretation,
        observations: await this.observations(observations, milliseconds),
      };
      return { ...reading, interpretation };
    } catch (error) {
      if (!(error instanceof ThreadFailure)) throw error;
      if (error.kind === 'broken') throw readingFailed(error.message);
      return { ok: false, refusal: stoppedReading(error.kind, milliseconds) };
    } finally {
      // What a large file leaves in the thread's memory would stay there while it is recorded, and after.
      if (length > LARGE) await this.thread.stop();
    }
  }

  stop(): Promise<void> {
    return this.thread.stop();
  }

  private async observations(count: number, milliseconds: number): Promise<Observation[]> {
    const found: Observation[] = [];
    const unpacker = new ObservationUnpacker();
    while (found.length < count) {
      const answer = await this.thread.ask({ kind: 'more' }, milliseconds);
      const next = answer.kind === 'more' ? unpacker.unpack(answer.observations) : [];
      if (next.length === 0) throw readingFailed('observations are missing');
      for (const one of next) found.push(one);
    }
    return found;
  }

  private async ask(file: FileToRead, milliseconds: number): Promise<ReadingAnswer> {
    const transferred = 'bytes' in file.source ? [file.source.bytes.buffer as ArrayBuffer] : [];
    const answer = await this.thread.ask({ kind: 'read', file }, milliseconds, transferred);
    if (answer.kind === 'failed') throw readingFailed(answer.reason);
    return answer;
  }
}

/** A copy to give away: the caller keeps its bytes. */
function ownBytes(file: FileToRead): FileToRead {
  return 'bytes' in file.source ? { ...file, source: { bytes: new Uint8Array(file.source.bytes) } } : file;
}
