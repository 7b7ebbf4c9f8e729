import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import { overlaps } from '../../src/kernel/period.rules.js';
import { worlds } from '../scenarios/scenario-world.js';
import { ENGINES } from '../support/databases.js';
import { givenIn, read, serverOf } from './random-server.js';
import { decimalsOf, randomYears } from './random-years.js';
import { split, spanOf } from './split-periods.js';

const { scenario, years } = randomYears(60);
const [world] = worlds([scenario]);
const folder = mkdtempSync(join(tmpdir(), 'copil-split-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Given = Record<string, unknown>;

const SUMMED = new Set(['S1-PASSAGES', 'S1-PROJETS', 'S1-VUES', 'S1-OUVERTES', 'S1-REMISE']);

/** Another slice of the same breakdown, or another campaign: both add up. */
function besideEachOther(one: Given, other: Given): boolean {
  if (one['indicator'] !== other['indicator'] || one['campaign'] !== other['campaign']) return true;
  const filled = (given: Given): string => ['territory', 'channel'].filter((member) => given[member]).join();
  const differ = ['territory', 'channel'].some((member) => one[member] !== other[member]);
  return filled(one) === filled(other) && differ;
}

/** An exact value of what adds up, told once in its days: under or across another one, its parts would be told twice. */
function splittable(one: Given, all: readonly Given[]): boolean {
  if (!SUMMED.has(String(one['indicator'])) || one['qualifier'] !== 'exact' || one['absence']) return false;
  const span = spanOf(one);
  return all.every((other) => other === one || besideEachOther(one, other) || !overlaps(span, spanOf(other)));
}

it('gives the same totals when a month is entered as its days, or a year as its months', async () => {
  if (world === undefined) throw new Error('there is one world');
  const all = givenIn(world);
  const chosen = new Set(all.filter((one) => splittable(one, all)));
  const parts = all.flatMap((one) =>
    chosen.has(one) ? split(one, decimalsOf(String(one['indicator']).slice(3))) : [one],
  );
  expect(chosen.size).toBeGreaterThan(years.length);
  expect(parts.length).toBeGreaterThan(all.length + chosen.size * 10);
  const whole = await serverOf(world, 'sqlite', folder);
  const detailed = await serverOf(world, ENGINES.at(-1) ?? 'sqlite', folder, {
    format: 1,
    batches: [{ measurements: parts }],
  });
  try {
    for (const year of years) {
      const path = `/api/v1/figures?year=${year}`;
      const [before, after] = [totalsIn(await read(whole, path)), totalsIn(await read(detailed, path))];
      expect(after).toEqual(before);
    }
  } finally {
    await whole.close();
    await detailed.close();
  }
}, 240_000);

const totalsIn = (body: string): unknown[] =>
  (JSON.parse(body) as { items: FigureAnswer[] }).items.map((figure) => ({
    indicator: figure.indicator,
    value: figure.value,
    qualifier: figure.qualifier,
    lower: figure.lower,
    upper: figure.upper,
    text: figure.text,
    empty: figure.empty,
    marking: figure.marking,
    assessment: figure.assessment,
    attainment: figure.attainment,
    change: figure.change,
    share: figure.shareOfParent,
  }));
