import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bilanDocument } from '../../src/bilan/bilan-document.rules.js';
import { BilanService } from '../../src/bilan/bilan.service.js';
import { BilanDataService } from '../../src/bilan/bilan-data.service.js';
import type { BilanData } from '../../src/bilan/bilan.types.js';
import type { FigureAnswer } from '../../src/figures/figure-answer.rules.js';
import { capitalise, typographic } from '../../src/kernel/french-text.rules.js';
import { rearmText } from '../../src/kernel/spreadsheet-text.rules.js';
import type { MeasurementInput } from '../../src/measurements/measurement.types.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { worlds, type World } from '../scenarios/scenario-world.js';
import type { TestServer } from '../support/application.js';
import { defectsOf } from '../support/clean-text.js';
import { ENGINES } from '../support/databases.js';
import { shownTexts } from '../support/html-texts.js';
import { missingPdfTools } from '../support/pdf/inspect-pdf.js';
import { linesOf, textsIn, tilesOf, withoutScripts } from './outputs-reading.js';
import { expectPrinted, expectSaid } from './said-figures.js';
import { givenIn, read as readFrom, serverOf, shuffled } from './random-server.js';
import { randomYears } from './random-years.js';

const { scenario, years } = randomYears(200);
const [world] = worlds([scenario]) as [World];
const folder = mkdtempSync(join(tmpdir(), 'copil-random-'));
const everyTenth = years.filter((_, index) => index % 10 === 0);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts are kept and given back to programs as they were typed; only people read them with French spaces. */
const TYPED = givenIn(world).flatMap(({ source }) => (typeof source === 'string' ? [source] : []));

const expectClean = (texts: Iterable<string>): void => expect(defectsOf(texts)).toEqual([]);

describe('200 random exercices', () => {
  let server: TestServer;
  const answers = new Map<number, string>();
  const files = new Map<number, string>();
  const bilans = new Map<number, BilanData>();

  beforeAll(async () => {
    server = await serverOf(world, 'sqlite', folder);
    const data = server.application.get(BilanDataService, { strict: false });
    // One year after the other: its figures are made once for all that shows them.
    for (const year of years) {
      answers.set(year, await read(`/api/v1/figures?year=${year}`));
      files.set(year, await read(`/api/v1/figures.csv?year=${year}`));
      if (figuresOf(year).some(({ empty }) => empty !== 'no_measurement')) {
        bilans.set(year, await data.ofYear(year));
      }
    }
    // Hundreds of years: a busy machine takes its time.
  }, 240_000);
  afterAll(() => server.close());

  const read = (path: string): Promise<string> => readFrom(server, path);
  const figuresOf = (year: number): FigureAnswer[] =>
    (JSON.parse(answers.get(year) ?? '') as { items: FigureAnswer[] }).items;

  it('say clean words and numbers, and a part more than its whole only with a warning', () => {
    let amounts = 0;
    for (const year of years) {
      expectClean(textsIn(JSON.parse(answers.get(year) ?? '')).filter((text) => !TYPED.includes(text)));
      expectClean(
        linesOf(files.get(year) ?? '').flatMap(({ sources: _typed, ...cells }) => Object.values(cells)),
      );
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
      expectClean(shownTexts(withoutScripts(html)));
      const figures = new Map(
        figuresOf(year).map((figure) => [figure.indicator.replace(/^S1-/, ''), figure]),
      );
      const tiles = tilesOf(html);
      expect(tiles.length).toBeGreaterThan(0);
      for (const { name, words } of tiles) {
        const figure = figures.get(name);
        if (figure === undefined) throw new Error(`no figure is named ${name}`);
        expectSaid(words, figure);
      }
    }
  }, 120_000);

  it('are the same on the page of each indicator as in the API', async () => {
    for (const year of everyTenth) {
      for (const figure of figuresOf(year)) {
        const html = await read(`/indicateurs/${figure.indicator.toLowerCase()}?annee=${year}`);
        const texts = shownTexts(withoutScripts(html));
        expectClean(texts);
        const [tile] = tilesOf(html);
        expectSaid(tile?.words ?? '', figure);
        if (figure.target !== undefined && figure.value !== null)
          expect([...texts].join('\n')).toContain(capitalise(figure.assessmentText));
      }
    }
  }, 240_000);

  it('are the same where they come from as in the API', async () => {
    for (const [place, year] of everyTenth.entries()) {
      const figure = figuresOf(year)[place % figuresOf(year).length];
      const address = `/indicateurs/${figure?.indicator.toLowerCase()}/provenance?annee=${year}`;
      const texts = shownTexts(withoutScripts(await read(address)));
      expectClean(texts);
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
      // The renderer writes its texts so.
      expectClean(texts.map(typographic));
    }
  });

  (missingPdfTools() === null ? it : it.skip)(
    'are the same in the text of the PDF as in the API',
    async () => {
      const sample = [...bilans].filter((_, index) => index % Math.floor(bilans.size / 5) === 0);
      expect(sample.length).toBeGreaterThanOrEqual(5);
      for (const [year, data] of sample) {
        const { bytes, warnings } = await server.application.get(BilanService, { strict: false }).draft(year);
        expect(warnings).toEqual([]);
        await expectPrinted(bytes, data.figures, figuresOf(year));
      }
    },
    120_000,
  );

  it('do not change when their measurements are given once more', async () => {
    const given = givenIn(world) as unknown as MeasurementInput[];
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
      const other = await serverOf(world, engine, folder, shuffled(world, 7));
      try {
        for (const year of years)
          expect(await readFrom(other, `/api/v1/figures?year=${year}`)).toBe(answers.get(year));
      } finally {
        await other.close();
      }
    },
    120_000,
  );
});
