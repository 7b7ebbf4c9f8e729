import { formatDate, formatTime } from '../../kernel/french-date.rules.js';

const PARIS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** « 16 décembre 2020 à 14 h 05 », in the programme's zone, of an ISO instant. */
export function momentText(instant: string): string {
  // sv-SE writes `2020-12-16 14:05`.
  const [day = '', time = ''] = PARIS.format(new Date(instant)).split(' ');
  return `${formatDate(day)} à\u00a0${formatTime(time)}`;
}
