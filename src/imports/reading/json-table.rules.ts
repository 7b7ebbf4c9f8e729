import { JsonText, type JsonArray, type JsonObject, type JsonValue } from './json-text.rules.js';
import { refuse, refuseCell, refuseColumns, refuseRows } from './reading-refusals.rules.js';
import type { Cell, ReadingLimits, ReadTable, TableRow } from './reading.types.js';

/** Months, days, years and ranges, as Matomo names the members of its answers. */
const PERIOD = /^\d{4}(-\d{2}){0,2}(,\d{4}-\d{2}-\d{2})?$/;

/** Whether a text means to be JSON. `[Date];Vues` does not. */
export const looksLikeJson = (text: string): boolean => /^\s*(\{\s*["}]|\[\s*(["{[\]\d-]|$))/.test(text);

/** Reads a list of objects, one object, objects by period, or one object a line. @throws ReadingRefused */
export function readJson(text: string, limits: ReadingLimits): { kind: 'json' | 'ndjson'; table: ReadTable } {
  const json = new JsonText(text, limits);
  const first = json.next();
  let last = json.line;
  if (!json.hasMore()) return { kind: 'json', table: tableOf(rowsOf(first), limits) };
  const objects = [onLine(first, 1)];
  while (json.hasMore()) {
    if (json.line === last || objects.length > limits.rows) refuseRowsOrLine(json.line, last, limits);
    objects.push(onLine(json.next(), json.line));
    last = json.line;
  }
  return { kind: 'ndjson', table: tableOf(objects, limits) };
}

function refuseRowsOrLine(line: number, last: number, limits: ReadingLimits): never {
  if (line !== last) refuseRows(limits, line);
  refuse('broken_json', `Ligne ${line} : un seul objet JSON est attendu par ligne.`, line);
}

function onLine(value: JsonValue, line: number): JsonObject {
  if (isObject(value)) return value;
  refuse('broken_json', `Ligne ${line} : un objet JSON est attendu, entre accolades.`, line);
}

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && 'members' in value;
const isArray = (value: JsonValue): value is JsonArray =>
  typeof value === 'object' && value !== null && 'items' in value;

/** The objects that are rows. */
function rowsOf(value: JsonValue): JsonObject[] {
  if (isArray(value)) return value.items.map((item) => (isObject(item) ? item : refuseList()));
  if (!isObject(value)) return refuseList();
  const members = [...value.members];
  if (members.length > 0 && members.every(([name]) => PERIOD.test(name)))
    return members.flatMap(rowsOfPeriod);
  const lists = members.map(([, member]) => member).filter((member) => isArray(member) && isList(member));
  const [list] = lists;
  return lists.length === 1 && list !== undefined ? rowsOf(list) : [value];
}

const isList = ({ items }: JsonArray): boolean => items.length > 0 && items.every(isObject);

function rowsOfPeriod([date, value]: [string, JsonValue]): JsonObject[] {
  if (isArray(value)) return value.items.map((item) => (isObject(item) ? dated(date, item) : refuseList()));
  if (isObject(value)) return [dated(date, value)];
  return [{ members: new Map<string, JsonValue>([['date', date]]).set('value', value), line: 1 }];
}

const dated = (date: string, { members, line }: JsonObject): JsonObject => ({
  members: new Map<string, JsonValue>([['date', date], ...members]).set('date', date),
  line,
});

function refuseList(): never {
  refuse(
    'not_a_table',
    'Ce fichier JSON n’est pas un tableau : une liste d’objets est attendue, tous avec les mêmes noms.',
  );
}

/** One column a name, in the order in which names first appear. */
function tableOf(objects: readonly JsonObject[], limits: ReadingLimits): ReadTable {
  const columns = new Map<string, number>();
  const rows: TableRow[] = [];
  for (const object of objects) {
    const found: Cell[] = [];
    const seen = new Set<number>();
    const take = (name: string, cell: Cell): void => {
      const index = columns.get(name) ?? columns.size;
      columns.set(name, index);
      if (index >= limits.columns) refuseColumns(limits, object.line);
      if (Math.max(name.length, String(cell).length) > limits.cellCharacters) refuseCell(limits, object.line);
      if (seen.has(index)) {
        refuse(
          'duplicate_member',
          `Ligne ${object.line} : un même nom y est donné à deux valeurs.`,
          object.line,
        );
      }
      seen.add(index);
      while (found.length < index) found.push('');
      found[index] = cell;
    };
    flatten(object, '', take);
    if (found.every((cell) => cell === '')) continue;
    if (rows.length >= limits.rows) refuseRows(limits, object.line);
    rows.push({ line: object.line, cells: found });
  }
  const header: TableRow[] = columns.size === 0 ? [] : [{ line: 0, cells: [...columns.keys()] }];
  return { name: null, rows: [...header, ...rows] };
}

function flatten({ members }: JsonObject, prefix: string, take: (name: string, cell: Cell) => void): void {
  for (const [name, value] of members) {
    if (isObject(value)) flatten(value, `${prefix}${name}.`, take);
    else take(prefix + name, cellOf(value));
  }
}

function cellOf(value: Exclude<JsonValue, JsonObject>): Cell {
  if (value === null) return '';
  if (typeof value === 'boolean') return String(value);
  return isArray(value) ? value.source : value;
}
