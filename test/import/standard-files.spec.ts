import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { FiguresService } from '../../src/figures/figures.service.js';
import { BatchesService } from '../../src/imports/batches/batches.service.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { MeasurementsService } from '../../src/measurements/measurements.service.js';
import { RollUpsVerifier } from '../../src/measurements/roll-ups-verification.service.js';
import { ENGINES } from '../support/databases.js';
import { dataCaller } from '../support/data-callers.js';
import { openEmptyServices, type TestServices } from '../support/services.js';

const HEADER =
  'code_programme;code_operation;code_indicateur;periode_debut;periode_fin;type_valeur;valeur;qualificatif;statut;source;commentaire;canal';
const ANNE = dataCaller('person:1', 'validator');
/** More days than one block holds, of a year that has figures and of those before. */
const DAYS = 12_000;
const day = (index: number): string => new Date(Date.UTC(2020, 11, 31 - index)).toISOString().slice(0, 10);
const fileOf = (value: (index: number) => number): string =>
  [
    HEADER,
    ...Array.from({ length: DAYS }, (_, index) => {
      const on = day(index);
      return `OML;OP-2020-SPOTS;SPOTS_PARTAGES;${on};${on};realise;${value(index)};exact;valide;Relevé;;facebook`;
    }),
  ].join('\n');

describe.each(ENGINES)('standard files of several blocks on %s', (engine) => {
  let services: TestServices;
  let folder: string;
  const get = <T>(type: abstract new (...args: never[]) => T): T =>
    services.context.get(type as never, { strict: false });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'copil-standard-'));
    services = await openEmptyServices(engine, '2021-01-10T10:00:00Z');
    await get(DatasetsService).load('seeds/oh-my-lot-2020');
  });
  afterAll(async () => {
    await services.close();
    await rm(folder, { recursive: true });
  });

  const take = async (text: string, dryRun = false) => {
    const path = join(folder, 'jours.csv');
    await writeFile(path, text);
    const { batch, files } = await get(ImportsService).importFiles([path], { dryRun });
    return { batch, report: files[0] };
  };
  const figures = async (): Promise<string> =>
    JSON.stringify(await get(FiguresService).answers({ year: 2020 }, null));
  const facts = async (): Promise<number> =>
    (
      await get(MeasurementsService).facts({ indicators: ['SPOTS_PARTAGES'], campaign: 'OP-2020-SPOTS' })
    ).filter(({ channel }) => channel === 'facebook').length;
  const sumsAreRight = async (): Promise<void> =>
    expect(await get(RollUpsVerifier).verify()).toEqual({ ok: true, findings: [] });
  const undo = async (): Promise<void> => {
    const batches = await get(BatchesService).list(ANNE, 10);
    const last = batches.find(({ undoneAt }) => undoneAt === null);
    await get(BatchesService).undo(last?.id ?? 0, ANNE, true);
  };

  it('are tried without a trace, imported once, changed, and taken back to the byte', async () => {
    const before = await figures();
    const text = fileOf((index) => index);
    const { report } = await take(text, true);
    expect(report).toMatchObject({ rowsRead: DAYS, created: DAYS, rejected: [] });
    expect([await facts(), await figures()]).toEqual([0, before]);

    const counts = async (said: string) => {
      const { created, updated, unchanged, changes = [] } = (await take(said)).report ?? {};
      return [created, updated, unchanged, changes.length];
    };
    expect(await counts(text)).toEqual([DAYS, 0, 0, 500]);
    expect(await facts()).toBe(DAYS);
    await sumsAreRight();
    const imported = await figures();
    expect(await counts(text)).toEqual([0, 0, DAYS, 0]);
    expect(await figures()).toBe(imported);

    const corrected = fileOf((index) => (index === 7 ? 1_000 : index));
    expect(await counts(corrected)).toEqual([0, 1, DAYS - 1, 1]);
    await sumsAreRight();
    await undo();
    expect(await figures()).toBe(imported);
    await undo();
    expect([await facts(), await figures()]).toEqual([0, before]);
    await sumsAreRight();
    expect(await counts(text)).toEqual([0, DAYS, 0, 500]);
    expect(await figures()).toBe(imported);
  });
});
