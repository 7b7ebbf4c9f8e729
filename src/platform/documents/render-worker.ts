import { parentPort } from 'node:worker_threads';
import { traceOf } from '../../kernel/domain-error.js';
import { renderDocument } from './render-document.js';
import type { RenderAnswer, RenderRequest } from './render-worker.types.js';

/** The thread's program: one answer for each request, in order. */
async function answer({ data, options }: RenderRequest): Promise<RenderAnswer> {
  try {
    const { bytes, pages, warnings } = await renderDocument(data, options);
    return { ok: true, bytes: new Uint8Array(bytes), pages, warnings };
  } catch (error) {
    return { ok: false, reason: traceOf(error) };
  }
}

parentPort?.on('message', (request: RenderRequest) => {
  void answer(request).then((message) => {
    // The bytes change hands instead of being copied.
    parentPort?.postMessage(message, message.ok ? [message.bytes.buffer as ArrayBuffer] : []);
  });
});
