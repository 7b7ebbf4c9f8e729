import type { FileToRead, InterpretedFile } from './file-reading.types.js';
import type { PackedObservations } from './packed-observations.rules.js';

/** A file to read, or the next observations of the one just read. */
export type ReadingRequest = { kind: 'read'; file: FileToRead } | { kind: 'more' };

/**
 * Observations follow by pieces: taking in fifty thousand at once would freeze the server's thread for a tenth of a
 * second. The interpretation comes with none of them.
 */
export type ReadingAnswer =
  | { kind: 'read'; reading: InterpretedFile; observations: number }
  | { kind: 'more'; observations: PackedObservations }
  | { kind: 'failed'; reason: string };
