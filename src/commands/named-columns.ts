import type { ColumnChoices } from '../imports/interpretation.types.js';
import { UsageError } from './usage-error.js';

const COLUMN_ROLES = ['date', 'value', 'item', 'territory', 'channel', 'note'] as const;
type ColumnRole = (typeof COLUMN_ROLES)[number];

const INCOMPLETE = {
  fr: 'Pour nommer les colonnes, donnez --column date=… (ou --period 2020-06), puis --indicator CODE et --column value=… autant de fois l’un que l’autre.',
  en: 'To name columns, give --column date=... (or --period 2020-06), then --indicator CODE and --column value=... as many times one as the other.',
};

/**
 * « --column date=Horodatage »: which column is what, for a file that no profile knows. The first indicator is counted by
 * the first `value`, the second by the second.
 * @param hasPeriod the period of the whole file is said: no column of it needs to be one of dates
 * @throws UsageError
 */
export function namedColumns(
  indicators: readonly string[],
  columns: readonly string[],
  hasPeriod: boolean,
): ColumnChoices | undefined {
  if (indicators.length === 0 && columns.length === 0) return undefined;
  const said = columns.map((column) => {
    const [role = '', ...header] = column.split('=');
    return { role: roleOf(role), header: header.join('=') };
  });
  const found = (role: ColumnRole): string | null =>
    said.findLast((one) => one.role === role)?.header ?? null;
  const date = found('date');
  const values = said.filter(({ role }) => role === 'value');
  if ((date === null && !hasPeriod) || values.length === 0 || values.length !== indicators.length)
    throw new UsageError(INCOMPLETE);
  return {
    date,
    values: values.map(({ header: column }, index) => ({ column, indicator: indicators[index] ?? '' })),
    item: found('item'),
    territory: found('territory'),
    channel: found('channel'),
    note: found('note'),
    leaveTotalsOut: true,
    grain: 'month',
  };
}

function roleOf(word: string): ColumnRole {
  const role = COLUMN_ROLES.find((known) => known === word);
  if (role !== undefined) return role;
  throw new UsageError({
    fr: `--column vaut ${COLUMN_ROLES.join(' ou ')}, pas « ${word} ».`,
    en: `--column is ${COLUMN_ROLES.join(' or ')}, not "${word}".`,
  });
}
