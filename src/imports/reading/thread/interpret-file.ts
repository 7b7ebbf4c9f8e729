import { interpret } from '../../profiles/interpret.rules.js';
import { withoutPersonalColumns } from '../../profiles/kept-file.rules.js';
import { readFile } from '../read-file.js';
import type { FileToRead, InterpretedFile } from './file-reading.types.js';
import { packFile, unpackFile } from './packed-file.js';

/** Reads a file and says what it says. What is about people is left behind here. */
export async function interpretFile({
  source,
  limits,
  profiles,
  context,
}: FileToRead): Promise<InterpretedFile> {
  if ('kept' in source) {
    const { file } = unpackFile(source.kept);
    return { ok: true, kept: source.kept, interpretation: interpret(file, profiles, context) };
  }
  const reading = await readFile(source.bytes, limits);
  if (!reading.ok) return reading;
  const kept = packFile(withoutPersonalColumns(reading.file, profiles, context));
  return { ok: true, kept, interpretation: interpret(reading.file, profiles, context) };
}
