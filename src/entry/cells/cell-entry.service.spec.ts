import { openServices, type TestServices } from '../../../test/support/services.js';
import { ENGINES } from '../../../test/support/databases.js';
import type { DataCaller } from '../../accounts/account.types.js';
import { MeasurementRecordsService } from '../../measurements/measurement-records.service.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import { ExpectedFiguresService } from '../plan/expected-figures.service.js';
import { CellEntryService } from './cell-entry.service.js';
import type { CellOutcome, TypedCell } from './cell.types.js';

const VISITORS = 'visiteurs-stand~op-2020-salon-paris';

const person = (id: number, organisations: string[] | null = null): DataCaller => ({
  signature: `person:${id}`,
  limits: { indicators: null, campaigns: null, organisations },
  role: organisations === null ? 'editor' : 'contributor',
  readsReserved: true,
  readsInternal: organisations === null,
  tokenId: null,
});

describe.each(ENGINES)('cells of the grid on %s', (engine) => {
  let services: TestServices;
  let entry: CellEntryService;
  let records: MeasurementRecordsService;
  let period: EntryPeriod;

  beforeEach(async () => {
    services = await openServices(engine);
    entry = services.context.get(CellEntryService, { strict: false });
    records = services.context.get(MeasurementRecordsService, { strict: false });
    period = await services.context.get(ExpectedFiguresService, { strict: false }).period('2020-01');
  });
  afterEach(() => services.close());

  const save = (typed: string, version: number, by = person(1), more: Partial<TypedCell> = {}) =>
    entry.save(period, [{ key: VISITORS, typed, version, ...more }], { caller: by, status: 'draft' });
  const only = async (saved: Promise<CellOutcome[]>): Promise<CellOutcome> => {
    const [outcome] = await saved;
    if (outcome === undefined) throw new Error('no outcome');
    return outcome;
  };
  const history = async ({ measurement }: CellOutcome) =>
    (await records.versions(measurement ?? 0, person(1))).items.map(({ status, value, source }) => ({
      status,
      value,
      source,
    }));

  it('keeps what is typed as a draft, and says it back', async () => {
    const first = await only(save('13k+', 0, person(1), { source: 'Comptage' }));
    expect(first).toMatchObject({ state: 'saved', version: 1, message: '', theirs: null });
    expect(first.typed.replace('\u202f', ' ')).toBe('plus de 13 000');
    expect(first.words).toMatch(/^Plus de 13\u202f000 choses/);
    const second = await only(save('450', 1));
    expect(second).toMatchObject({ state: 'saved', version: 2, typed: '450' });
    expect(await history(second)).toEqual([
      { status: 'draft', value: 13_000, source: 'Comptage' },
      { status: 'draft', value: 450, source: 'Comptage' },
    ]);
  });

  it('does nothing more when the same save comes again, from whatever version', async () => {
    await save('450', 0);
    expect(await only(save('450', 0))).toMatchObject({ state: 'unchanged', version: 1 });
    expect(await only(save('450', 1))).toMatchObject({ state: 'unchanged', version: 1 });
  });

  it('never writes over somebody else: both values are told', async () => {
    await save('450', 0, person(1));
    const conflict = await only(save('455', 0, person(2)));
    expect(conflict).toMatchObject({ state: 'conflict', version: 1, typed: '455' });
    expect(conflict.theirs).toMatchObject({ typed: '450', version: 1 });
    expect(await history(conflict)).toHaveLength(1);
    expect(await only(save('455', 1, person(2)))).toMatchObject({ state: 'saved', version: 2 });
  });

  it('refuses what is no number, and keeps what was there', async () => {
    const kept = await only(save('450', 0));
    expect(await only(save('dix-huit', 1))).toMatchObject({
      state: 'refused',
      version: 1,
      typed: 'dix-huit',
      message: expect.stringContaining('n’est pas un nombre'),
    });
    expect(await history(kept)).toEqual([{ status: 'draft', value: 450, source: undefined }]);
  });

  it('takes a draft back when its cell is emptied, and lets it be filled again', async () => {
    await save('450', 0);
    const emptied = await only(save(' ', 1));
    expect(emptied).toMatchObject({ state: 'emptied', version: 2, typed: '' });
    expect(await only(save('', 2))).toMatchObject({ state: 'unchanged' });
    const again = await only(save('460', 2));
    expect(again).toMatchObject({ state: 'saved', version: 3 });
    expect((await history(again)).map(({ status }) => status)).toEqual(['draft', 'withdrawn', 'draft']);
  });

  it('saves what is right beside what is not', async () => {
    const outcomes = await entry.save(
      period,
      [
        { key: VISITORS, typed: '450', version: 0 },
        { key: 'visiteurs-projet-mobilite~op-2020-salon-paris', typed: 'beaucoup', version: 0 },
        { key: 'sets-de-table', typed: 'nc', version: 0 },
        { key: 'rien-de-tel', typed: '3', version: 0 },
      ],
      { caller: person(1), status: 'draft' },
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['saved', 'refused', 'saved', 'refused']);
    expect(outcomes[2]).toMatchObject({ typed: 'nc', words: 'Non communiqué' });
  });

  it('gives a partner no row but their own', async () => {
    const theirs = 'spots-partages~~~~cci46';
    const partner = person(3, ['CCI46']);
    const outcomes = await entry.save(
      period,
      [
        { key: VISITORS, typed: '450', version: 0 },
        { key: theirs, typed: '12', version: 0 },
        { key: 'spots-partages~op-2020-spots', typed: '12', version: 0 },
      ],
      { caller: partner, status: 'submitted' },
    );
    expect(outcomes.map(({ state }) => state)).toEqual(['refused', 'saved', 'refused']);
  });

  it('loses none of a thousand edits of the same cells by ten people', async () => {
    const keys = [VISITORS, 'spots-partages', 'sets-de-table', 'ambassadeurs', 'vues-reseaux'];
    const edits = Array.from({ length: 10 }, async (_, who) => {
      const known = new Map<string, number>();
      const counts = { saved: 0, conflict: 0 };
      for (let turn = 0; turn < 100; turn += 1) {
        const key = keys[(who + turn) % keys.length] ?? VISITORS;
        const typed = String(1 + who * 1_000 + turn);
        const outcome = await only(
          entry.save(period, [{ key, typed, version: known.get(key) ?? 0 }], {
            caller: person(who + 1),
            status: 'draft',
          }),
        );
        known.set(key, outcome.version);
        if (outcome.state === 'saved' || outcome.state === 'conflict') counts[outcome.state] += 1;
      }
      return counts;
    });
    const all = await Promise.all(edits);
    const saved = all.reduce((sum, { saved: one }) => sum + one, 0);
    const conflicts = all.reduce((sum, { conflict }) => sum + conflict, 0);
    expect(saved + conflicts).toBe(1_000);
    const page = await records.list({ limit: 100 }, person(1));
    const versions = page.items.reduce((sum, { version }) => sum + version, 0);
    expect(versions).toBe(saved);
    expect(conflicts).toBeGreaterThan(0);
  }, 120_000);
});
