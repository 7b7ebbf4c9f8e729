import { decimalString } from '../kernel/decimal-string.rules.js';
import { absenceToFrench, qualifierToFrench, statusToFrench } from '../kernel/qualifier-codes.rules.js';
import { BYTE_ORDER_MARK, csvCell } from '../kernel/spreadsheet-text.rules.js';
import type { Indicator } from '../indicators/indicator.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Target } from '../targets/target.types.js';
import type { StandardLine } from './standard-line.types.js';

/** The words of the standard file (`;`, UTF-8 with its mark, CRLF): what the import reads again. */
const KINDS: Record<StandardLine['kind'], string> = {
  actual: 'realise',
  target: 'cible',
  baseline: 'reference',
  context: 'contexte',
};

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
function frenchDecimal(value: number, decimals: number): string {
  const [whole = '', fraction = ''] = decimalString(value, decimals).split('.');
  if (fraction === '') return whole;
  return `${whole},${fraction.length === 3 ? `${fraction}0` : fraction}`;
}

/** What each column says of a line: a text, a number in the indicator's unit, a day, or nothing. */
type Column = readonly [
  header: string,
  kind: 'text' | 'code' | 'number',
  cell: (line: StandardLine) => string,
];

const optional = (text: string | null): string => text ?? '';

/** The columns of the file, in their order, but the first: the programme's code. */
const COLUMNS: readonly Column[] = [
  ['code_operation', 'text', ({ campaign }) => optional(campaign)],
  ['code_indicateur', 'text', ({ indicator }) => indicator],
  ['periode_debut', 'code', ({ periodStart }) => periodStart],
  ['periode_fin', 'code', ({ periodEnd }) => periodEnd],
  ['type_valeur', 'code', ({ kind }) => KINDS[kind]],
  [
    'valeur',
    'number',
    ({ quantity, decimals }) => (quantity === null ? '' : frenchDecimal(quantity.value, decimals)),
  ],
  [
    'qualificatif',
    'code',
    ({ quantity }) => (quantity === null ? '' : qualifierToFrench(quantity.qualifier)),
  ],
  ['statut', 'code', ({ status }) => statusToFrench(status)],
  ['source', 'text', ({ source }) => optional(source)],
  ['commentaire', 'text', ({ note }) => optional(note)],
  ['code_territoire', 'text', ({ territory }) => optional(territory)],
  ['canal', 'text', ({ channel }) => optional(channel)],
  ['organisation', 'text', ({ organisation }) => optional(organisation)],
  [
    'valeur_max',
    'number',
    ({ quantity, decimals }) =>
      quantity === null || quantity.valueMax === null ? '' : frenchDecimal(quantity.valueMax, decimals),
  ],
  ['absence', 'code', ({ absence }) => (absence === null ? '' : absenceToFrench(absence))],
];

/** The first line of a standard file, with what tells spreadsheets that it is UTF-8. */
export const STANDARD_HEADER = `${BYTE_ORDER_MARK}${['code_programme', ...COLUMNS.map(([header]) => header)].join(';')}\r\n`;

/** Lines of a standard file. Only texts may hold what a spreadsheet would run: « -5 » stays a number. */
export function standardText(programme: string, lines: readonly StandardLine[]): string {
  const code = csvCell(programme);
  return lines
    .map((line) => {
      const cells = COLUMNS.map(([, kind, cell]) => (kind === 'text' ? csvCell(cell(line)) : cell(line)));
      return `${code};${cells.join(';')}\r\n`;
    })
    .join('');
}

/** A whole standard file, of few lines. */
export const standardFile = (programme: string, lines: readonly StandardLine[]): string =>
  STANDARD_HEADER + standardText(programme, lines);
