import { decimalString } from '../kernel/decimal-string.rules.js';
import { absenceToFrench, qualifierToFrench, statusToFrench } from '../kernel/qualifier-codes.rules.js';
import { disarmFormula } from '../kernel/spreadsheet-text.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import type { Indicator } from '../indicators/indicator.types.js';
import type { Target } from '../targets/target.types.js';
import type { BilanRow } from './bilan.types.js';

/** The words of the standard file (`;`, UTF-8 with its mark, CRLF): what the import reads again. */
const KINDS: Record<BilanRow['kind'], string> = {
  actual: 'realise',
  target: 'cible',
  baseline: 'reference',
  context: 'contexte',
};

type Scale = Pick<Indicator, 'decimals' | 'nature'>;

/** A validated measurement as a row. */
export function measurementRow(fact: MeasurementFact, indicator: Scale | null): BilanRow {
  return {
    kind: indicator?.nature === 'context' ? 'context' : 'actual',
    indicator: fact.indicator,
    campaign: fact.campaign,
    territory: fact.territory,
    channel: fact.channel,
    organisation: fact.organisation,
    periodStart: fact.periodStart,
    periodEnd: fact.periodEnd,
    quantity: fact.quantity,
    absence: fact.absence,
    decimals: indicator?.decimals ?? 0,
    marking: fact.marking,
    source: fact.source,
    note: fact.note,
  };
}

/** A target or a baseline as a row. */
export function targetRow(target: Target, indicator: Scale | null): BilanRow {
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
    marking: 'final',
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

function textCell(text: string | null): string {
  const safe = disarmFormula(text ?? '');
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const HEADERS = [
  'code_programme',
  'code_operation',
  'code_indicateur',
  'periode_debut',
  'periode_fin',
  'type_valeur',
  'valeur',
  'qualificatif',
  'statut',
  'source',
  'commentaire',
  'code_territoire',
  'canal',
  'organisation',
  'valeur_max',
  'absence',
];

function cells(row: BilanRow, programme: string): string[] {
  const { quantity, decimals } = row;
  return [
    textCell(programme),
    textCell(row.campaign),
    textCell(row.indicator),
    row.periodStart,
    row.periodEnd,
    KINDS[row.kind],
    quantity === null ? '' : frenchDecimal(quantity.value, decimals),
    quantity === null ? '' : qualifierToFrench(quantity.qualifier),
    statusToFrench('validated'),
    textCell(row.source),
    textCell(row.note),
    textCell(row.territory),
    textCell(row.channel),
    textCell(row.organisation),
    quantity === null || quantity.valueMax === null ? '' : frenchDecimal(quantity.valueMax, decimals),
    row.absence === null ? '' : absenceToFrench(row.absence),
  ];
}

/** The standard file of a bilan's values. */
export function standardFile(programme: string, rows: readonly BilanRow[]): string {
  const lines = [HEADERS, ...rows.map((row) => cells(row, programme))];
  return `\ufeff${lines.map((line) => `${line.join(';')}\r\n`).join('')}`;
}
