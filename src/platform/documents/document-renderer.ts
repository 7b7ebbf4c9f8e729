import { existsSync } from 'node:fs';
import { DomainError } from '../../kernel/domain-error.js';
import type { DocumentData, RenderOptions } from './document.types.js';
import type { RenderedDocument } from './render-document.js';
import { InlineEngine, type RenderEngine } from './render-engine.js';
import { ThreadEngine } from './thread-engine.js';

export interface RendererSettings {
  /** Documents that may wait behind the one being made; the next is refused. */
  maxWaiting: number;
  /** Longest time for one document. A bilan of thirty operations takes under a second. */
  timeoutMs: number;
  engine: RenderEngine;
}

/** In compiled code the worker stands beside this file; run from TypeScript sources, there is none to start. */
function defaultEngine(): RenderEngine {
  const script = new URL('./render-worker.js', import.meta.url);
  return existsSync(script) ? new ThreadEngine(script) : new InlineEngine();
}

/** Makes documents one after the other, away from the server's thread. */
export class DocumentRenderer {
  private readonly settings: RendererSettings;
  private last: Promise<unknown> = Promise.resolve();
  private pending = 0;
  private closed = false;

  constructor(settings: Partial<RendererSettings> = {}) {
    this.settings = { maxWaiting: 8, timeoutMs: 30_000, engine: defaultEngine(), ...settings };
  }

  /** Renders a document when its turn comes. Refuses at once when too many are waiting. */
  async render(data: DocumentData, options: Partial<RenderOptions> = {}): Promise<RenderedDocument> {
    const { engine, maxWaiting, timeoutMs } = this.settings;
    if (this.closed) throw stopped();
    if (this.pending > maxWaiting) throw tooMany();
    this.pending++;
    const turn = this.last.then(() => {
      if (this.closed) throw stopped();
      return engine.render(data, options, timeoutMs);
    });
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.pending--;
    }
  }

  /** Lets the present document finish, refuses the waiting ones, and frees the thread. */
  async close(): Promise<void> {
    this.closed = true;
    await this.last;
    await this.settings.engine.stop();
  }
}

function tooMany(): DomainError {
  const title = 'Trop de documents sont en cours de production. Réessayez dans quelques secondes.';
  return new DomainError('document_queue_full', title, 503);
}

function stopped(): DomainError {
  return new DomainError(
    'document_renderer_stopped',
    'Le serveur s’arrête : aucun document n’est produit.',
    503,
  );
}
