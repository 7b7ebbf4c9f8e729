import { parentPort } from 'node:worker_threads';
import { traceOf } from '../../../kernel/domain-error.js';
import { standardBlocks } from './standard-blocks.js';
import type { BlockAnswer, BlockRequest, StandardBlock } from './standard-reading.types.js';

let blocks: AsyncGenerator<StandardBlock> | null = null;

/** The thread's program: one answer for each request, in order. */
async function answer(request: BlockRequest): Promise<BlockAnswer> {
  try {
    if (request.kind === 'open') blocks = standardBlocks(request.file);
    const next = await blocks?.next();
    return next === undefined || next.done === true ? { kind: 'end' } : { kind: 'block', block: next.value };
  } catch (error) {
    return { kind: 'failed', reason: traceOf(error) };
  }
}

parentPort?.on('message', (request: BlockRequest) => {
  void answer(request).then((message) => {
    const { cells, order } = message.kind === 'block' ? message.block.measurements : {};
    parentPort?.postMessage(message, cells && order ? [cells.buffer, order.buffer] : []);
  });
});
