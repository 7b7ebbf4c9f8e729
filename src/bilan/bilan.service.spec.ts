import { PRESS_RELEASE, startTestServer, type TestServer } from '../../test/support/application.js';
import { bilan2020 } from '../../test/support/bilan-2020.fixture.js';
import { inspectPdf, missingPdfTools } from '../../test/support/pdf/inspect-pdf.js';
import { MeasurementsService } from '../measurements/measurements.service.js';
import { DocumentRenderer } from '../platform/documents/document-renderer.js';
import type { DocumentData } from '../platform/documents/document.types.js';
import type { RenderedDocument } from '../platform/documents/render-document.js';
import type { BilanDataService } from './bilan-data.service.js';
import { BilanService } from './bilan.service.js';

const withTools = missingPdfTools() === null ? it : it.skip;

describe('POST /bilans/2020/brouillon', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ seed: PRESS_RELEASE });
  });
  afterAll(() => server.close());

  const draft = (year: string): Promise<Response> =>
    fetch(`${server.url}/bilans/${year}/brouillon`, { method: 'POST', redirect: 'manual' });

  it('gives a PDF to keep, the same bytes each time', async () => {
    const [first, second] = await Promise.all([draft('2020'), draft('2020')]);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="bilan-2020-brouillon.pdf"');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('has no bilan of a year without exercice', async () => {
    expect((await draft('2031')).status).toBe(404);
  });

  it('refuses what is no year', async () => {
    expect((await draft('20x0')).status).toBe(400);
  });

  withTools('prints what was measured since: twelve more visitors make 462', async () => {
    const visitors = {
      indicator: 'VISITEURS_STAND',
      campaign: 'OP-2020-SALON-PARIS',
      periodStart: '2020-02-01',
      periodEnd: '2020-02-29',
      value: 12,
    };
    const measurements = server.application.get(MeasurementsService, { strict: false });
    await measurements.record([visitors], {
      recordedBy: 'token:test',
      defaultStatus: 'validated',
      partial: false,
    });
    const { text } = await inspectPdf(Buffer.from(await (await draft('2020')).arrayBuffer()));
    expect(text).toContain(
      '462 visiteurs ont été accueillis sur le stand, dont 150 avec un projet de mobilité',
    );
    expect(text).not.toMatch(/\b450 visiteurs/);
  });
});

describe('drafts under load', () => {
  const rendered: RenderedDocument = { bytes: Buffer.from('%PDF-'), pages: 1, warnings: [] };

  /** A service over data that changes at each call, or not, and an engine that answers when told. */
  function service(changing: boolean): { bilans: BilanService; release: () => void; asked: () => number } {
    let calls = 0;
    let asked = 0;
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const data: Pick<BilanDataService, 'ofYear'> = {
      ofYear: async () => {
        calls += 1;
        return { ...bilan2020(), lastChange: `2020-12-17T09:00:0${changing ? calls : 0}Z` };
      },
    };
    const engine = {
      render: async (_: DocumentData): Promise<RenderedDocument> => {
        asked += 1;
        await gate;
        return rendered;
      },
      stop: async (): Promise<void> => undefined,
    };
    const renderer = new DocumentRenderer({ engine, maxWaiting: 1 });
    return { bilans: new BilanService(data as BilanDataService, renderer), release, asked: () => asked };
  }

  it('are made once for all who ask for the same state', async () => {
    const { bilans, release, asked } = service(false);
    const drafts = Promise.all([bilans.draft(2020), bilans.draft(2020), bilans.draft(2020)]);
    release();
    expect(new Set(await drafts).size).toBe(1);
    await bilans.draft(2020);
    expect(asked()).toBe(1);
  });

  it('are refused beyond a short queue, with the time to wait; a refusal is not kept', async () => {
    const { bilans, release } = service(true);
    const [first, second, third] = [bilans.draft(2020), bilans.draft(2020), bilans.draft(2020)];
    await expect(third).rejects.toMatchObject({ status: 503, details: { retryAfter: 5 } });
    release();
    expect([(await first).fileName, (await second).pages]).toEqual(['bilan-2020-brouillon.pdf', 1]);
    expect((await bilans.draft(2020)).bytes).toBe(rendered.bytes);
  });
});
