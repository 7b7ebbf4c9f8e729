import { decimalString } from '../../kernel/decimal-string.rules.js';
import { each, type LongWork } from '../../kernel/long-work.rules.js';
import type { MeasurementInput } from '../../measurements/measurement.types.js';
import type { Interpretation, Observation } from '../interpretation.types.js';
import type { KnownItem } from './batch.types.js';
import { itemSums, summedRows } from './observation-sums.rules.js';

/** What a file comes to, ready to be recorded. */
export interface FigureRows {
  /** Observations of whole slices and periods, in the order of the file. */
  rows: Observation[];
  /** Lines of which no number holds the sum. */
  tooLarge: number[];
  /** Items to keep. */
  items: Observation[];
}

/** Adds up what adds up. @param known what is known of the items of the source */
export function* figureRows(
  { observations, rowsAddUp }: Pick<Interpretation, 'observations' | 'rowsAddUp'>,
  known: readonly KnownItem[],
): LongWork<FigureRows> {
  const [items, whole]: [Observation[], Observation[]] = [[], []];
  yield* each(observations, (one) => (one.item === null ? whole : items).push(one));
  const { sums, changed } = items.length === 0 ? { sums: [], changed: [] } : yield* itemSums(items, known);
  const all = [rowsAddUp ? yield* summedRows(whole) : whole, sums];
  const rows = all.flatMap((some) => some.filter((one) => one !== null));
  const isTooLarge = rows.length < (all[0]?.length ?? 0) + sums.length;
  return { rows, tooLarge: isTooLarge ? [observations[0]?.line ?? 1] : [], items: changed };
}

/** An observation as a measurement is given. @param decimals of its indicator; @param source of the whole file */
export function inputOf(one: Observation, decimals: number, source: string | null): MeasurementInput {
  const { indicator, campaign, territory, channel, organisation, periodStart, periodEnd } = one;
  const { quantity, absence, note, status, marking } = one;
  const amount =
    quantity === null
      ? { absence }
      : {
          value: decimalString(quantity.value, decimals),
          valueMax: quantity.valueMax === null ? null : decimalString(quantity.valueMax, decimals),
          qualifier: quantity.qualifier,
        };
  return {
    indicator,
    campaign,
    territory,
    channel,
    organisation,
    periodStart,
    periodEnd,
    ...amount,
    status,
    marking,
    // What the file does not say takes back neither a source nor a note given before.
    source: one.source ?? source ?? undefined,
    note: note ?? undefined,
  };
}
