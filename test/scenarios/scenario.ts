import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import type { Nature } from '../../src/indicators/indicator.types.js';
import { groupBy } from '../../src/kernel/group-by.rules.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';

const FOLDER = resolve('test/scenarios');

/** A case of the domain as its file tells it (README.md): what is given, and what figures must say. */
interface Scenario {
  /** `aggregation/stock-carried-too-old`. */
  name: string;
  title: string;
  /** The programme's day; 15 January 2021 when not given. */
  now?: string;
  /** 2019 and 2020, civil and closed, when not given. */
  exercices?: readonly ({ year: number } & Members)[];
  indicators: readonly ({ code: string; nature: Nature } & Members)[];
  campaigns?: readonly ({ code: string } & Members)[];
  targets?: readonly Members[];
  measurements?: readonly GivenMeasurement[];
  /** Measurements given one batch after the other, for what is revised or exported again. */
  batches?: readonly (readonly GivenMeasurement[])[];
  expected: readonly Expectation[];
}

type Members = Record<string, unknown>;
/** `period` (`2020`, `2020-04`, `2020-ete`, `2020-04-16`) stands for its two days. */
type GivenMeasurement = { indicator: string; period?: string } & Members;

export interface Expectation {
  indicator: string;
  campaign?: string;
  /** 2020 when not given. */
  year?: number;
  at?: string;
  /** Members of the API's answer, its texts with plain spaces. */
  figure: Members;
}

/** Every file of every folder, in the order of their names. */
export function allScenarios(): Scenario[] {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .flatMap(({ name: folder }) => readdirSync(join(FOLDER, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const told = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Omit<Scenario, 'name'>;
      return { ...told, name: file.replace(/\.json$/, '') };
    });
}

/** Scenarios that agree on the day and on the exercices share one database; each has codes of its own in it. */
export interface World {
  now: string;
  scenarios: { scenario: Scenario; prefix: string }[];
  dataset: Members;
  measurements: Members;
}

const NOW = '2021-01-15T09:00:00Z';
const RECORDED = '2020-12-17T08:00:00Z';

export function worlds(scenarios: Scenario[]): World[] {
  const settings = (one: Scenario): string => JSON.stringify([one.now ?? NOW, one.exercices ?? null]);
  const groups = groupBy(scenarios, settings);
  return [...groups.values()].map((group) => {
    const prefixed = group.map((scenario, index) => ({ scenario, prefix: `S${index + 1}-` }));
    return {
      now: group[0]?.now ?? NOW,
      scenarios: prefixed,
      dataset: datasetOf(prefixed),
      measurements: { format: 1, batches: batchesOf(prefixed) },
    };
  });
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
    member: 'indicators' | 'campaigns' | 'targets',
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
  precision: 'year',
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

/** What the API answered of one scenario, with the codes and the plain spaces of its file. */
export function inPlainWords(answer: FigureAnswer, prefix: string): Members {
  const text = JSON.stringify(answer).replaceAll(`"${prefix}`, '"');
  return JSON.parse(text.replace(/[\u00a0\u202f]/g, ' ')) as Members;
}
