/** What a style shows of a number: a day (and perhaps an hour), an hour of the day, or a time that passes 24 hours. */
export type DateStyle = 'day' | 'hour' | 'elapsed';

const DAY_MS = 86_400_000;
const DAY_SECONDS = 86_400;
/** The day after 31 December 9999. */
const AFTER_LAST_DAY = 2_958_466;

/** Formats that spreadsheets know without writing them, those of East Asia included. */
export function builtInDateStyle(format: number): DateStyle | null {
  if ((format >= 14 && format <= 17) || format === 22) return 'day';
  if (format >= 18 && format <= 21) return 'hour';
  if (format >= 45 && format <= 47) return format === 46 ? 'elapsed' : 'hour';
  return (format >= 27 && format <= 36) || (format >= 50 && format <= 58) ? 'day' : null;
}

/** What a written format such as `dd/mm/yyyy;@` shows; null for a plain number. */
export function dateStyleOf(format: string): DateStyle | null {
  const bare = format.replace(/"[^"]*"|[\\_*]./g, '');
  const [section = ''] = bare.split(';');
  if (/^\s*(general|standard)\s*$/i.test(section)) return null;
  if (/\[(h+|m+|s+)\]/i.test(section)) return 'elapsed';
  const letters = section.replace(/\[[^\]]*\]|am\/pm|a\/p/gi, '').toLowerCase();
  if (/[dyj]/.test(letters)) return 'day';
  if (/[hs]/.test(letters)) return 'hour';
  return letters.includes('m') ? 'day' : null;
}

/**
 * A number as the day, instant or hour that its style shows: `2020-04-16`, `2020-04-16T10:30:00`, `0:01:07`. Null when
 * no calendar has it.
 */
export function dateText(serial: number, style: DateStyle, from1904: boolean): string | null {
  if (serial < 0 || serial >= AFTER_LAST_DAY) return null;
  const seconds = Math.round(serial * DAY_SECONDS);
  const days = Math.floor(seconds / DAY_SECONDS);
  const clock = seconds % DAY_SECONDS;
  if (style === 'elapsed') return hours(seconds);
  if (days === 0 && !from1904) return style === 'hour' ? hours(clock) : null;
  if (days === 0 && style === 'hour') return hours(clock);
  const day = dayText(days, from1904);
  return clock === 0 ? day : `${day}T${hours(clock).padStart(8, '0')}`;
}

/** Lotus believed in 29 February 1900, and spreadsheets still count it. */
function dayText(days: number, from1904: boolean): string {
  if (!from1904 && days === 60) return '1900-02-29';
  const origin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(origin + days * DAY_MS).toISOString().slice(0, 10);
}

function hours(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`;
}

/** A day or an instant that the workbook writes in ISO, in the form of the others. */
export function isoText(written: string): string {
  const [, day, clock, seconds = ':00'] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?.*)?$/.exec(written) ?? [];
  if (day === undefined) return written;
  return clock === undefined || clock + seconds === '00:00:00' ? day : `${day}T${clock}${seconds}`;
}
