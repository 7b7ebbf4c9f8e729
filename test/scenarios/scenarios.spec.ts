import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { typographic } from '../../src/kernel/french-text.rules.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES, type Engine } from '../support/databases.js';
import { allScenarios, inPlainWords, type Expectation } from './scenario.js';
import { worlds, type World } from './scenario-world.js';

const WORLDS = worlds(allScenarios());
const folders: string[] = [];

async function serverOf(world: World, engine: Engine): Promise<TestServer> {
  const seed = mkdtempSync(join(tmpdir(), 'copil-scenarios-'));
  folders.push(seed);
  writeFileSync(join(seed, 'dataset.json'), JSON.stringify(world.dataset));
  writeFileSync(join(seed, 'measurements.json'), JSON.stringify(world.measurements));
  return startTestServer({ engine, seed, now: world.now }).catch((error: unknown) => {
    // What is refused is a scenario's mistake: its place in the data set made of all of them says which.
    throw error instanceof DomainError ? new Error(JSON.stringify(error.issues, null, 1)) : error;
  });
}

const addressOf = ({ year = 2020, at, campaign }: Expectation, prefix: string): string => {
  const query = new URLSearchParams({ year: String(year) });
  if (at !== undefined) query.set('at', at);
  if (campaign !== undefined) query.set('campaign', prefix + campaign);
  return `/api/v1/figures?${query}`;
};

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
          const { items } = JSON.parse(body) as { items?: FigureAnswer[] };
          const answer = items?.find(({ indicator }) => indicator === prefix + expected.indicator);
          if (!answer) throw new Error(`No figure of ${expected.indicator} in ${body.slice(0, 300)}`);
          const said = inPlainWords(answer, prefix);
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
