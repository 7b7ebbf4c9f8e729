import { formatPeriod } from '../kernel/french-date.rules.js';
import { formatNumber, formatQuantity } from '../kernel/french-number.rules.js';
import { precisionOf } from '../kernel/period.rules.js';
import type {
  MeasurementInput,
  MeasurementsReport,
  PartsUnderTotal,
} from '../measurements/measurement.types.js';
import type { StoreOutcome } from '../platform/database/store-record.js';
import type { TargetDefinition } from '../targets/target.types.js';
import { FileTotals } from './file-totals.js';
import type { Encoding, ImportQuestion, ImportReport, RejectedCell } from './import.types.js';
import type { IndicatorScale, RowReading } from './standard/standard-row.rules.js';

/** A row read and waiting to be recorded with others. */
export type PendingRow =
  | { kind: 'measurement'; line: number; input: MeasurementInput }
  | { kind: 'target'; line: number; definition: TargetDefinition };

/** A file with a million mistakes is told by its first ones. */
const MOST_REJECTIONS = 1_000;
const MOST_QUESTIONS = 100;

/** The report of one file, as its rows pass. */
export class ImportDraft {
  private rowsRead = 0;
  private readonly leftOut = new Map<string, number>();
  private counts = { created: 0, updated: 0, unchanged: 0 };
  private readonly rejected: RejectedCell[] = [];
  private readonly questions: ImportQuestion[] = [];
  private readonly under = new Map<string, PartsUnderTotal & { decimals: number; symbol: string | null }>();
  private readonly totals = new FileTotals();
  private profile: ImportReport['profile'] = 'standard-v1';

  private sha256: string | null = null;
  private encoding: Encoding | null = null;

  constructor(readonly file: string) {}

  identify({ sha256, encoding }: { sha256: string; encoding: Encoding | null }): void {
    this.sha256 = sha256;
    this.encoding = encoding;
  }

  /** Something of the file is wrong: nothing of it may be kept. */
  get isRefused(): boolean {
    return this.rejected.length > 0;
  }

  unknownProfile(rejected: RejectedCell): void {
    this.profile = null;
    this.reject([rejected]);
  }

  reject(cells: readonly RejectedCell[]): void {
    this.rejected.push(...cells.slice(0, MOST_REJECTIONS - this.rejected.length));
  }

  /** Takes in one row; what can be recorded joins `pending`. */
  read(reading: RowReading, line: number, pending: PendingRow[]): void {
    this.rowsRead += 1;
    switch (reading.kind) {
      case 'left_out':
        this.leftOut.set(reading.reason, (this.leftOut.get(reading.reason) ?? 0) + 1);
        break;
      case 'rejected':
        this.reject(reading.rejected);
        this.questions.push(...reading.questions.slice(0, MOST_QUESTIONS - this.questions.length));
        break;
      case 'target':
        pending.push({ kind: 'target', line, definition: reading.definition });
        break;
      case 'measurement': {
        const { input, scale, quantity } = reading;
        if (quantity !== null) {
          this.totals.add(scale, input.periodStart, input.periodEnd, quantity);
        }
        pending.push({ kind: 'measurement', line, input });
      }
    }
  }

  count({ created, updated, unchanged }: MeasurementsReport): void {
    this.counts.created += created;
    this.counts.updated += updated;
    this.counts.unchanged += unchanged;
  }

  countTarget(outcome: StoreOutcome): void {
    this.counts[outcome] += 1;
  }

  partsUnderTotal(found: readonly PartsUnderTotal[], scaleOf: (code: string) => IndicatorScale | null): void {
    for (const group of found) {
      const key = `${group.indicator}|${group.periodStart}|${group.periodEnd}|${JSON.stringify(group.total)}`;
      const known = this.under.get(key);
      const { decimals = 0, symbol = null } = scaleOf(group.indicator) ?? {};
      if (known) known.parts += group.parts;
      else this.under.set(key, { ...group, decimals, symbol });
    }
  }

  report(): ImportReport {
    const kept = !this.isRefused;
    const { created, updated, unchanged } = kept ? this.counts : { created: 0, updated: 0, unchanged: 0 };
    return {
      file: this.file,
      sha256: this.sha256,
      profile: this.profile,
      encoding: this.encoding,
      rowsRead: this.rowsRead,
      rowsLeftOut: [...this.leftOut].map(([reason, count]) => ({ reason, count })),
      created,
      updated,
      unchanged,
      rejected: this.rejected.toSorted((one, other) => one.line - other.line),
      totals: this.totals.list(),
      questions: [...this.questions, ...[...this.under.values()].slice(0, MOST_QUESTIONS).map(underTotal)],
    };
  }
}

function underTotal(group: PartsUnderTotal & { decimals: number; symbol: string | null }): ImportQuestion {
  const { periodStart: start, periodEnd: end, parts, decimals, symbol } = group;
  const period = formatPeriod({ start, end, precision: precisionOf(start, end) });
  const total = formatQuantity(group.total, { decimals, symbol, signed: false }).text;
  const isOne = parts === 1;
  const lines = isOne ? '1 ligne détaille' : `${formatNumber(parts)} lignes détaillent`;
  const what = group.waits ? 'le total qui attend sa validation' : 'le total déjà déclaré';
  const kept = isOne
    ? 'elle est gardée comme ventilation et ne s’y ajoute pas'
    : 'elles sont gardées comme ventilation et ne s’y ajoutent pas';
  const counted = isOne
    ? 'elle compte jusque-là, puis en est la ventilation et ne s’y ajoute pas'
    : 'elles comptent jusque-là, puis en sont la ventilation et ne s’y ajoutent pas';
  return {
    code: 'parts_under_total',
    message: `${lines} ${what} pour ${group.indicator} (${period} : ${total}) : ${group.waits ? counted : kept}.`,
    choices: [
      'garder le total déclaré et sa ventilation',
      'retirer le total déclaré : la somme des lignes le remplacera',
    ],
  };
}
