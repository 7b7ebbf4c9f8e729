import { decimalString } from '../kernel/decimal-string.rules.js';
import { BYTE_ORDER_MARK, csvCell } from '../kernel/spreadsheet-text.rules.js';
import type { Indicator } from '../indicators/indicator.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Target } from '../targets/target.types.js';
import { PROGRAMME_HEADER, STANDARD_COLUMNS, type StandardColumn } from './standard-columns.rules.js';
import type { StandardLine } from './standard-line.types.js';

type Scale = Pick<Indicator, 'decimals' | 'nature'>;

/** What a measurement says that the standard file can carry. */
type Said = Omit<StandardLine, 'kind' | 'decimals'>;

/**
 * A measurement as a line. Its marking, its precision and its internal note have no column: the import keeps those that
 * are there as long as the value stays the same.
 */
export function measurementLine(said: Said, indicator: Scale | null): StandardLine {
  const { campaign, territory, channel, organisation, periodStart, periodEnd } = said;
  const { quantity, absence, status, source, note } = said;
  const key = {
    indicator: said.indicator,
    campaign,
    territory,
    channel,
    organisation,
    periodStart,
    periodEnd,
  };
  return {
    kind: indicator?.nature === 'context' ? 'context' : 'actual',
    ...key,
    quantity,
    absence,
    decimals: indicator?.decimals ?? 0,
    status,
    source,
    note,
  };
}

/** A validated measurement as a line. */
export const factLine = (fact: MeasurementFact, indicator: Scale | null): StandardLine =>
  measurementLine({ ...fact, status: 'validated' }, indicator);

/** A target or a baseline as a line. Its session and its way have no column: the import leaves them as they are. */
export function targetLine(target: Target, indicator: Scale | null): StandardLine {
  const { value, valueMax, qualifier } = target.amount;
  return {
    kind: target.kind,
    indicator: target.indicator,
    campaign: target.campaign,
    territory: null,
    channel: null,
    organisation: null,
    periodStart: target.periodStart,
    periodEnd: target.periodEnd,
    quantity: { value, valueMax, qualifier },
    absence: null,
    decimals: indicator?.decimals ?? 0,
    status: 'validated',
    source: target.decidedBy,
    note: target.note,
  };
}

/** « 12,5 » of 1250 with two decimals; never exactly three decimals, which would read as thousands. */
export function frenchDecimal(value: number, decimals: number): string {
  const [whole = '', fraction = ''] = decimalString(value, decimals).split('.');
  if (fraction === '') return whole;
  return `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`;
}

/** The first line of a standard file (`;`, UTF-8 with its mark, CRLF), as the import reads it again. */
const STANDARD_HEADER = `${BYTE_ORDER_MARK}${[PROGRAMME_HEADER, ...STANDARD_COLUMNS.map(({ header }) => header)].join(';')}\r\n`;

/** Lines of a standard file. Only texts may hold what a spreadsheet would run: « -5 » stays a number. */
function standardText(programme: string, lines: readonly StandardLine[]): string {
  const code = csvCell(programme);
  let text = '';
  for (const line of lines) {
    text += code;
    for (const column of STANDARD_COLUMNS) text += `;${cellOf(column, line)}`;
    text += '\r\n';
  }
  return text;
}

function cellOf(column: StandardColumn, line: StandardLine): string {
  if (column.kind === 'number') {
    const value = column.of(line);
    return value === null ? '' : frenchDecimal(value, line.decimals);
  }
  const text = column.of(line) ?? '';
  return column.kind === 'text' ? csvCell(text) : text;
}

/** A whole standard file, of few lines. */
export const standardFile = (programme: string, lines: readonly StandardLine[]): string =>
  STANDARD_HEADER + standardText(programme, lines);

/** A whole standard file, as its lines come. */
export async function* standardCsv(
  programme: string,
  pages: AsyncIterable<readonly StandardLine[]>,
): AsyncGenerator<string> {
  yield STANDARD_HEADER;
  for await (const lines of pages) yield standardText(programme, lines);
}
