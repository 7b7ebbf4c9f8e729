import { DomainError } from '../../kernel/domain-error.js';
import { ThreadFailure, WorkerThread } from '../threads/worker-thread.js';
import type { DocumentData, RenderOptions } from './document.types.js';
import type { RenderedDocument } from './render-document.js';
import type { RenderEngine } from './render-engine.js';
import type { RenderAnswer, RenderRequest } from './render-worker.types.js';

/** Ten times what a document of a hundred pages needs: one that runs away ends its thread, not the server. */
const MEMORY_MB = 512;

/** Renders in a thread of its own: drawing is synchronous and would freeze the server for a fifth of a second. */
export class ThreadEngine implements RenderEngine {
  private readonly thread: WorkerThread<RenderRequest, RenderAnswer>;

  constructor(script: URL) {
    this.thread = new WorkerThread(script, MEMORY_MB);
  }

  async render(
    data: DocumentData,
    options: Partial<RenderOptions>,
    timeoutMs: number,
  ): Promise<RenderedDocument> {
    const answer = await this.thread.ask({ data, options }, timeoutMs).catch((error: unknown) => {
      if (!(error instanceof ThreadFailure)) throw error;
      throw error.kind === 'too_long' ? tooLong(timeoutMs) : failure(error.message);
    });
    if (!answer.ok) throw failure(answer.reason);
    return fromAnswer(answer);
  }

  stop(): Promise<void> {
    return this.thread.stop();
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
