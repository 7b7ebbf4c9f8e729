import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The exercice that is asked for, the latest: over, so that its figures do not depend on the day of the bench. */
export const YEAR = 2025;
const FIRST_YEAR = 2012;
const INDICATORS = 10;
/** Operations of each exercice. */
export const CAMPAIGNS = 6;
const CHANNELS = 10;
const TERRITORIES = 20;

const two = (number) => String(number).padStart(2, '0');
const numbers = (count) => Array.from({ length: count }, (_, index) => index + 1);
const years = numbers(YEAR - FIRST_YEAR + 1).map((rank) => FIRST_YEAR - 1 + rank);

export const indicatorCode = (rank) => `RESULTAT_${two(rank)}`;
export const campaignCode = (year, rank) => `OP-${year}-${two(rank)}`;
export const territoryCode = (rank) => `T${two(rank)}`;
export const channelCode = (rank) => `canal_${two(rank)}`;

const indicator = (rank) => ({
  code: indicatorCode(rank),
  name: `Personnes accueillies, mesure ${rank}`,
  shortName: `Accueil ${rank}`,
  labelOne: 'personne accueillie',
  labelOther: 'personnes accueillies',
  unit: 'personne',
  nature: 'flow',
  aggregationTime: 'sum',
  aggregationTerritory: 'sum',
  aggregationChannel: 'sum',
  direction: 'up',
  chainLevel: 'output',
  keyFigure: true,
});

const campaign = (year, rank) => ({
  code: campaignCode(year, rank),
  year,
  name: `Opération ${rank} de ${year}`,
  shortName: `Opération ${rank}`,
  status: 'completed',
  startDate: `${year}-01-01`,
  endDate: `${year}-12-31`,
  precision: 'year',
});

const target = (year, rank) => ({
  kind: 'target',
  indicator: indicatorCode(rank),
  periodStart: `${year}-01-01`,
  periodEnd: `${year}-12-31`,
  value: 10_000 * rank,
});

/** One programme, the same whatever it measures. */
const programme = {
  format: 1,
  code: 'growth',
  recordedAt: '2026-01-10T08:00:00Z',
  programme: {
    code: 'CRO',
    name: 'Croissance',
    tagline: 'programme de mesure',
    purpose: 'mesurer ce que coûte la croissance',
    carriedBy: 'personne',
    territoryCode: 'D00',
    visibility: 'public',
    sourceStatement: 'Chiffres inventés pour mesurer',
  },
  exercices: years.map((year) => ({ year, state: 'closed', closingDate: `${year}-12-31` })),
  territories: [
    { code: 'D00', level: 'departement', name: 'Département' },
    ...numbers(TERRITORIES).map((rank) => ({
      code: territoryCode(rank),
      level: 'epci',
      name: `Communauté ${rank}`,
      parentCode: 'D00',
    })),
  ],
  channels: numbers(CHANNELS).map((rank) => ({ code: channelCode(rank), label: `Canal ${rank}` })),
  indicators: numbers(INDICATORS).map(indicator),
  campaigns: years.flatMap((year) => numbers(CAMPAIGNS).map((rank) => campaign(year, rank))),
  targets: years.flatMap((year) => numbers(INDICATORS).map((rank) => target(year, rank))),
};

/** Writes it as a data set that the program loads. @returns its folder */
export async function writeProgramme(folder) {
  const dataset = join(folder, 'growth');
  await mkdir(dataset, { recursive: true });
  await writeFile(join(dataset, 'dataset.json'), JSON.stringify(programme));
  await writeFile(join(dataset, 'measurements.json'), JSON.stringify({ format: 1, batches: [] }));
  return dataset;
}

/**
 * What is measured at each size: every indicator in every operation, territory and channel, so that the page is the same
 * and only its measurements grow. The larger sizes measure all slices each day, back from the last; the smallest fills
 * every month of the last two exercices, with one day of one slice in 48.
 */
export const SIZES = [
  { name: '1k', days: 24, monthly: true, oneIn: 48 },
  { name: '1m', days: 500, oneIn: 1 },
  { name: '10m', days: 5_000, oneIn: 1 },
].map((size) => ({ ...size, rows: (INDICATORS * CHANNELS * TERRITORIES * size.days) / size.oneIn }));

/** The days of a size, oldest first. */
export function daysOf({ days, monthly = false }) {
  if (monthly)
    return [YEAR - 1, YEAR].flatMap((year) => numbers(12).map((month) => `${year}-${two(month)}-15`));
  const last = Date.UTC(YEAR, 11, 31);
  return numbers(days)
    .map((back) => new Date(last - (back - 1) * 86_400_000).toISOString().slice(0, 10))
    .reverse();
}

/** What may be measured each day. */
export const SLICES = numbers(INDICATORS).flatMap((one) =>
  numbers(TERRITORIES).flatMap((territory) =>
    numbers(CHANNELS).map((channel) => ({
      indicator: indicatorCode(one),
      territory: territoryCode(territory),
      channel: channelCode(channel),
      campaign: 1 + ((one + territory + channel) % CAMPAIGNS),
    })),
  ),
);
