import { parentPort } from 'node:worker_threads';
import { traceOf } from '../../../kernel/domain-error.js';
import type { Observation } from '../../interpretation.types.js';
import type { FileToRead } from './file-reading.types.js';
import { interpretFile } from './interpret-file.js';
import { ObservationPacker } from './packed-observations.rules.js';
import type { ReadingAnswer, ReadingRequest } from './reading-worker.types.js';

/** Taken in within a few milliseconds. */
const PIECE = 1_000;

/** What is still to hand over of the last file. */
let waiting: Observation[] = [];
let packer = new ObservationPacker();

/** The thread's program: one answer for each request, in order. */
async function answer(request: ReadingRequest): Promise<ReadingAnswer> {
  if (request.kind === 'more') return { kind: 'more', observations: packer.pack(waiting.splice(0, PIECE)) };
  try {
    return await read(request.file);
  } catch (error) {
    return { kind: 'failed', reason: traceOf(error) };
  }
}

async function read(file: FileToRead): Promise<ReadingAnswer> {
  const reading = await interpretFile(file);
  waiting = [];
  packer = new ObservationPacker();
  if (!reading.ok) return { kind: 'read', reading, observations: 0 };
  waiting = reading.interpretation.observations;
  const interpretation = { ...reading.interpretation, observations: [] };
  return { kind: 'read', reading: { ...reading, interpretation }, observations: waiting.length };
}

parentPort?.on('message', (request: ReadingRequest) => {
  void answer(request).then((message) =>
    parentPort?.postMessage(message, message.kind === 'more' ? [message.observations.cells.buffer] : []),
  );
});
