import type { IsoDate } from '../kernel/period.types.js';

/** sv-SE writes days as ISO text. */
const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

/** The programme's day on which an ISO instant falls: 23:30 UTC is already tomorrow in Paris. */
export const parisDay = (instant: string): IsoDate => PARIS.format(new Date(instant));
