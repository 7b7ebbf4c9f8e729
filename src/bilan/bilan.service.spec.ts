import { PRESS_RELEASE, startTestServer, type TestServer } from '../../test/support/application.js';

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
});
