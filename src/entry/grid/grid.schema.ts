import { z } from 'zod';
import { GRID_ORDERS } from './grid.presenter.js';

/** Longer than any number with its qualifier: the reader says what is wrong with the rest. */
const CELL_MAX_LENGTH = 300;
const KEY_MAX_LENGTH = 420;
const MOST_CELLS = 500;

const part = z.string().max(100).optional().catch(undefined);

/** `?ajout=KEY`, several times apart by commas; or the lists of « Ajouter une ligne ». */
export const gridQuery = z.object({
  ordre: z.enum(GRID_ORDERS).optional().catch(undefined),
  fait: z.string().max(60).optional().catch(undefined),
  ajout: z.string().max(4_000).optional().catch(undefined),
  indicateur: part,
  operation: part,
  territoire: part,
  canal: part,
  organisation: part,
});
export type GridQuery = z.output<typeof gridQuery>;

export const periodParam = z.string().max(20);

const cell = z.strictObject({
  key: z.string().max(KEY_MAX_LENGTH),
  typed: z.string().max(CELL_MAX_LENGTH, { error: 'Une case compte au plus 300 caractères.' }),
  version: z.int().min(0).max(1_000_000),
});

/** What the grid's script sends as cells are left. */
export const cellsBody = z.strictObject({
  cells: z.array(cell).max(MOST_CELLS, { error: 'Envoyez au plus 500 cases à la fois.' }),
});
export type CellsBody = z.output<typeof cellsBody>;

const FIELDS: ReadonlySet<string> = new Set(['action', 'motif']);

/** The whole grid as a plain form: `c:KEY` what is typed, `v:KEY` the version it started from. */
export const gridBody = z
  .record(z.string().max(KEY_MAX_LENGTH + 2), z.string().max(2_000))
  .superRefine((fields, { addIssue }) => {
    for (const name of Object.keys(fields)) {
      if (/^[cv]:/.test(name) || FIELDS.has(name)) continue;
      addIssue({ code: 'unrecognized_keys', keys: [name], input: fields });
    }
  })
  .transform((fields) => ({
    isSent: fields['action'] === 'transmettre',
    reason: (fields['motif'] ?? '').trim(),
    cells: Object.entries(fields).flatMap(([name, typed]) => {
      if (!name.startsWith('c:')) return [];
      const key = name.slice(2);
      return [{ key, typed: typed.slice(0, CELL_MAX_LENGTH), version: versionOf(fields[`v:${key}`]) }];
    }),
  }))
  .refine(({ cells }) => cells.length <= MOST_CELLS, { error: 'Envoyez au plus 500 cases à la fois.' });
export type GridBody = z.output<typeof gridBody>;

const versionOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number.parseInt(text, 10) : 0;
