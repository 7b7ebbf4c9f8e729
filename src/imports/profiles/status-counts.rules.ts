import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { joinList, normaliseForSearch, sentence } from '../../kernel/french-text.rules.js';
import type { Slice } from '../interpretation.types.js';
import type { TableRow } from '../reading/reading.types.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { Block } from './blocks.rules.js';
import type { Findings } from './findings.rules.js';
import { cellText, columnAt, isOneOf } from './header-names.rules.js';
import type { CountRule } from './import-profile.types.js';
import type { ValueScale } from './indicator-words.rules.js';

const LONGEST_KIND = 200;

interface Count {
  line: number;
  slice: Slice;
  period: ClosedPeriod;
  scale: ValueScale;
  count: number;
  /** By what the rule tells in words: spelling first met, and how many. */
  kinds: Map<string, { name: string; count: number }>;
}

/** Counts rows by their status: of rows about people, nothing else is kept. */
export class StatusCounts {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly rule: CountRule,
    private readonly scaleOf: (code: string) => ValueScale,
    private readonly findings: Findings,
  ) {}

  /** Counts one row of a block. */
  counter(block: Block): (row: TableRow, period: ClosedPeriod, slice: Slice) => void {
    const [statusAt, kindAt] = [this.rule.status, this.rule.by].map((names) =>
      columnAt(block.columns, names),
    );
    const textAt = (row: TableRow, index: number | null | undefined): string =>
      index === null || index === undefined ? '' : cellText(row.cells[index]);
    return (row, period, slice) => {
      const status = textAt(row, statusAt);
      const wanted = this.rule.indicators.filter(
        ({ statuses }) => statuses.length === 0 || isOneOf(status, statuses),
      );
      if (wanted.length === 0) {
        this.findings.leaveOut(status === '' ? 'sans statut' : sentence`statut ${quote(status)}`);
      }
      for (const { indicator } of wanted) {
        this.count(this.scaleOf(indicator), {
          line: row.line,
          period,
          slice,
          kind: textAt(row, kindAt).slice(0, LONGEST_KIND),
        });
      }
    };
  }

  private count(
    scale: ValueScale,
    { line, period, slice, kind }: { line: number; period: ClosedPeriod; slice: Slice; kind: string },
  ): void {
    const key = [scale.code, period.start, period.end, ...Object.values(slice)].join('|');
    const count = this.counts.get(key) ?? { line, slice, period, scale, count: 0, kinds: new Map() };
    this.counts.set(key, count);
    count.line = Math.min(count.line, line);
    count.count += 1;
    const name = normaliseForSearch(kind);
    const told = count.kinds.get(name);
    if (told !== undefined) told.count += 1;
    else if (name !== '') count.kinds.set(name, { name: kind, count: 1 });
  }

  /** Tells the counts as observations once all rows have passed. */
  finish(): void {
    for (const { line, slice, period, scale, count, kinds } of this.counts.values()) {
      const told = [...kinds.values()].map((kind) => sentence`${kind.name} : ${formatNumber(kind.count)}`);
      this.findings.observations.push({
        line,
        item: null,
        indicator: scale.code,
        ...slice,
        periodStart: period.start,
        periodEnd: period.end,
        quantity: { value: count * 10 ** scale.decimals, valueMax: null, qualifier: 'exact' },
        absence: null,
        note: told.length === 0 ? null : joinList(told.toSorted()),
      });
    }
  }
}
