import { Worker } from 'node:worker_threads';
import { DomainError } from '../../kernel/domain-error.js';
import type { DocumentData, RenderOptions } from './document.types.js';
import type { RenderedDocument } from './render-document.js';
import type { RenderEngine } from './render-engine.js';
import type { RenderAnswer, RenderRequest } from './render-worker.types.js';

/** Ten times what a document of a hundred pages needs: one that runs away ends its thread, not the server. */
const MEMORY_MB = 512;

/**
 * Renders in a thread of its own, kept warm between documents: drawing is synchronous and would freeze the server for
 * a fifth of a second. A thread that crashes or hangs is replaced at the next document.
 */
export class ThreadEngine implements RenderEngine {
  private worker: Worker | null = null;

  constructor(private readonly script: URL) {}

  render(data: DocumentData, options: Partial<RenderOptions>, timeoutMs: number): Promise<RenderedDocument> {
    const worker = this.present();
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', crashed).off('exit', exited);
        // An idle thread must not keep a finished command alive.
        worker.unref();
        settle();
      };
      const fail = (error: DomainError): void =>
        finish(() => {
          this.discard(worker);
          reject(error);
        });
      const answered = (answer: RenderAnswer): void =>
        finish(() => (answer.ok ? resolve(fromAnswer(answer)) : reject(failure(answer.reason))));
      const crashed = (error: unknown): void => fail(failure(String(error)));
      const exited = (code: number): void => fail(failure(`the thread ended with status ${code}`));
      const timer = setTimeout(() => fail(tooLong(timeoutMs)), timeoutMs);
      worker.ref();
      worker.on('message', answered).on('error', crashed).on('exit', exited);
      worker.postMessage({ data, options } satisfies RenderRequest);
    });
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private present(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(this.script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    worker.unref();
    // Between two documents nobody listens: an idle thread that dies is simply forgotten.
    worker.on('error', () => this.discard(worker)).on('exit', () => this.discard(worker));
    this.worker = worker;
    return worker;
  }

  private discard(worker: Worker): void {
    if (this.worker === worker) this.worker = null;
    void worker.terminate();
  }
}

function fromAnswer({ bytes, pages, warnings }: Extract<RenderAnswer, { ok: true }>): RenderedDocument {
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), pages, warnings };
}

function failure(reason: string): DomainError {
  return new DomainError('document_failed', 'Le document n’a pas pu être produit.', 500, [], { reason });
}

function tooLong(timeoutMs: number): DomainError {
  const seconds = Math.round(timeoutMs / 1000);
  const title = `La production du document a dépassé ${seconds}\u00a0secondes et a été arrêtée.`;
  return new DomainError('document_timeout', title, 503, [], { timeoutMs });
}
