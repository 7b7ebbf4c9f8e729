import { addDays, dateParts, isoOf } from '../../kernel/calendar.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import type { Interpretation, Observation } from '../interpretation.types.js';
import type { IndicatorScale } from '../standard/standard-row.rules.js';

/** What the connector feeds, where these indicators exist. */
export const MATOMO_INDICATORS = {
  visits: 'VISITES_SITE',
  uniqueVisitors: 'VISITEURS_UNIQUES_SITE',
} as const;
const CHANNEL = 'site_web';
/** The month under way, and those that Matomo may still count again. */
const MONTHS = 3;

export interface CountedMonth {
  start: IsoDate;
  end: IsoDate;
  /** It is not over. */
  isCurrent: boolean;
}

/** The months to ask for, the oldest first. */
export function monthsToAsk(today: IsoDate): CountedMonth[] {
  const { year, month } = dateParts(today);
  return Array.from({ length: MONTHS }, (_, index) => {
    const place = year * 12 + month - MONTHS + index;
    const startOf = (number: number): IsoDate => isoOf(Math.floor(number / 12), (number % 12) + 1, 1);
    return { start: startOf(place), end: addDays(startOf(place + 1), -1), isCurrent: index === MONTHS - 1 };
  });
}

/** Where the figures go. */
export interface MatomoPlace {
  campaign: string | null;
  channels: readonly { code: string }[];
  scales: ReadonlyMap<string, IndicatorScale>;
}

/** What a month says of the indicators that exist. The month under way is provisional. */
export function matomoObservations(
  month: CountedMonth,
  counts: { visits: number | null; uniqueVisitors: number | null },
  { campaign, channels, scales }: MatomoPlace,
): Observation[] {
  const channel = channels.some(({ code }) => code === CHANNEL) ? CHANNEL : null;
  return (['visits', 'uniqueVisitors'] as const).flatMap((counted): Observation[] => {
    const scale = scales.get(MATOMO_INDICATORS[counted]);
    const count = counts[counted];
    if (scale === undefined || count === null) return [];
    return [
      {
        line: 1,
        item: null,
        indicator: scale.code,
        campaign,
        territory: null,
        channel,
        organisation: null,
        periodStart: month.start,
        periodEnd: month.end,
        quantity: { value: count * 10 ** scale.decimals, valueMax: null, qualifier: 'exact' },
        absence: null,
        note: null,
        marking: month.isCurrent ? 'provisional' : 'final',
      },
    ];
  });
}

/** The same as what a file would say: a later answer takes the place of an earlier one. */
export const matomoInterpretation = (observations: Observation[]): Interpretation => ({
  profile: { id: 'matomo-api', name: 'Matomo', recognition: 'sure' },
  rowsRead: observations.length,
  rowsLeftOut: [],
  personalColumns: [],
  ignoredColumns: [],
  dateForm: 'iso',
  observations,
  rowsAddUp: false,
  targets: [],
  sketches: [],
  channels: [],
  source: 'Matomo',
  kind: 'snapshot',
  rejected: [],
  questions: [],
  glimpse: null,
});
