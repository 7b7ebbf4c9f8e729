/** A calendar day as ISO text, `2020-12-16`, in the programme's zone (Europe/Paris). Never a Date object. */
export type IsoDate = string;

/** How finely a period is known: « été 2020 » is a season, not four months that somebody measured. */
export const PRECISIONS = ['day', 'month', 'season', 'year', 'range', 'unknown'] as const;
export type Precision = (typeof PRECISIONS)[number];

export const SEASONS = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof SEASONS)[number];

/** A span of days, both included; a null end is open (« depuis avril 2020 »). */
export interface Period {
  start: IsoDate | null;
  end: IsoDate | null;
  precision: Precision;
}

/** A period with both ends, as measurements have. */
export interface ClosedPeriod {
  start: IsoDate;
  end: IsoDate;
}
