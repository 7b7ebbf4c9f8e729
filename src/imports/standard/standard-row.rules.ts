import { decimalString, quote } from '../../kernel/decimal-string.rules.js';
import type { Quantity } from '../../kernel/figure.types.js';
import { joinList } from '../../kernel/french-text.rules.js';
import { nearestCode } from '../../kernel/nearest-code.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import { STATUS_FRENCH_CODES, statusFromFrench } from '../../kernel/qualifier-codes.rules.js';
import type { MeasurementInput } from '../../measurements/measurement.types.js';
import type { TargetDefinition, TargetKind } from '../../targets/target.types.js';
import type { ImportQuestion, RejectedCell } from '../import.types.js';
import { RowCells, type StandardRow } from './row-cells.rules.js';

/** What reading a value needs to know of its indicator. */
export interface IndicatorScale {
  code: string;
  decimals: number;
  symbol: string | null;
  isContext: boolean;
  /** Values of several periods add up. */
  adds: boolean;
}

/** What rows of one file are read with. */
export interface RowContext {
  /** Its code; null where none is installed yet. */
  programme: string | null;
  /** Every code that exists. */
  codes: readonly string[];
  /** Finds an indicator by its code in any case. */
  indicator(code: string): IndicatorScale | null;
}

export type RowReading =
  | { kind: 'measurement'; input: MeasurementInput; scale: IndicatorScale; quantity: Quantity | null }
  | { kind: 'target'; definition: TargetDefinition }
  | { kind: 'left_out'; reason: string }
  | {
      kind: 'rejected';
      rejected: RejectedCell[];
      questions: ImportQuestion[];
      /** What the row says of an indicator that does not exist, when it is a plain whole number. */
      told?: { code: string; periodStart: string; periodEnd: string; quantity: Quantity };
    };

const VALUE_TYPES = ['realise', 'cible', 'reference', 'contexte'] as const;
type ValueType = (typeof VALUE_TYPES)[number];
const TYPES_BY_NAME: ReadonlyMap<string, ValueType> = new Map(VALUE_TYPES.map((type) => [type, type]));
/** The standard file has no column for them. */
const UNSAID = { meetingCode: null, path: null, steps: null };
const TARGET_TYPES: ReadonlyMap<ValueType, TargetKind> = new Map([
  ['cible', 'target'],
  ['reference', 'baseline'],
]);

/** Reads one row of the standard file: a measurement, a target, nothing to keep, or everything that is wrong with it. */
export function readRow(row: StandardRow, line: number, context: RowContext): RowReading {
  if (isEmpty(row)) return { kind: 'left_out', reason: 'ligne vide' };
  return new RowReader(row, line, context).read();
}

function isEmpty(row: StandardRow): boolean {
  // Nearly every row says of which indicator it speaks.
  if ((row.get('code_indicateur') ?? '').trim() !== '') return false;
  for (const cell of row.values()) if (cell.trim() !== '') return false;
  return true;
}

/** Puts the cells of one row together. */
class RowReader extends RowCells {
  constructor(
    row: StandardRow,
    line: number,
    private readonly context: RowContext,
  ) {
    super(row, line);
  }

  read(): RowReading {
    this.checkProgramme();
    const type = this.valueType();
    const indicatorCode = this.cell('code_indicateur');
    const scale = this.context.indicator(indicatorCode);
    if (scale !== null && type !== null) this.checkNature(type, scale);
    if (scale === null) this.refuseIndicator(indicatorCode);
    const periodStart = this.day('periode_debut');
    const periodEnd = this.day('periode_fin');
    this.checkPeriod(periodStart, periodEnd);
    const status = this.word('statut', statusFromFrench, STATUS_FRENCH_CODES);
    const value = this.value(scale);
    if (this.rejected.length > 0 || value === null || scale === null) {
      const { rejected, questions } = this;
      const isKnown = scale !== null || indicatorCode === '' || rejected.length > 1;
      const told = isKnown ? null : this.wholeNumber();
      return told === null
        ? { kind: 'rejected', rejected, questions }
        : {
            kind: 'rejected',
            rejected,
            questions,
            told: { code: indicatorCode, periodStart, periodEnd, quantity: told },
          };
    }
    const { quantity, absence } = value;
    if (quantity === null && absence === null) return { kind: 'left_out', reason: 'ni valeur ni absence' };
    const { decimals } = scale;
    const amount = quantity && {
      value: decimalString(quantity.value, decimals),
      valueMax: quantity.valueMax === null ? null : decimalString(quantity.valueMax, decimals),
      qualifier: quantity.qualifier,
    };
    const key = { indicator: indicatorCode, campaign: this.code('code_operation'), periodStart, periodEnd };
    const kind = type === null ? undefined : TARGET_TYPES.get(type);
    if (kind !== undefined) {
      if (amount === null) return { kind: 'left_out', reason: 'cible ou référence sans valeur' };
      const [decidedBy, note] = [this.text('source'), this.text('commentaire')];
      return { kind: 'target', definition: { kind, ...key, ...amount, decidedBy, note, ...UNSAID } };
    }
    return {
      kind: 'measurement',
      scale,
      quantity,
      // Member by member: spreading costs a million rows more than the rest of their reading.
      input: {
        indicator: key.indicator,
        campaign: key.campaign,
        territory: this.code('code_territoire'),
        channel: this.code('canal'),
        organisation: this.code('organisation'),
        periodStart,
        periodEnd,
        value: amount?.value,
        valueMax: amount?.valueMax,
        qualifier: amount?.qualifier,
        absence: amount === null ? absence : undefined,
        status: status ?? undefined,
        // An empty cell says nothing: it takes back neither a source nor a note given before.
        source: this.text('source') ?? undefined,
        note: this.text('commentaire') ?? undefined,
      },
    };
  }

  private wholeNumber(): Quantity | null {
    const value = this.value({ decimals: 0, symbol: null });
    return value?.quantity ?? null;
  }

  private checkProgramme(): void {
    const found = this.cell('code_programme');
    const { programme } = this.context;
    if (found === '' || programme === null || found === programme) return;
    if (found.toUpperCase() === programme.toUpperCase()) return;
    const message = `Cette ligne est du programme ${quote(found)}, cette installation porte ${programme}.`;
    this.add('code_programme', { code: 'other_programme', message });
  }

  private refuseIndicator(code: string): void {
    const near = nearestCode(code, this.context.codes);
    const way =
      near === null
        ? 'Vérifiez le code : rien n’est créé à partir d’un chiffre.'
        : `Vouliez-vous écrire ${near} ?`;
    const message =
      code === ''
        ? 'Il manque le code de l’indicateur.'
        : `Aucun indicateur n’a le code ${quote(code)}. ${way}`;
    this.add('code_indicateur', { code: 'unknown_indicator', message });
  }

  private checkPeriod(start: string, end: string): void {
    if (start <= end || parseIsoDate(start) === null || parseIsoDate(end) === null) return;
    const message = `La période finit le ${end}, avant de commencer le ${start} : échangez les deux dates ou corrigez-en une.`;
    this.add('periode_fin', { code: 'period_reversed', message });
  }

  private valueType(): ValueType | null {
    const found = this.cell('type_valeur').toLowerCase();
    const type = TYPES_BY_NAME.get(found);
    if (type !== undefined) return type;
    const message = `${quote(found)} n’est pas un type de valeur : écrivez ${joinList([...VALUE_TYPES], 'ou')}.`;
    this.add('type_valeur', { code: 'unknown_word', message });
    return null;
  }

  private checkNature(type: ValueType, { code, isContext }: IndicatorScale): void {
    if (type === 'contexte' && !isContext) {
      const message = `${code} n’est pas un indicateur de contexte : écrivez realise.`;
      this.add('type_valeur', { code: 'wrong_value_type', message });
    }
    if (type === 'realise' && isContext) {
      const message = `${code} est un indicateur de contexte : écrivez contexte.`;
      this.add('type_valeur', { code: 'wrong_value_type', message });
    }
  }
}
