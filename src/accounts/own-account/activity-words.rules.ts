import { formatNumber, NO_BREAK_SPACE } from '../../kernel/french-number.rules.js';

const MINUTE_MS = 60_000;

/**
 * « actif à l’instant », « actif il y a 5 minutes ». Activity is noted to the minute, and half an hour without any
 * ends a session: nothing longer is to be said.
 *
 * @param instant ISO instant of the last activity.
 * @param now in milliseconds.
 */
export function activityWords(instant: string, now: number): string {
  // A clock set back must not make « il y a -3 minutes ».
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / MINUTE_MS));
  if (minutes === 0) return 'actif à l’instant';
  return `actif il y a ${formatNumber(minutes)}${NO_BREAK_SPACE}minute${minutes > 1 ? 's' : ''}`;
}
