import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import type { SeriesAnswer } from '../../src/figures/series-answer.rules.js';
import type { Nature } from '../../src/indicators/indicator.types.js';

const FOLDER = resolve('test/scenarios');

/** A case of the domain as its file tells it (README.md): what is given, and what figures must say. */
export interface Scenario {
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
  opinions?: readonly Members[];
  /**
   * What a second data set says once everything else is known: of indicators, the members that change with the `change`
   * that says from when and why; targets.
   */
  later?: { indicators?: readonly ({ code: string } & Members)[]; targets?: readonly Members[] };
  measurements?: readonly GivenMeasurement[];
  /** Measurements given one batch after the other, for what is revised or exported again. */
  batches?: readonly (readonly GivenMeasurement[])[];
  expected: readonly Expectation[];
}

export type Members = Record<string, unknown>;
/** `period` (`2020`, `2020-04`, `2020-ete`, `2020-04-16`) stands for its two days. */
export type GivenMeasurement = { indicator: string; period?: string } & Members;

export interface Expectation {
  indicator: string;
  campaign?: string;
  /** 2020 when not given. */
  year?: number;
  at?: string;
  /** What to ask of the indicator's series, in place of its figure: `{ "from": "2020-01", "to": "2020-03" }`. */
  series?: Record<string, string>;
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

/** What the API answered of one scenario, with the codes and the plain spaces of its file. */
export function inPlainWords(answer: FigureAnswer | SeriesAnswer, prefix: string): Members {
  const text = JSON.stringify(answer).replaceAll(`"${prefix}`, '"');
  return JSON.parse(text.replace(/[\u00a0\u202f]/g, ' ')) as Members;
}
