import type { Nature } from '../../src/indicators/indicator.types.js';
import { groupBy } from '../../src/kernel/group-by.rules.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import type { GivenMeasurement, Members, Scenario } from './scenario.js';

/** Scenarios that agree on the day and on the exercices share one database; each has codes of its own in it. */
export interface World {
  now: string;
  scenarios: { scenario: Scenario; prefix: string }[];
  dataset: Members;
  /** The same once more with what is said later; null where nothing is. */
  later: Members | null;
  measurements: Members;
}

const NOW = '2021-01-15T09:00:00Z';
const RECORDED = '2020-12-17T08:00:00Z';

/** An answer holds every indicator, each by every operation: twice the scenarios in a database make it four times as long. */
const MOST_TOGETHER = 33;

export function worlds(scenarios: Scenario[]): World[] {
  const settings = (one: Scenario): string => JSON.stringify([one.now ?? NOW, one.exercices ?? null]);
  const groups = [...groupBy(scenarios, settings).values()].flatMap((alike) =>
    Array.from({ length: Math.ceil(alike.length / MOST_TOGETHER) }, (_, place) =>
      alike.slice(place * MOST_TOGETHER, (place + 1) * MOST_TOGETHER),
    ),
  );
  return groups.map((group) => {
    const prefixed = group.map((scenario, index) => ({ scenario, prefix: `S${index + 1}-` }));
    return {
      now: group[0]?.now ?? NOW,
      scenarios: prefixed,
      dataset: datasetOf(prefixed),
      later: group.some(({ later }) => later !== undefined)
        ? datasetOf(prefixed.map(({ scenario, prefix }) => ({ scenario: saidLater(scenario), prefix })))
        : null,
      measurements: { format: 1, batches: batchesOf(prefixed) },
    };
  });
}

function saidLater(scenario: Scenario): Scenario {
  const { indicators, targets = scenario.targets } = scenario.later ?? {};
  const changes = new Map(indicators?.map((one) => [one.code, one]));
  return {
    ...scenario,
    indicators: scenario.indicators.map((one) => ({ ...one, ...changes.get(one.code) })),
    targets,
  };
}

const LABELS: Record<string, string> = {
  CAHORS: 'Grand Cahors',
  FIGEAC: 'Grand Figeac',
  SOUILLAC: 'Cauvaldor',
  facebook: 'Facebook',
  instagram: 'Instagram',
  web: 'Site web',
  CCI: 'CCI du Lot',
  TOURISME: 'Lot Tourisme',
  DEPARTEMENT: 'Département du Lot',
  POLE: 'Pôle emploi',
};

function datasetOf(prefixed: World['scenarios']): Members {
  const given = prefixed.flatMap(({ scenario }) => measurementsOf(scenario).flat());
  const used = (member: string): string[] =>
    [...new Set(given.flatMap((one) => (typeof one[member] === 'string' ? [one[member]] : [])))].toSorted();
  const every = (
    member: 'indicators' | 'campaigns' | 'targets' | 'opinions',
    dress: (one: Members) => Members,
  ): Members[] =>
    prefixed.flatMap(({ scenario, prefix }) =>
      (scenario[member] ?? []).map((one) => withPrefix(dress(one), prefix)),
    );
  return {
    format: 1,
    code: 'scenarios',
    recordedAt: RECORDED,
    programme: {
      code: 'OML',
      name: 'Oh my Lot !',
      tagline: 'Scénarios',
      purpose: 'Essayer chaque cas.',
      carriedBy: 'le Lot',
      territoryCode: 'LOT',
      visibility: 'public',
      sourceStatement: 'Scénarios',
    },
    exercices: prefixed[0]?.scenario.exercices ?? [
      { year: 2019, state: 'closed' },
      { year: 2020, state: 'closed' },
    ],
    territories: ['LOT', ...used('territory')].map((code) => ({
      code,
      level: code === 'LOT' ? 'departement' : 'epci',
      name: LABELS[code] ?? code,
    })),
    channels: used('channel').map((code) => ({ code, label: LABELS[code] ?? code })),
    organisations: used('organisation').map((code) => {
      const name = LABELS[code] ?? code;
      return { code, kind: 'organisme', names: [{ name, nameInSentence: name }] };
    }),
    indicators: every('indicators', indicatorOf),
    campaigns: every('campaigns', campaignOf),
    targets: every('targets', (target) => ({ kind: 'target', ...periodOf(target) })),
    opinions: every('opinions', (opinion) => ({ year: 2020, ...opinion })),
  };
}

/** Members that name an indicator or a campaign of the same scenario. */
const REFERENCES = [
  'code',
  'indicator',
  'campaign',
  'subsetOf',
  'numerator',
  'denominator',
  'chainAfter',
  'followsCode',
];

const withPrefix = (one: Members, prefix: string): Members =>
  Object.fromEntries(
    Object.entries(one).map(([name, value]) => [
      name,
      REFERENCES.includes(name) && typeof value === 'string' ? prefix + value : value,
    ]),
  );

/** How each nature goes through time, over territories and over channels (domain 2.2). */
const OPERATORS: Record<Nature, [string, string, string]> = {
  flow: ['sum', 'sum', 'sum'],
  attendance: ['sum', 'none', 'sum'],
  stock: ['last', 'sum', 'none'],
  cumulative: ['last', 'sum', 'none'],
  unique: ['none', 'none', 'none'],
  snapshot: ['last', 'none', 'sum'],
  ratio: ['none', 'none', 'none'],
  mean: ['mean', 'mean', 'mean'],
  context: ['none', 'none', 'none'],
};

function indicatorOf(one: Members): Members {
  const [aggregationTime, aggregationTerritory, aggregationChannel] = OPERATORS[one.nature as Nature];
  const name = String(one.name ?? one.code);
  return {
    name,
    shortName: name,
    labelOne: name.toLowerCase(),
    labelOther: name.toLowerCase(),
    unit: 'unité',
    direction: 'up',
    chainLevel: one.nature === 'context' ? 'context' : 'output',
    keyFigure: true,
    aggregationTime,
    aggregationTerritory,
    aggregationChannel,
    ...one,
  };
}

const campaignOf = (one: Members): Members => ({
  year: 2020,
  name: one.shortName ?? one.code,
  shortName: one.code,
  status: 'completed',
  precision: 'startDate' in one || 'endDate' in one ? 'range' : 'unknown',
  ...one,
});

function periodOf({ period, ...rest }: Members): Members {
  if (typeof period !== 'string') return rest;
  const known = parsePeriodText(period);
  if (!known) throw new Error(`${period} is not a period`);
  return { periodStart: known.start, periodEnd: known.end, ...rest };
}

const measurementsOf = ({ measurements, batches }: Scenario): readonly (readonly GivenMeasurement[])[] =>
  batches ?? [measurements ?? []];

/** The first batch of every scenario, then the second of those that have one… */
function batchesOf(prefixed: World['scenarios']): Members[] {
  const count = Math.max(...prefixed.map(({ scenario }) => measurementsOf(scenario).length));
  return Array.from({ length: count }, (_, place) => ({
    measurements: prefixed.flatMap(({ scenario, prefix }) =>
      (measurementsOf(scenario)[place] ?? []).map((one) => withPrefix(periodOf(one), prefix)),
    ),
  }));
}
