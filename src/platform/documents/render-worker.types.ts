import type { DocumentData, RenderOptions } from './document.types.js';

export interface RenderRequest {
  data: DocumentData;
  options: Partial<RenderOptions>;
}

export type RenderAnswer =
  { ok: true; bytes: Uint8Array; pages: number; warnings: string[] } | { ok: false; reason: string };
