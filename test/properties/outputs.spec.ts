import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bilanDocument } from '../../src/bilan/bilan-document.rules.js';
import { BilanDataService } from '../../src/bilan/bilan-data.service.js';
import type { BilanData } from '../../src/bilan/bilan.types.js';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import { capitalise } from '../../src/kernel/french-text.rules.js';
import { rearmText } from '../../src/kernel/spreadsheet-text.rules.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { startTestServer, type TestServer } from '../support/application.js';
import { ENGINES, type Engine } from '../support/databases.js';
import { decoded, shownTexts } from '../support/html-texts.js';
import { worlds, type World } from '../scenarios/scenario-world.js';
import { randomYears } from './random-years.js';

const { scenario, years } = randomYears(200);
const [world] = worlds([scenario]);
const folder = mkdtempSync(join(tmpdir(), 'copil-random-'));
const everyTenth = years.filter((_, index) => index % 10 === 0);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same data set, its measurements in another order and in another number of batches. */
function shuffled({ measurements }: World, batches: number): unknown {
  const [{ measurements: given } = { measurements: [] }] = measurements['batches'] as {
    measurements: unknown[];
  }[];
  const reversed = given.toReversed();
  const size = Math.ceil(reversed.length / batches);
  return {
    format: 1,
    batches: Array.from({ length: batches }, (_, place) => ({
      measurements: reversed.slice(place * size, (place + 1) * size),
    })),
  };
}

async function serverOf(engine: Engine, name: string, measurements: unknown): Promise<TestServer> {
  if (world === undefined) throw new Error('there is one world');
  const seed = mkdtempSync(join(folder, name));
  writeFileSync(join(seed, 'dataset.json'), JSON.stringify(world.dataset));
  writeFileSync(join(seed, 'measurements.json'), JSON.stringify(measurements));
  return startTestServer({ engine, seed, now: world.now }).catch((error: unknown) => {
    throw new Error(JSON.stringify(error, null, 1));
  });
}

/** What no reader should ever see. */
function expectClean(text: string): void {
  expect(text).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b|(?:^|[^\d\w])[-−]0(?![\d,.])/);
  expect(text).not.toMatch(/\d[ \u00a0\u2009]\d{3}(?!\d)|[^\u00a0]%/);
}

/** Every text of a document as data, the values of its charts included. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, one]) => (name === 'attachments' ? [] : textsIn(one)));
}

interface Tile {
  name: string;
  words: string;
}

/** The tiles of a page: the name, and the number with its qualifier or what stands in its place. */
const tilesOf = (html: string): Tile[] =>
  [...html.matchAll(/<li class="card tile">([\s\S]*?)<\/li>/g)].map(([, tile = '']) => {
    const plain = (pattern: RegExp): string =>
      decoded((pattern.exec(tile)?.[1] ?? '').replaceAll(/<[^>]*>/g, '')).trim();
    return {
      name: plain(/<h3[^>]*>([\s\S]*?)<\/h3>/),
      words: plain(/<p class="figure[^>]*>([\s\S]*?)<\/p>/),
    };
  });

/** A CSV without its mark, as lines of cells by column. */
function linesOf(csv: string): Record<string, string>[] {
  const rows = csv
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
      ),
    );
  const [header = [], ...lines] = rows;
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

describe('200 random exercices', () => {
  let server: TestServer;
  const answers = new Map<number, string>();
  const files = new Map<number, string>();
  const bilans = new Map<number, BilanData>();

  beforeAll(async () => {
    server = await serverOf('sqlite', 'given', world?.measurements);
    const data = server.application.get(BilanDataService, { strict: false });
    // One year after the other: its figures are made once for all that shows them.
    for (const year of years) {
      answers.set(year, await read(`/api/v1/figures?year=${year}`));
      files.set(year, await read(`/api/v1/figures.csv?year=${year}`));
      if (figuresOf(year).some(({ empty }) => empty !== 'no_measurement')) {
        bilans.set(year, await data.ofYear(year));
      }
    }
  }, 120_000);
  afterAll(() => server.close());

  const read = async (path: string, from = server): Promise<string> => {
    const response = await fetch(from.url + path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  const figuresOf = (year: number): FigureAnswer[] =>
    (JSON.parse(answers.get(year) ?? '') as { items: FigureAnswer[] }).items;

  it('say clean words and numbers, and a part more than its whole only with a warning', () => {
    let amounts = 0;
    for (const year of years) {
      expectClean(textsIn(JSON.parse(answers.get(year) ?? '')).join('\n'));
      for (const figure of figuresOf(year)) {
        if (figure.value !== null) amounts += 1;
        const bounds = [figure.lower, figure.upper].map((bound) => bound ?? figure.value);
        expect([...bounds, figure.value].every((bound) => bound === null || Number.isFinite(bound))).toBe(
          true,
        );
        expect(Object.is(figure.value, -0)).toBe(false);
      }
    }
    // Most of them have something to say: what is always empty would prove nothing.
    expect(amounts).toBeGreaterThan(years.length * 4);
  });

  it('are the same in the file as in the API', () => {
    for (const year of years) {
      const lines = linesOf(files.get(year) ?? '');
      const shown = (cell: string | number | null | undefined): string => String(cell ?? '');
      const told = figuresOf(year).map((figure) => ({
        indicator: figure.indicator,
        value: shown(figure.value),
        qualifier: shown(figure.qualifier),
        lower: shown(figure.lower),
        upper: shown(figure.upper),
        text: figure.text,
        target: shown(figure.target?.value),
        assessment: figure.assessment,
      }));
      expect(lines.map(({ text = '', ...line }) => ({ ...line, text: rearmText(text) }))).toMatchObject(told);
    }
  });

  it('are the same in the dashboard as in the API', async () => {
    for (const year of everyTenth) {
      const html = await read(`/tableau-de-bord/${year}`);
      expectClean([...shownTexts(withoutScripts(html))].join('\n'));
      const figures = new Map(
        figuresOf(year).map((figure) => [figure.indicator.replace(/^S1-/, ''), figure]),
      );
      const tiles = tilesOf(html);
      expect(tiles.length).toBeGreaterThan(0);
      for (const { name, words } of tiles) {
        const figure = figures.get(name);
        if (figure === undefined) throw new Error(`no figure is named ${name}`);
        if (figure.value === null)
          expect(words).toMatch(/^(Non c|Non d|Sans|Masqué|Pas encore|Non cumulable|Au moins)/);
        else expect(figure.text.startsWith(words)).toBe(true);
      }
    }
  }, 120_000);

  it('are the same where they come from as in the API', async () => {
    for (const [place, year] of everyTenth.entries()) {
      const figure = figuresOf(year)[place % figuresOf(year).length];
      const address = `/indicateurs/${figure?.indicator.toLowerCase()}/provenance?annee=${year}`;
      const texts = shownTexts(withoutScripts(await read(address)));
      expectClean([...texts].join('\n'));
      expect(texts).toContain(capitalise(figure?.text ?? ''));
    }
  });

  it('are the same in the bilan as in the API', () => {
    expect(bilans.size).toBeGreaterThan(years.length / 2);
    for (const [year, data] of bilans) {
      const figures = figuresOf(year);
      const texts = textsIn(bilanDocument(data, 'f'.repeat(64), []));
      expect(data.figures.map(({ text }) => text)).toEqual(figures.map(({ text }) => text));
      const all = texts.join('\n');
      for (const { amount, numberText, qualifierText, indicator } of data.figures) {
        if (amount === null || indicator.nature === 'context') continue;
        const number = [qualifierText, numberText].filter((part) => part !== null).join(' ');
        if (!all.includes(number))
          throw new Error(`${year}: ${indicator.code} is not in the bilan: ${number}`);
      }
      expect(all).not.toMatch(/\b(?:NaN|Infinity|undefined|null)\b/);
    }
  });

  it('do not change when their measurements are given once more', async () => {
    const [{ measurements: given } = { measurements: [] }] = (world?.measurements['batches'] ?? []) as {
      measurements: Parameters<MeasurementsService['record']>[0];
    }[];
    const report = await server.application
      .get(MeasurementsService, { strict: false })
      .record(given.toReversed(), {
        recordedBy: 'token:Encore',
        defaultStatus: 'validated',
        partial: false,
      });
    expect(report).toEqual({ created: 0, updated: 0, unchanged: given.length, rejected: [] });
  });

  it.each(ENGINES.slice(-1))(
    'are the same bytes on %s, whatever the order and the batches of their measurements',
    async (engine) => {
      if (world === undefined) throw new Error('there is one world');
      const other = await serverOf(engine, 'shuffled', shuffled(world, 7));
      try {
        for (const year of years)
          expect(await read(`/api/v1/figures?year=${year}`, other)).toBe(answers.get(year));
      } finally {
        await other.close();
      }
    },
    120_000,
  );
});

const withoutScripts = (html: string): string =>
  html.replaceAll(/<(script|style|title|desc)\b[\s\S]*?<\/\1>/g, '');
