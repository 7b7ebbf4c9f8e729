import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENGINES } from '../../../test/support/databases.js';
import { HONEST, HOSTILE, PDF, PNG } from '../../../test/support/evidence-samples.js';
import { openServices, type TestServices } from '../../../test/support/services.js';
import type { DataCaller } from '../../accounts/account.types.js';
import { MeasurementsService } from '../../measurements/measurements.service.js';
import { AuditJournal } from '../../platform/audit/audit-journal.service.js';
import { CONFIGURATION, type Configuration } from '../../platform/config/configuration.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { EvidenceVerifier } from './evidence-verification.service.js';
import { EvidenceService } from './evidence.service.js';

const NO_LIMITS = { indicators: null, campaigns: null, organisations: null };
const EDITOR: DataCaller = {
  signature: 'person:1',
  limits: NO_LIMITS,
  role: 'editor',
  readsReserved: true,
  readsInternal: true,
  tokenId: null,
};
const PARTNER: DataCaller = {
  ...EDITOR,
  signature: 'person:2',
  role: 'contributor',
  limits: { ...NO_LIMITS, organisations: ['CCI46'] },
  readsInternal: false,
};

describe.each(ENGINES)('proofs of figures on %s', (engine) => {
  let services: TestServices;
  let folder: string;
  /** Measurements of the team and of the partner. */
  let ours: number;
  let theirs: number;
  const get = <T>(type: new (...args: never[]) => T): T => services.context.get(type, { strict: false });

  beforeAll(async () => {
    services = await openServices(engine);
    const configuration: Configuration = services.context.get(CONFIGURATION);
    folder = join(configuration.dataDir, 'evidence');
    const days = { periodStart: '2020-09-01', periodEnd: '2020-09-30', value: 35 };
    await get(MeasurementsService).record(
      [
        { indicator: 'SPOTS_PARTAGES', ...days },
        { indicator: 'SPOTS_PARTAGES', ...days, organisation: 'CCI46' },
      ],
      { recordedBy: 'person:1', defaultStatus: 'submitted', partial: false },
    );
    const rows: { id: number }[] = await get(UnitOfWork).manager.query(
      'SELECT id FROM measurements ORDER BY id',
    );
    [ours, theirs] = rows.map(({ id }) => id) as [number, number];
  });
  afterAll(() => services.close());

  const stored = async (): Promise<string[]> => readdir(folder).catch(() => []);

  it.each(HOSTILE)('refuses %s, and keeps nothing of it', async (_, name, bytes, code, reason) => {
    const before = await stored();
    const refusal = await get(EvidenceService)
      .add(ours, { name, bytes }, EDITOR)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      issues: [{ path: 'file', code, message: expect.stringMatching(reason) }],
    });
    expect(await stored()).toEqual(before);
    expect((await get(EvidenceService).of([ours])).get(ours)).toBeUndefined();
  });

  it('refuses more than ten megabytes', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]);
    await expect(get(EvidenceService).add(ours, { name: 'a.pdf', bytes }, EDITOR)).rejects.toMatchObject({
      code: 'file_too_large',
    });
  });

  it('keeps what people have, as it came, under names of its own', async () => {
    for (const [name, bytes] of HONEST) {
      const { id } = await get(EvidenceService)
        .add(ours, { name, bytes: Buffer.concat([bytes]) }, EDITOR)
        .catch((error) => {
          // The same message under two names is the same file.
          expect([name, error.code]).toEqual(['courriel.txt', 'evidence_already_there']);
          return { id: 0 };
        });
      if (id === 0) continue;
      const opened = await get(EvidenceService).open(id, EDITOR);
      expect([opened.name, opened.bytes.equals(bytes)]).toEqual([name, true]);
    }
    for (const name of await stored()) {
      expect(name).toMatch(/^[0-9a-f]{32}$/);
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
    }
    const [entry] = (await get(AuditJournal).page({ actions: ['evidence.added'] }, null, 1)).entries;
    expect(entry).toMatchObject({ subject: `measurement:${ours}` });
    expect(JSON.stringify(entry)).not.toContain('notes.txt');
  });

  it('says that the same file is there already, and stores it once, even at the same time', async () => {
    const before = (await stored()).length;
    const answers = await Promise.allSettled([
      get(EvidenceService).add(theirs, { name: '../a.png', bytes: PNG }, PARTNER),
      get(EvidenceService).add(theirs, { name: 'b.png', bytes: PNG }, PARTNER),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await stored()).length).toBe(before + 1);
    expect((await get(EvidenceService).of([theirs])).get(theirs)).toHaveLength(1);
  });

  it('shows partners their own only, and takes away with a reason what they added', async () => {
    const evidence = get(EvidenceService);
    const [own] = (await evidence.of([theirs])).get(theirs) ?? [];
    const [other] = (await evidence.of([ours])).get(ours) ?? [];
    await expect(evidence.open(other?.id ?? 0, PARTNER)).rejects.toMatchObject({ code: 'not_found' });
    await expect(evidence.remove(other?.id ?? 0, 'Non', PARTNER)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(evidence.add(ours, { name: 'a.pdf', bytes: PDF }, PARTNER)).rejects.toMatchObject({
      code: 'not_found',
    });
    const ofTeam = await evidence.add(theirs, { name: 'bon.pdf', bytes: PDF }, EDITOR);
    await expect(evidence.remove(ofTeam.id, 'Non', PARTNER)).rejects.toMatchObject({ code: 'forbidden' });
    await evidence.remove(own?.id ?? 0, 'Mauvais mois', PARTNER);
    await evidence.remove(own?.id ?? 0, 'Encore', PARTNER);
    expect((await evidence.of([theirs])).get(theirs)?.map(({ name }) => name)).toEqual(['bon.pdf']);
    const all = (await evidence.of([theirs], { withRemoved: true })).get(theirs);
    expect(all?.[0]?.removal).toMatchObject({ by: 'person:2', reason: 'Mauvais mois' });
    await expect(evidence.open(own?.id ?? 0, PARTNER)).rejects.toMatchObject({ code: 'not_found' });
    expect((await evidence.open(own?.id ?? 0, EDITOR)).name).toMatch(/^[ab]\.png$/);
  });

  it('forgets the file when its row cannot be written', async () => {
    const before = await stored();
    await get(UnitOfWork).write((manager) => manager.query('ALTER TABLE audit_entries RENAME TO elsewhere'));
    const failed = await get(EvidenceService)
      .add(ours, { name: 'x.txt', bytes: Buffer.from('Un texte à part') }, EDITOR)
      .catch((error: unknown) => error);
    await get(UnitOfWork).write((manager) => manager.query('ALTER TABLE elsewhere RENAME TO audit_entries'));
    expect(failed).toMatchObject({ message: expect.stringContaining('audit_entries') });
    expect(await stored()).toEqual(before);
  });

  it('tells which files are gone or changed', async () => {
    const verifier = get(EvidenceVerifier);
    expect(await verifier.verify()).toMatchObject({ ok: true, findings: [] });
    const [first = '', second = ''] = await stored();
    await rm(join(folder, first));
    await writeFile(join(folder, second), 'autre chose');
    const { ok, findings } = await verifier.verify();
    expect([ok, findings.length]).toEqual([false, 2]);
    expect(findings.join('\n')).toMatch(/manque/);
    expect(findings.join('\n')).toMatch(/n’est plus celui qui a été joint/);
    const all = [...(await get(EvidenceService).of([ours, theirs], { withRemoved: true })).values()].flat();
    const opened = await Promise.allSettled(all.map(({ id }) => get(EvidenceService).open(id, EDITOR)));
    expect(opened.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    await mkdir(folder, { recursive: true });
  });
});
