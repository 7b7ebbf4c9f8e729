/** An indicator in a campaign, by identifiers; 0 for measurements of no campaign. */
export interface Scope {
  indicatorId: number;
  campaignId: number;
}

export const scopeKey = ({ indicatorId, campaignId }: Scope): string => `${indicatorId}|${campaignId}`;

/** The dimensions that a measurement fills, as bits of its shape, and numbers of the axes along which it is cut. */
export const AXES = { territory: 1, channel: 2, organisation: 4 } as const;
export type Axis = keyof typeof AXES;
