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

const PLAIN_DECIMAL = /^(-?\d{1,15})(?:\.(\d{1,15}))?$/;

/**
 * Reads `12.5` as 1250 for two decimals: digits are moved, never multiplied. Null when the text is no plain decimal
 * or says more than the indicator keeps.
 */
export function smallestUnits(given: number | string, decimals: number): number | null {
  const match = PLAIN_DECIMAL.exec(String(given));
  if (match === null) return null;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const amount = Number(`${match[1]}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(amount) ? amount || 0 : null;
}
