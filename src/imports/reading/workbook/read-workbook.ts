import type { Archive } from '../archive.js';
import { refuse, refuseDamaged } from '../reading-refusals.rules.js';
import type { ReadFile, ReadingLimits, ReadTable } from '../reading.types.js';
import type { WorkbookParts } from './cell-values.rules.js';
import { SheetReader, type RowBudget } from './sheet-reader.js';
import { readOutline, readRelationships, readSharedStrings, readStyles } from './workbook-parts.js';
import { readPart } from './xml-part.js';

/** Reads every sheet of a workbook, hidden ones too, in their order. @throws ReadingRefused */
export async function readWorkbook(archive: Archive, limits: ReadingLimits): Promise<ReadFile> {
  const { sheets, from1904 } = await readOutline(archive);
  const relationships = await readRelationships(archive);
  const partOf = (type: string): string | undefined =>
    [...relationships.values()].find((relationship) => relationship.type === type)?.path;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const parts: WorkbookParts = {
    strings: strings === undefined ? [] : await readSharedStrings(archive, strings, limits),
    styles: styles === undefined ? [] : await readStyles(archive, styles),
    from1904,
  };
  const budget: RowBudget = { rows: limits.rows };
  const tables: ReadTable[] = [];
  for (const { name, relationship } of sheets) {
    const target = relationships.get(relationship);
    if (target === undefined) refuseDamaged('une de ses feuilles manque');
    // Sheets of charts and of old macros hold no rows.
    if (target.type !== 'worksheet') continue;
    const sheet = new SheetReader(parts, limits, budget);
    await readPart(archive.pieces(target.path), sheet);
    tables.push({ name, rows: sheet.rows });
  }
  if (tables.every(({ rows }) => rows.length === 0)) refuse('empty_file', 'Ce classeur est vide.');
  return { kind: 'xlsx', encoding: null, separator: null, entry: null, tables };
}
