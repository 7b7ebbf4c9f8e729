import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { KeptFile } from '../interpretation.types.js';

const deflated = promisify(deflateRaw);
const inflated = promisify(inflateRaw);

/** A file without anything personal as a text that a database keeps. */
export async function packed(kept: KeptFile): Promise<string> {
  return (await deflated(Buffer.from(JSON.stringify(kept), 'utf8'))).toString('base64');
}

/** A file that we packed ourselves. */
export async function unpacked(text: string): Promise<KeptFile> {
  return JSON.parse((await inflated(Buffer.from(text, 'base64'))).toString('utf8')) as KeptFile;
}
