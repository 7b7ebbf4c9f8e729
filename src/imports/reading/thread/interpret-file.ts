import { interpret } from '../../profiles/interpret.rules.js';
import { withoutPersonalColumns } from '../../profiles/kept-file.rules.js';
import { readFile } from '../read-file.js';
import type { ReadFile } from '../reading.types.js';
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
    const { file, personalColumns } = unpackFile(source.kept);
    const interpretation = { ...interpret(file, profiles, context), personalColumns };
    return { ok: true, kept: source.kept, file: withoutTables(file), interpretation };
  }
  const reading = await readFile(source.bytes, limits);
  if (!reading.ok) return reading;
  const { file } = reading;
  const kept = packFile(withoutPersonalColumns(file, profiles, context));
  return { ok: true, kept, file: withoutTables(file), interpretation: interpret(file, profiles, context) };
}

const withoutTables = ({ tables: _, ...file }: ReadFile): Omit<ReadFile, 'tables'> => file;
