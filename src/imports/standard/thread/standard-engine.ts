import { existsSync } from 'node:fs';
import { DomainError } from '../../../kernel/domain-error.js';
import { ThreadFailure, WorkerThread } from '../../../platform/threads/worker-thread.js';
import { readingFailed, stoppedReading } from '../../reading/reading-refusals.rules.js';
import { standardBlocks } from './standard-blocks.js';
import type { BlockAnswer, BlockRequest, FileToCheck, StandardBlock } from './standard-reading.types.js';

/** Reads the blocks of a file. */
export type BlockReader = (file: FileToCheck) => AsyncIterable<StandardBlock>;

/** Bytes below which a file is read before a thread would have started. */
const SMALL = 1 << 20;
/** Blocks are made and given away: the thread itself keeps next to nothing. */
const MEMORY_MB = 64;
const YOUNG_MEMORY_MB = 12;
/** A block takes a fraction of a second; a busy machine must not make a failure of it. */
const LIMIT_MS = 120_000;

/**
 * In compiled code the thread's program stands beside this file; run from TypeScript sources, there is none to start.
 * @param size bytes of the file
 */
export function blockReader(size: number): BlockReader {
  const script = new URL('./standard-worker.js', import.meta.url);
  return size >= SMALL && existsSync(script) ? threadReader(script) : standardBlocks;
}

/** Reads in a thread of its own, which prepares the next block while one is recorded. */
export function threadReader(script: URL): BlockReader {
  return async function* read(file) {
    const thread = new WorkerThread<BlockRequest, BlockAnswer>(script, MEMORY_MB, YOUNG_MEMORY_MB);
    const ask = (request: BlockRequest): Promise<BlockAnswer> => {
      const answer = thread.ask(request, LIMIT_MS);
      // Whoever stops reading leaves the last answer to nobody.
      answer.catch(() => undefined);
      return answer;
    };
    try {
      for (let asked = ask({ kind: 'open', file }); ;) {
        const answer = await asked;
        if (answer.kind === 'end') return;
        if (answer.kind === 'failed') throw readingFailed(answer.reason);
        asked = ask({ kind: 'next' });
        yield answer.block;
      }
    } catch (error) {
      throw error instanceof ThreadFailure ? refusalOf(error) : error;
    } finally {
      await thread.stop();
    }
  };
}

function refusalOf({ kind, message }: ThreadFailure): DomainError {
  if (kind === 'broken') return readingFailed(message);
  const refusal = stoppedReading(kind, LIMIT_MS);
  return new DomainError(refusal.code, refusal.message, 422);
}
