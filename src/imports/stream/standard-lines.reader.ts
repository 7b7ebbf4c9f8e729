import type { IngestItems } from '../../measurements/ingest.types.js';
import type { MeasurementInput, RejectedMeasurement } from '../../measurements/measurement.types.js';
import type { RejectedCell } from '../import.types.js';
import { readStandardFile } from '../standard/standard-file.reader.js';
import { readRow, type RowContext, type RowReading } from '../standard/standard-row.rules.js';

/**
 * Reads the text of a standard file that a program sends instead of JSON.
 * @param size rows of a chunk
 */
export async function* standardLineChunks(
  text: AsyncIterable<string>,
  context: RowContext,
  size: number,
): AsyncGenerator<IngestItems> {
  let chunk = emptyChunk();
  const refuse = (cells: readonly RejectedCell[]): void => {
    for (const { line, column, code, message } of cells)
      chunk.unread.push({ line, path: column, code, message });
  };
  const takeRow = (reading: RowReading, line: number): void => {
    if (reading.kind === 'rejected') refuse(reading.rejected);
    else if (reading.kind === 'target') refuse([targetRefused(line)]);
    else if (reading.kind === 'measurement') {
      chunk.items.push(reading.input);
      chunk.lines.push(line);
    }
  };
  for await (const events of readStandardFile(text)) {
    for (const event of events) {
      if (event.kind === 'rejected') refuse(event.rejected);
      else if (event.kind === 'unknown_profile') refuse([event.rejected]);
      else takeRow(readRow(event.row, event.line, context), event.line);
      if (chunk.items.length + chunk.unread.length < size) continue;
      yield chunk;
      chunk = emptyChunk();
    }
  }
  if (chunk.items.length + chunk.unread.length > 0) yield chunk;
}

const emptyChunk = (): {
  items: MeasurementInput[];
  lines: number[];
  unread: RejectedMeasurement[];
} => ({ items: [], lines: [], unread: [] });

function targetRefused(line: number): RejectedCell {
  const message =
    'Les cibles et références ne passent pas par cette adresse : importez le fichier avec « copil import ».';
  return { line, column: 'type_valeur', code: 'wrong_value_type', message };
}
