import { bilanDocument } from '../../src/bilan/bilan-document.rules.js';
import { renderDocument } from '../../src/platform/documents/render-document.js';
import { bilan2020 } from '../support/bilan-2020.fixture.js';
import { largeBilan } from '../support/bilan-large.js';
import { hasPreflight, preflight } from '../support/pdf/preflight.js';

/** Debian has no PDF/A-3 checker: the same document is made as PDF/A-1b, without attachments, for this one. */
(hasPreflight() ? describe : describe.skip)('PDFBox preflight', () => {
  it.each([
    ['the bilan of 2020', bilan2020],
    ['a bilan with 30 operations and 60 members', largeBilan],
  ])('finds %s archivable', async (_, data) => {
    const document = bilanDocument(data(), 'f'.repeat(64), []);
    const { bytes } = await renderDocument(document, { conformance: 'PDF/A-1b' });
    expect(await preflight(bytes)).toMatch(/is a valid PDF\/A-1b file$/);
  });
});
