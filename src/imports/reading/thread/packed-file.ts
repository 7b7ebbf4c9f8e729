import { deflateSync, inflateSync } from 'node:zlib';
import type { KeptFile } from '../../interpretation.types.js';
import type { PackedFile } from './file-reading.types.js';

/** Beyond what the budgets of reading let in. */
const MOST_BYTES = 512 << 20;

export const packFile = (kept: KeptFile): PackedFile =>
  deflateSync(Buffer.from(JSON.stringify(kept))).toString('base64');

export const unpackFile = (packed: PackedFile): KeptFile =>
  JSON.parse(
    inflateSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES }).toString(),
  ) as KeptFile;
