import { posix } from 'node:path';
import type { Archive } from '../archive.js';
import { refuseCell, refuseDamaged, refuseSize } from '../reading-refusals.rules.js';
import type { ReadingLimits } from '../reading.types.js';
import { builtInDateStyle, dateStyleOf, type DateStyle } from './cell-dates.rules.js';
import { indexOf } from './cell-references.rules.js';
import { unescaped } from './cell-values.rules.js';
import { readPart } from './xml-part.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';
const MOST_STRINGS = 2_000_000;

interface Relationship {
  /** Last word of its type: `worksheet`, `sharedStrings`. */
  type: string;
  path: string;
}

/** What the workbook says of its sheets, in their order; hidden ones are like the others. */
export interface WorkbookOutline {
  sheets: { name: string; relationship: string }[];
  from1904: boolean;
}

export async function readOutline(archive: Archive): Promise<WorkbookOutline> {
  const outline: WorkbookOutline = { sheets: [], from1904: false };
  await readPart(archive.pieces(WORKBOOK), {
    open(name, attributes) {
      if (name === 'workbookPr') outline.from1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const [, relationship = ''] = [...attributes].find(([key]) => key.endsWith(':id')) ?? [];
      outline.sheets.push({ name: attributes.get('name') ?? '', relationship });
    },
  });
  return outline;
}

/** Parts of the archive by the identifiers that the workbook gives them. */
export async function readRelationships(archive: Archive): Promise<Map<string, Relationship>> {
  const found = new Map<string, Relationship>();
  if (!archive.has(RELATIONSHIPS)) return found;
  await readPart(archive.pieces(RELATIONSHIPS), {
    open(name, attributes) {
      const [id, type, target] = ['Id', 'Type', 'Target'].map((key) => attributes.get(key));
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      if (attributes.get('TargetMode') === 'External') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join('xl', target);
      found.set(id, { type: type?.slice(type.lastIndexOf('/') + 1) ?? '', path });
    },
  });
  return found;
}

/** Texts that cells share: runs of one text are joined, what tells how to pronounce it is left out. */
export async function readSharedStrings(
  archive: Archive,
  path: string,
  limits: ReadingLimits,
): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let isPhonetic = false;
  await readPart(archive.pieces(path), {
    open(name) {
      if (name === 'rPh') isPhonetic = true;
      inText = name === 't' && !isPhonetic;
    },
    text(piece) {
      if (!inText) return;
      text += piece;
      if (text.length > limits.cellCharacters) refuseCell(limits, null);
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') isPhonetic = false;
      if (name !== 'si') return;
      if (strings.length >= MOST_STRINGS) refuseSize(limits);
      strings.push(unescaped(text));
      text = '';
    },
  });
  return strings;
}

/** What each style of cells shows of a number. */
export async function readStyles(archive: Archive, path: string): Promise<(DateStyle | null)[]> {
  const formats = new Map<string, DateStyle | null>();
  const styles: (DateStyle | null)[] = [];
  let inCells = false;
  await readPart(archive.pieces(path), {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true;
      const format = attributes.get('numFmtId') ?? '0';
      if (name === 'numFmt') formats.set(format, dateStyleOf(attributes.get('formatCode') ?? ''));
      if (name === 'xf' && inCells) {
        if (styles.length > 65_536) refuseDamaged('il a trop de styles');
        styles.push(formats.get(format) ?? builtInDateStyle(indexOf(format)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
