const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(1900, 0, 1);
/** Days before the figures of 2020, enough for five million measurements. */
const DAYS = 43_000;
const CAMPAIGNS = ['PORTAIL', 'SALON-PARIS', 'APPROPRIATION', 'PRODUCTEURS', 'SPOTS', 'ACHATLOT'];
const CHANNELS = ['site_web', 'salon', 'stand', 'reseaux_sociaux', 'facebook', 'linkedin', 'restaurateurs'];
const INDICATORS = ['VUES_RESEAUX', 'SPOTS_PARTAGES', 'SETS_DE_TABLE'];

const days = Array.from({ length: DAYS }, (_, index) =>
  new Date(FIRST_DAY + index * DAY_MS).toISOString().slice(0, 10),
);

/** Measurements of which no two have the same key, day after day. */
export function* newMeasurements() {
  for (const indicator of INDICATORS) {
    for (const channel of CHANNELS) {
      for (const code of CAMPAIGNS) {
        const campaign = `OP-2020-${code}`;
        for (const [index, day] of days.entries())
          yield { indicator, campaign, channel, periodStart: day, periodEnd: day, value: index };
      }
    }
  }
}

/** The next measurements as the body of a request. */
export function nextBody(measurements, size) {
  const rows = [];
  while (rows.length < size) {
    const { value, done } = measurements.next();
    if (done) throw new Error('The bench has used all its measurements: shorten its rounds');
    rows.push(value);
  }
  return JSON.stringify(size === 1 ? rows[0] : rows);
}
