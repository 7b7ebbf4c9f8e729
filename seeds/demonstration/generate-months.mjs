/** The thirty-six months of the demonstration and the regular irregularity of its figures. */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const pad = (number) => String(number).padStart(2, '0');

/** @typedef {{ index: number, year: number, month: number, start: string, end: string }} Month */

/** January 2023 to December 2025. `month` is 1 to 12. */
export const MONTHS = Array.from({ length: 36 }, (_, index) => {
  const year = 2023 + Math.floor(index / 12);
  const month = (index % 12) + 1;
  const days = DAYS[month - 1] + (year === 2024 && month === 2 ? 1 : 0);
  return { index, year, month, start: `${year}-${pad(month)}-01`, end: `${year}-${pad(month)}-${days}` };
});

/** Between -0.5 and 0.5: looks irregular, is the same for the same month and salt. */
export const wobble = (index, salt) => ((((index + 1) * 37 + salt * 59) * 7919) % 101) / 100 - 0.5;

/** A monthly value: the year's level, bent by the season and a little irregularity. */
export function monthly({ index, year, month }, levels, season, salt, spread = 0.16) {
  const level = levels[year - 2023] * season[month - 1];
  return Math.round(level * (1 + spread * wobble(index, salt)));
}

/** Cuts a whole number along weights; the last part takes what rounding left, so that the parts make the whole. */
export function split(total, weights) {
  const sum = weights.reduce((one, other) => one + other, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const given = parts.slice(0, -1).reduce((one, other) => one + other, 0);
  return [...parts.slice(0, -1), total - given];
}

/** December 2025 is an estimate of 18 December, November is provisional, the rest is final. */
export function marking({ year, month }) {
  if (year < 2025 || month < 11) return {};
  return { marking: month === 11 ? 'provisional' : 'estimated' };
}

/** A measurement over a whole month. */
export const ofMonth = (indicator, { start, end }, content) => ({
  indicator,
  periodStart: start,
  periodEnd: end,
  precision: 'month',
  ...content,
});

/** A measurement of a day: stocks and totals since the launch. */
export const ofDay = (indicator, day, content) => ({
  indicator,
  periodStart: day,
  periodEnd: day,
  precision: 'day',
  ...content,
});

/** A measurement of a civil year. */
export const ofYear = (indicator, year, content) => ({
  indicator,
  periodStart: `${year}-01-01`,
  periodEnd: `${year}-12-31`,
  precision: 'year',
  ...content,
});

/** The day on which a stock is counted: the last of the month, but that of the committee in December 2025. */
export const countingDay = ({ year, month, end }) => (year === 2025 && month === 12 ? '2025-12-18' : end);
