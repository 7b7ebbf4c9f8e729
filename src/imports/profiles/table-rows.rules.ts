import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { InterpretationContext, Observation, Slice } from '../interpretation.types.js';
import type { TableRow } from '../reading/reading.types.js';
import { headerText, presentColumns, valuesOf, type BlockValue } from './block-columns.rules.js';
import type { Block } from './blocks.rules.js';
import { readDateText } from './date-cells.rules.js';
import type { FileDates } from './date-order.rules.js';
import type { Findings } from './findings.rules.js';
import { formReader } from './form-rows.rules.js';
import { cellText, columnAt } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import type { ValueScale } from './indicator-words.rules.js';
import type { ItemBook } from './item-book.rules.js';
import { keyReader } from './item-keys.rules.js';
import { periodOfCell } from './periods.rules.js';
import { rowChoice } from './row-choice.rules.js';
import type { Slices } from './slices.rules.js';
import type { StatusCounts } from './status-counts.rules.js';
import type { ValueCells } from './value-cells.rules.js';

/** What reading the rows of a file needs, the same for all its blocks. */
export interface RowTools {
  profile: ImportProfile;
  context: InterpretationContext;
  findings: Findings;
  scaleOf: (code: string) => ValueScale;
  slices: Slices;
  dates: FileDates;
  cells: ValueCells;
  items: ItemBook | null;
  counts: StatusCounts | null;
  /** Values that do not add up, until it is known that they are alone. */
  alone: Map<string, { column: string; observations: Observation[] }>;
}

/** Where the period of the rows of a block comes from: their own date, or what stands above. */
export type BlockPeriod = { above: ClosedPeriod } | { column: number };

/** Reads the rows of one block. */
export function readRows(block: Block, when: BlockPeriod, tools: RowTools): void {
  const { profile, findings, counts, items } = tools;
  const values = valuesOf(block, tools);
  const leftOut = rowChoice(
    block,
    profile,
    values.flatMap(({ indexes }) => indexes),
  );
  const [sliceOf, noteOf] = [tools.slices.of(block), noteReader(block, profile)];
  const count = counts?.counter(block) ?? null;
  const form = profile.form === null ? null : formReader(block, profile.form, tools);
  const keyOf = keyReader(block, profile);
  const keyColumn = headerText(block, presentColumns(block, profile.item?.columns ?? [])[0] ?? 0);
  for (const row of block.rows) {
    findings.rowsRead += 1;
    const reason = leftOut(row);
    if (reason !== null) {
      findings.leaveOut(reason);
      continue;
    }
    const period = rowPeriod(row, block, when, values, tools);
    if (period === null) continue;
    const slice = sliceOf(row);
    if (count !== null) {
      count(row, period, slice);
      continue;
    }
    const base = { line: row.line, ...slice, periodStart: period.start, periodEnd: period.end };
    const note = noteOf(row);
    const said = form === null ? readValues(row, values, tools) : oneOrNone(form(row));
    if (said === null) continue;
    const observations = said.map(({ scale, quantity, absence, value }) => {
      const observation = { ...base, item: null, indicator: scale.code, quantity, absence, note };
      return { observation, value };
    });
    const adding = observations.filter(({ value }) => value?.adds !== false).map((one) => one.observation);
    for (const { observation, value } of observations) {
      if (value?.adds === false) keepAlone(tools, observation, value.column);
    }
    const item = keyOf?.(row) ?? null;
    if (item === null || items === null) findings.observations.push(...adding);
    else if (item === '') {
      const message = 'Il manque l’identifiant, qui dit si cette ligne a déjà été lue.';
      findings.reject({ line: row.line, column: keyColumn, code: 'missing_item', message });
    } else
      items.take(
        item,
        row.line,
        keyColumn,
        adding.map((one) => ({ ...one, item })),
      );
  }
}

type Said = Pick<Observation, 'quantity' | 'absence'> & { scale: ValueScale; value?: BlockValue };

const oneOrNone = (said: Said | null): Said[] | null => (said === null ? null : [said]);

/** What a row says of each indicator; null when it says nothing at all. */
function readValues(
  row: TableRow,
  values: readonly BlockValue[],
  { cells, findings }: RowTools,
): Said[] | null {
  const said: Said[] = [];
  let isUnread = false;
  for (const value of values) {
    const read = cells.read(row, value);
    if (read === null) isUnread = true;
    else if (read.quantity !== null || read.absence !== null)
      said.push({ ...read, scale: value.scale, value });
  }
  if (said.length > 0) return said;
  if (!isUnread && values.length > 0) findings.leaveOut('ni valeur ni absence');
  return null;
}

function keepAlone({ alone }: RowTools, observation: Observation, column: string): void {
  const { indicator, periodStart, periodEnd, campaign, territory, channel, organisation } = observation;
  const slice: Slice = { campaign, territory, channel, organisation };
  const key = [indicator, periodStart, periodEnd, ...Object.values(slice)].join('|');
  const kept = alone.get(key);
  if (kept === undefined) alone.set(key, { column, observations: [observation] });
  else kept.observations.push(observation);
}

function rowPeriod(
  row: TableRow,
  block: Block,
  when: BlockPeriod,
  values: readonly BlockValue[],
  { profile, dates, findings }: RowTools,
): ClosedPeriod | null {
  if ('above' in when) return when.above;
  const text = cellText(row.cells[when.column]);
  const grain = profile.date?.from === 'column' ? profile.date.grain : 'month';
  // The whole file waits for the answer to the question about its dates.
  if (dates.question !== null && readDateText(text)?.form === 'numeric') return null;
  const period = periodOfCell(text, dates.order, grain);
  if (period !== null) return period;
  const isBlank = values.every(({ indexes }) => indexes.every((index) => cellText(row.cells[index]) === ''));
  if (text === '' && values.length > 0 && isBlank) findings.leaveOut('ni date ni valeur');
  else {
    const found =
      text === '' ? 'Il manque la date' : sentence`${quote(text)} n’est pas un jour du calendrier`;
    const message = sentence`${found} : écrivez par exemple 31/01/2020 ou 2020-01-31.`;
    findings.reject({ line: row.line, column: headerText(block, when.column), code: 'not_a_date', message });
  }
  return null;
}

function noteReader(block: Block, { note }: ImportProfile): (row: TableRow) => string | null {
  const index = columnAt(block.columns, note);
  return ({ cells }) => {
    const text = index === null ? '' : cellText(cells[index]);
    return text === '' ? null : text;
  };
}
