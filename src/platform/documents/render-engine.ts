import type { DocumentData, RenderOptions } from './document.types.js';
import type { RenderedDocument } from './render-document.js';

/** Something that renders one document at a time. */
export interface RenderEngine {
  render(data: DocumentData, options: Partial<RenderOptions>, timeoutMs: number): Promise<RenderedDocument>;
  stop(): Promise<void>;
}

/** Renders in the caller's thread, which waits meanwhile: for tests and for programs that do nothing else. */
export class InlineEngine implements RenderEngine {
  async render(data: DocumentData, options: Partial<RenderOptions>): Promise<RenderedDocument> {
    // A server draws in its thread: only who renders here loads the drawing library and its fonts.
    const { renderDocument } = await import('./render-document.js');
    return renderDocument(data, options);
  }

  async stop(): Promise<void> {
    // Nothing runs between two documents.
  }
}
