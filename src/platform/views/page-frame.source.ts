import type { PageFrame, PageReader } from './page.types.js';

/** Gives the frame of pages; the feature that knows the programme provides it. */
export abstract class PageFrameSource {
  abstract frame(reader: PageReader | null): Promise<PageFrame>;
}
