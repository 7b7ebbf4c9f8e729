import { dataCaller } from '../../test/support/data-callers.js';
import { ENGINES } from '../../test/support/databases.js';
import { openServices, type TestServices } from '../../test/support/services.js';
import { PersonEntity } from '../accounts/people/person.entity.js';
import { AuditJournal } from '../platform/audit/audit-journal.service.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { MeasurementLifeService, VALIDATED_BY_SETTING } from './measurement-life.service.js';
import type { DecisionContext } from './measurement-life.types.js';
import { MeasurementRecordsService } from './measurement-records.service.js';
import type { MeasurementInput, RecordingContext } from './measurement.types.js';
import { MeasurementsService } from './measurements.service.js';
import { RollUpsVerifier } from './roll-ups-verification.service.js';

const editor = dataCaller('person:1', 'editor');
const anne = dataCaller('person:2', 'validator');
const paul = dataCaller('person:3', 'validator');
const partner = dataCaller('person:4', 'contributor', ['CCI46']);
const single = (by = anne, rest: Partial<DecisionContext> = {}): DecisionContext => ({
  by,
  mode: 'single',
  ...rest,
});

const spots: MeasurementInput = {
  indicator: 'SPOTS_PARTAGES',
  campaign: 'OP-2020-SPOTS',
  periodStart: '2020-06-01',
  periodEnd: '2020-06-30',
  value: 250,
};

describe.each(ENGINES)('the life of figures on %s', (engine) => {
  let services: TestServices;
  let life: MeasurementLifeService;
  let records: MeasurementRecordsService;
  let measurements: MeasurementsService;
  let unitOfWork: UnitOfWork;

  beforeEach(async () => {
    services = await openServices(engine);
    const { context } = services;
    life = context.get(MeasurementLifeService, { strict: false });
    records = context.get(MeasurementRecordsService, { strict: false });
    measurements = context.get(MeasurementsService, { strict: false });
    unitOfWork = context.get(UnitOfWork, { strict: false });
  });
  afterEach(() => services.close());

  const record = async (
    input: Partial<MeasurementInput>,
    rest: Partial<RecordingContext> = {},
  ): Promise<void> => {
    const said = { ...spots, ...input };
    const context = { recordedBy: 'person:1', defaultStatus: 'submitted' as const, partial: false, ...rest };
    const { rejected } = await measurements.record([said], context);
    expect(rejected).toEqual([]);
  };
  const history = async (id = 1): Promise<unknown[]> => {
    const { items } = await records.versions(id, anne);
    return items.map(({ value, status, marking, reason }) => [value, status, marking, reason ?? null]);
  };
  const counted = async (): Promise<(number | null)[]> =>
    (await measurements.facts()).map(({ quantity }) => quantity?.value ?? null);
  const actions = async (): Promise<string[]> => {
    const journal = services.context.get(AuditJournal, { strict: false });
    const { entries } = await journal.page({}, null, 50);
    return entries.map(({ action }) => action);
  };
  const seal = (state: string): Promise<unknown> =>
    unitOfWork.write((manager) => manager.query(`UPDATE exercices SET state = '${state}' WHERE year = 2020`));

  it('goes from a draft to a figure that counts, each step with its version', async () => {
    await record({ status: 'draft' });
    await life.decide([{ id: 1, version: 1 }], 'submit', single(editor));
    expect(await counted()).toEqual([]);
    expect(await life.decide([{ id: 1, version: 2 }], 'validate', single())).toEqual({
      decided: [{ id: 1, version: 3 }],
      unchanged: [],
      refused: [],
    });
    expect(await counted()).toEqual([250]);
    expect(await history()).toEqual([
      [250, 'draft', 'final', null],
      [250, 'submitted', 'final', null],
      [250, 'validated', 'final', null],
    ]);
    const verifier = services.context.get(RollUpsVerifier, { strict: false });
    expect(await verifier.verify()).toEqual({ ok: true, findings: [] });
  });

  it('keeps why a figure was sent back, which its author reads, and what counts meanwhile', async () => {
    await record({ status: 'validated' });
    await record({ value: 463 });
    await life.decide([{ id: 1, version: 2 }], 'return', single(anne, { reason: 'Comptage à la main ?' }));
    expect(await counted()).toEqual([250]);
    expect((await history()).at(-1)).toEqual([463, 'returned', 'final', 'Comptage à la main ?']);
    await expect(life.decide([{ id: 1 }], 'return', single(anne, { reason: ' ' }))).rejects.toMatchObject({
      code: 'reason_required',
      status: 422,
    });
  });

  it('marks « révisé » what counts instead of another amount, with what its author said of it', async () => {
    await record({ status: 'validated' });
    await record({ value: 263 }, { reason: 'Recomptage des bons' });
    await life.decide([{ id: 1, version: 2 }], 'validate', single());
    expect((await history()).at(-1)).toEqual([263, 'validated', 'revised', 'Recomptage des bons']);
    await record({ value: 270, marking: 'provisional' });
    await life.decide([{ id: 1, version: 4 }], 'validate', single());
    expect((await history()).at(-1)).toEqual([270, 'validated', 'provisional', null]);
  });

  it('answers two who validate at once without doing it twice, and tells who comes after a change', async () => {
    await record({});
    const both = await Promise.all([
      life.decide([{ id: 1, version: 1 }], 'validate', single(anne)),
      life.decide([{ id: 1, version: 1 }], 'validate', single(paul)),
    ]);
    expect(both.map(({ decided, unchanged }) => [decided.length, unchanged.length])).toEqual([
      [1, 0],
      [0, 1],
    ]);
    await record({ value: 263, source: 'Bons' });
    await expect(
      life.decide([{ id: 1, version: 2 }], 'withdraw', single(anne, { reason: 'Doublon' })),
    ).rejects.toMatchObject({
      code: 'conflict',
      status: 409,
      title:
        'Ce chiffre a changé entre-temps (la valeur\u00a0: 250 → 263, l’état\u00a0: validé → soumis et la source)\u00a0: relisez-le avant de décider.',
    });
    expect(await history()).toHaveLength(3);
  });

  it('decides on all of a list or on nothing, unless what can be is asked for', async () => {
    await record({});
    await record({ periodStart: '2020-07-01', periodEnd: '2020-07-31', status: 'draft' });
    const items = [{ id: 1, version: 1 }, { id: 2, version: 7 }, { id: 99 }];
    await expect(life.decide(items, 'validate', single())).rejects.toMatchObject({ code: 'conflict' });
    expect(await history()).toHaveLength(1);
    const { decided, refused } = await life.decide(items, 'validate', single(anne, { partial: true }));
    expect(decided).toEqual([{ id: 1, version: 2 }]);
    expect(refused.map(({ id, code }) => [id, code])).toEqual([
      [2, 'conflict'],
      [99, 'not_found'],
    ]);
    expect(await actions()).toContain('measurements.validated');
  });

  it('lets nobody validate what they wrote where four eyes are asked for, and says who may', async () => {
    await unitOfWork.write(async (manager) => {
      for (const [id, name] of [
        [1, 'Léa Blanc'],
        [2, 'Anne Roux'],
        [3, 'Paul Petit'],
      ] as const)
        await manager.save(PersonEntity, {
          ...PERSON,
          id,
          name,
          role: id === 1 ? 'editor' : 'validator',
          email: `${id}@lot.fr`,
        });
    });
    await record({}, { recordedBy: 'person:2' });
    const fourEyes = (by = anne): DecisionContext => ({ by, mode: 'four_eyes' });
    await expect(life.decide([{ id: 1 }], 'validate', fourEyes())).rejects.toMatchObject({
      code: 'four_eyes',
      status: 403,
      title: expect.stringContaining('Paul Petit peut le valider'),
    });
    await life.decide([{ id: 1 }], 'return', { ...fourEyes(paul), reason: 'Source ?' });
    await life.decide([{ id: 1 }], 'validate', fourEyes(paul));
    await record({ value: 251 }, { recordedBy: 'person:3' });
    await life.decide([{ id: 1 }], 'validate', fourEyes(anne));
    expect(await counted()).toEqual([251]);
  });

  it('validates at once what the team sends where its setting says so, and only submits what partners send', async () => {
    await record({ status: 'draft', organisation: 'CCI46' });
    await life.submitOrValidate([{ id: 1, version: 1 }], { by: partner, mode: 'auto' });
    expect((await history()).at(-1)).toEqual([250, 'submitted', 'final', null]);
    await life.submitOrValidate([{ id: 1, version: 2 }], { by: editor, mode: 'auto' });
    expect((await history()).at(-1)).toEqual([250, 'validated', 'final', VALIDATED_BY_SETTING]);
    await record({ status: 'draft', value: 1 });
    await life.submitOrValidate([{ id: 2 }], { by: editor, mode: 'single' });
    expect((await history(2)).at(-1)).toEqual([1, 'submitted', 'final', null]);
  });

  it('keeps what is not theirs from partners, and what counts from whoever does not validate', async () => {
    await record({ status: 'validated' });
    await record({ status: 'validated', organisation: 'CCI46' });
    const reason = 'Doublon';
    await expect(life.decide([{ id: 1 }], 'withdraw', single(partner, { reason }))).rejects.toMatchObject({
      status: 404,
    });
    await expect(life.decide([{ id: 2 }], 'withdraw', single(partner, { reason }))).rejects.toMatchObject({
      status: 403,
    });
    await expect(life.decide([{ id: 1 }], 'validate', single(editor))).resolves.toMatchObject({
      unchanged: [1],
    });
    await life.decide([{ id: 1 }], 'withdraw', single(anne, { reason }));
    await expect(life.decide([{ id: 1 }], 'validate', single())).rejects.toMatchObject({
      code: 'wrong_status',
    });
  });

  it('changes nothing of a sealed exercice, however it is asked, until it is reopened', async () => {
    await record({ status: 'validated' });
    await record({ value: 263 });
    await seal('sealed');
    const context = { recordedBy: 'person:1', defaultStatus: 'submitted' as const, partial: false };
    const again = await measurements.record(
      [
        { ...spots, value: 263 },
        { ...spots, value: 264 },
      ],
      { ...context, partial: true },
    );
    expect([again.unchanged, again.rejected.map(({ path, code }) => [path, code])]).toEqual([
      1,
      [['periodEnd', 'exercice_sealed']],
    ]);
    const next = { ...spots, periodStart: '2021-01-01', periodEnd: '2021-01-31' };
    expect((await measurements.record([next], context)).created).toBe(1);
    for (const decision of ['validate', 'return', 'withdraw'] as const) {
      await expect(
        life.decide([{ id: 1 }], decision, single(anne, { reason: 'Oubli' })),
      ).rejects.toMatchObject({
        code: 'exercice_sealed',
        status: 409,
        title: expect.stringContaining('demandez à l’administration de le rouvrir'),
      });
    }
    await seal('closed');
    await life.decide([{ id: 1, version: 2 }], 'validate', single());
    expect(await counted()).toEqual([263]);
  });
});

const PERSON = {
  state: 'active',
  organisationId: null,
  passwordHash: 'none that opens',
  totpSeed: null,
  totpLastStep: null,
  notices: true,
  reminders: true,
  lastSignedInAt: null,
  createdAt: '2020-12-17T10:00:00Z',
  updatedAt: '2020-12-17T10:00:00Z',
} as const;
