import { z } from 'zod';
import type { TypedCell } from '../cells/cell.types.js';
import { groupBy } from '../../kernel/group-by.rules.js';
import { GRID_ORDERS } from './grid-frame.presenter.js';
import { monthAndRow } from './year-cells.rules.js';

/** Longer than any number with its qualifier: the reader says what is wrong with the rest. */
const CELL_MAX_LENGTH = 300;
const KEY_MAX_LENGTH = 420;
const MOST_CELLS = 500;
/** An exercice has no more: its form carries the cells of all of them. */
const MOST_MONTHS = 18;
const MONTH_LENGTH = '2020-09/'.length;
const FIELD_MAX_LENGTH = 1_000;
const TOO_MANY = 'Envoyez au plus 500 cases à la fois.';
const TOO_MANY_CELLS = { code: 'too_big', maximum: MOST_CELLS, origin: 'array' } as const;
const TOO_LONG = { code: 'too_big', maximum: FIELD_MAX_LENGTH, origin: 'string' } as const;

const part = z.string().max(100).optional().catch(undefined);

/** `?ajout=KEY`, several times apart by commas; or the lists of « Ajouter une ligne ». */
export const gridQuery = z.object({
  /** `mois`: the exercice with a column for each of its months. */
  vue: z.literal('mois').optional().catch(undefined),
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
  cells: z.array(cell).max(MOST_CELLS, { error: TOO_MANY }),
});
export type CellsBody = z.output<typeof cellsBody>;

/**
 * The whole grid as a plain form: `c:KEY` what is typed, `v:KEY` the version it started from; in a year by months
 * `c:2020-09/KEY`.
 */
export const gridBody = z.unknown().transform((body, { addIssue }): GridFields => {
  const cells: TypedCell[] = [];
  // A record of zod would let `__proto__` go by unseen.
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const texts = new Map(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
  for (const [name, text] of fields) {
    if (!isField(name)) addIssue({ code: 'unrecognized_keys', keys: [name], input: {} });
    else if (typeof text !== 'string')
      addIssue({ code: 'invalid_type', expected: 'string', path: [name], input: text });
    else if (text.length > FIELD_MAX_LENGTH) {
      addIssue({ ...TOO_LONG, path: [name], input: text });
    } else if (name.startsWith('c:')) {
      const key = name.slice(2);
      cells.push({ key, typed: text, version: versionOf(texts.get(`v:${key}`)) });
    }
  }
  const ofEachMonth = [...groupBy(cells, ({ key }) => monthAndRow(key).month).values()];
  const isTooMany = ofEachMonth.length > MOST_MONTHS || ofEachMonth.some((own) => own.length > MOST_CELLS);
  if (isTooMany) addIssue({ ...TOO_MANY_CELLS, input: body });
  const action = texts.get('action');
  const reason = (texts.get('motif') ?? '').trim();
  return { isSent: action === 'transmettre', isCarried: action === 'reprendre', reason, cells };
});

/** What the form of a grid says. */
interface GridFields {
  /** Sent to be validated, not only saved. */
  isSent: boolean;
  /** Its empty cells are to take what the period before says. */
  isCarried: boolean;
  reason: string;
  cells: TypedCell[];
}

const isField = (name: string): boolean =>
  name === 'action' ||
  name === 'motif' ||
  (/^[cv]:/.test(name) && name.length <= MONTH_LENGTH + KEY_MAX_LENGTH + 2);

export type GridBody = z.output<typeof gridBody>;

const versionOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number.parseInt(text, 10) : 0;
