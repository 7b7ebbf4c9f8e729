import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import type { SeriesAnswer } from '../../src/figures/series-answer.rules.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { typographic } from '../../src/kernel/french-text.rules.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES, type Engine } from '../support/databases.js';
import { allScenarios, inPlainWords, type Expectation } from './scenario.js';
import { worlds, type World } from './scenario-world.js';

const WORLDS = worlds(allScenarios());
const folders: string[] = [];

function folderOf(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'copil-scenarios-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), JSON.stringify(content));
  return folder;
}

async function serverOf(world: World, engine: Engine): Promise<TestServer> {
  const { dataset, measurements, later } = world;
  const seed = folderOf({ 'dataset.json': dataset, 'measurements.json': measurements });
  const server = await startTestServer({ engine, seed, now: world.now }).catch((error: unknown) => {
    // What is refused is a scenario's mistake: its place in the data set made of all of them says which.
    throw error instanceof DomainError ? new Error(JSON.stringify(error.issues, null, 1)) : error;
  });
  if (later !== null) {
    const folder = folderOf({ 'dataset.json': later });
    await server.application.get(DatasetsService, { strict: false }).load(folder);
  }
  return server;
}

const addressOf = ({ indicator, year = 2020, at, campaign, series }: Expectation, prefix: string): string => {
  if (series !== undefined)
    return `/api/v1/indicators/${prefix}${indicator}/series?${new URLSearchParams(series)}`;
  const query = new URLSearchParams({ year: String(year) });
  if (at !== undefined) query.set('at', at);
  if (campaign !== undefined) query.set('campaign', prefix + campaign);
  return `/api/v1/figures?${query}`;
};

/** The figure expected among those answered, or the whole series. */
function answerIn(
  body: string,
  { indicator, series }: Expectation,
  prefix: string,
): FigureAnswer | SeriesAnswer {
  if (series !== undefined) return JSON.parse(body) as SeriesAnswer;
  const { items } = JSON.parse(body) as { items?: FigureAnswer[] };
  const answer = items?.find((one) => one.indicator === prefix + indicator);
  if (answer === undefined) throw new Error(`No figure of ${indicator} in ${body.slice(0, 300)}`);
  return answer;
}

/** Texts are spaced as French wants, and no number is broken. */
function expectCleanTexts(body: string): void {
  expect(body).not.toMatch(/NaN|Infinity|[:\s"]-0[,\s"}]/);
  expect(body).not.toMatch(/\d \d{3}(?!\d)|\d %|undefined/);
  for (const [, text = ''] of body.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)) {
    expect(typographic(text)).toBe(text);
  }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each(WORLDS.map((world) => ({ world, now: world.now.slice(0, 10) })))(
  'on $now, $world.scenarios.length scenarios',
  ({ world }) => {
    const answers = new Map<Engine, Map<string, string>>();

    beforeAll(async () => {
      const addresses = world.scenarios.flatMap(({ scenario, prefix }) =>
        scenario.expected.map((expected) => addressOf(expected, prefix)),
      );
      for (const engine of ENGINES) {
        const server = await serverOf(world, engine);
        const read = new Map<string, string>();
        answers.set(engine, read);
        for (const address of new Set(addresses)) {
          const response = await fetch(server.url + address);
          read.set(address, await response.text());
        }
        await server.close();
      }
      // Two engines, hundreds of figures: a busy machine takes its time.
    }, 180_000);

    it('gives the same bytes on every engine, in clean French', () => {
      const [first, ...others] = ENGINES.map((engine) => [...(answers.get(engine) ?? [])]);
      for (const other of others) expect(other).toEqual(first);
      for (const [, body] of first ?? []) expectCleanTexts(body);
    });

    it.each(world.scenarios.map((one) => ({ ...one, name: `${one.scenario.name}: ${one.scenario.title}` })))(
      '$name',
      ({ scenario, prefix }) => {
        expect(scenario.expected).not.toHaveLength(0);
        for (const expected of scenario.expected) {
          const body = answers.get('sqlite')?.get(addressOf(expected, prefix)) ?? '';
          const said = inPlainWords(answerIn(body, expected, prefix), prefix);
          expect(said).toMatchObject(expected.figure);
          // A warning that nobody expects is a false alarm.
          for (const member of ['issues', 'partial']) {
            if (!(member in expected.figure)) expect(said).not.toHaveProperty(member);
          }
        }
      },
    );
  },
);
