/** What the committee or the pilot thinks, beside the computed assessment: « avis ». */
export const OPINIONS = ['serene', 'achievable', 'support_needed', 'compromised'] as const;
export type Opinion = (typeof OPINIONS)[number];
