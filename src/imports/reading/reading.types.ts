import type { Encoding } from '../import.types.js';

/**
 * A cell as the file holds it. Numbers are those that the file itself types so (a workbook, JSON); days and instants of
 * workbooks are written in ISO (`2020-04-16`, `2020-04-16T10:30:00`). Everything else is text, blanks included.
 */
export type Cell = string | number;

/** One row of a table: where it starts in the file, from 1, and its cells. */
export interface TableRow {
  line: number;
  cells: readonly Cell[];
}

/** Rows in the order of the file, those without anything in them left out: a CSV, a sheet, a list of JSON objects. */
export interface ReadTable {
  /** Name of the sheet; null elsewhere. */
  name: string | null;
  rows: readonly TableRow[];
}

export type FileKind = 'csv' | 'xlsx' | 'json' | 'ndjson';

/** A file read by its content. */
export interface ReadFile {
  kind: FileKind;
  /** Null for what is no text of its own: a workbook. */
  encoding: Encoding | null;
  /** Of a CSV. */
  separator: string | null;
  /** Name of the file inside the archive that came; null when it came by itself. */
  entry: string | null;
  /**
   * A CSV or a JSON list is one table. JSON objects become rows under a first row of their members' names, those of
   * objects within objects joined by a point (`compteurs.VISITEURS_STAND`); that first row has line 0.
   */
  tables: readonly ReadTable[];
}

/** What reading may cost before it is refused. */
export interface ReadingLimits {
  /** Of what is inflated, counted while it is. */
  inflatedBytes: number;
  entries: number;
  rows: number;
  columns: number;
  cellCharacters: number;
  milliseconds: number;
}

/** Why a file is not read, in words for whoever sent it. */
export interface ReadingRefusal {
  /** `old_workbook`, `html_in_disguise`, `not_a_table`, `too_many_rows`, `too_large_inflated`, `damaged_file`… */
  code: string;
  message: string;
  /** 1 when the whole file is meant. */
  line: number;
}

export type FileReading = { ok: true; file: ReadFile } | { ok: false; refusal: ReadingRefusal };
