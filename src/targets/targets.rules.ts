import type { IsoDate } from '../kernel/period.types.js';
import type { TargetKind } from './target.types.js';

/** What a target is about, by identifiers. */
export interface TargetKey {
  kind: TargetKind;
  indicatorId: number;
  campaignId: number | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
}

/** The parts of the key joined: one row for each, although the campaign may be empty. */
export function targetKey({ kind, indicatorId, campaignId, periodStart, periodEnd }: TargetKey): string {
  return [kind, indicatorId, campaignId ?? '', periodStart, periodEnd].join('|');
}
