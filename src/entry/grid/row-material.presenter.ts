import type { MeasurementRecord } from '../../measurements/measurement-record.types.js';
import { typographic } from '../../kernel/french-text.rules.js';
import type { Indicator } from '../../indicators/indicator.types.js';
import type { Target } from '../../targets/target.types.js';
import type { Warning } from '../checks/checks.types.js';
import type { Slice } from '../plan/collection-line.types.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import { sliceText } from '../plan/row-key.rules.js';
import type { RowLists } from './added-row.presenter.js';
import type { RowMaterial } from './grid-row.presenter.js';
import type { SentCell } from './grid.types.js';

/** What rows draw from; see `GridSources`. */
interface RowSources {
  bySlice: ReadonlyMap<string, readonly MeasurementRecord[]>;
  warnings: ReadonlyMap<number, readonly Warning[]>;
  targets: readonly Target[];
  indicators: ReadonlyMap<string, Indicator>;
  lists: RowLists;
}

/** All that one row, or one cell of a year, is made of; null when its indicator is not known any more. */
export function rowMaterial(
  row: ExpectedFigure,
  { bySlice, warnings, targets, indicators, lists }: RowSources,
  sent: SentCell | null,
): RowMaterial | null {
  const indicator = indicators.get(row.indicator);
  if (indicator === undefined) return null;
  return {
    row,
    indicator,
    place: placeOf(row, lists),
    records: bySlice.get(sliceText(row)) ?? [],
    warnings: (row.current === null ? undefined : warnings.get(row.current.id)) ?? [],
    target: targetOf(row, targets),
    sent,
  };
}

/** « Cahors · Facebook · CCI du Lot ». */
function placeOf({ territory, channel, organisation }: Slice, lists: RowLists): string {
  const words = [
    lists.territories.find(({ code }) => code === territory)?.name,
    lists.channels.find(({ code }) => code === channel)?.label,
    lists.organisations.find(({ code }) => code === organisation)?.name,
  ];
  return words
    .filter((word) => word !== undefined)
    .map(typographic)
    .join(' · ');
}

/** The target of the exercice that a whole slice aims at; a part of it has none of its own. */
function targetOf(row: Slice, targets: readonly Target[]): Target | null {
  if (row.territory !== null || row.channel !== null || row.organisation !== null) return null;
  return (
    targets.find(({ indicator, campaign }) => indicator === row.indicator && campaign === row.campaign) ??
    null
  );
}
