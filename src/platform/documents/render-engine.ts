import type { DocumentData, RenderOptions } from './document.types.js';
import { renderDocument, type RenderedDocument } from './render-document.js';

/** Something that renders one document at a time. */
export interface RenderEngine {
  render(data: DocumentData, options: Partial<RenderOptions>, timeoutMs: number): Promise<RenderedDocument>;
  stop(): Promise<void>;
}

/** Renders in the caller's thread, which waits meanwhile: for tests and for programs that do nothing else. */
export class InlineEngine implements RenderEngine {
  async render(data: DocumentData, options: Partial<RenderOptions>): Promise<RenderedDocument> {
    return renderDocument(data, options);
  }

  async stop(): Promise<void> {
    // Nothing runs between two documents.
  }
}
