import { BilanDraftsService } from '../../src/bilan/bilan-drafts.service.js';
import { DatasetsService } from '../../src/datasets/datasets.service.js';
import { ImportsService } from '../../src/imports/imports.service.js';
import { AuditJournal } from '../../src/platform/audit/audit-journal.service.js';
import { runIn } from '../../src/platform/context/request-context.js';
import { ENGINES } from '../support/databases.js';
import { openEmptyServices, type TestServices } from '../support/services.js';

const SAMPLE = 'test/import/ok/press-release-figures.csv';

describe.each(ENGINES)('what the journal says of what is loaded, imported and printed on %s', (engine) => {
  let services: TestServices;

  beforeAll(async () => {
    services = await openEmptyServices(engine);
  });
  afterAll(() => services.close());

  const get = <T>(type: new (...args: never[]) => T): T => services.context.get(type, { strict: false });
  const newest = async (count = 50) => (await get(AuditJournal).page({}, null, count)).entries;
  const rows = async (): Promise<number> => (await newest()).length;

  it('tells a data set once: the second load changes nothing and leaves no entry', async () => {
    await get(DatasetsService).load('seeds/oh-my-lot-2020');
    const [entry] = await newest(1);
    expect(entry).toMatchObject({
      actor: 'system',
      action: 'data_set.loaded',
      subject: 'data-set:oh-my-lot-2020',
      after: { programme: { created: 1, updated: 0 }, indicators: { updated: 0 } },
    });
    const before = await rows();
    await get(DatasetsService).load('seeds/oh-my-lot-2020');
    expect(await rows()).toBe(before);
  });

  it('tells a file by its fingerprint, and neither a rehearsal nor the same file again', async () => {
    const imports = get(ImportsService);
    const before = await rows();
    await imports.importFile(SAMPLE, { dryRun: true });
    expect(await rows()).toBe(before);
    const { sha256, updated } = await imports.importFile(SAMPLE, { dryRun: false });
    const [entry] = await newest(1);
    expect(entry).toMatchObject({ action: 'import.recorded', after: { sha256, created: 0, updated } });
    expect(JSON.stringify(await newest())).not.toContain('press-release-figures');
    const after = await rows();
    await imports.importFile(SAMPLE, { dryRun: false });
    expect(await rows()).toBe(after);
  });

  it('tells drafts of the bilan, and refuses the sixty-first of a minute from one address', async () => {
    const drafts = get(BilanDraftsService);
    const ask = () =>
      runIn({ requestId: 'r-1', address: '192.0.2.1', userAgent: null, actor: 'visitor' }, () =>
        drafts.draft(2020),
      );
    for (let count = 0; count < 60; count += 1) await ask();
    expect((await newest(1))[0]).toMatchObject({
      actor: 'visitor',
      action: 'bilan.drafted',
      subject: 'bilan:2020',
    });
    await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests', details: { retryAfter: 60 } });
  });
});
