import { renderDocument } from '../../../src/platform/documents/render-document.js';
import { bilan2020 } from './bilan-2020.fixture.js';
import { lintPdf } from './pdf-lint.js';

/** Replaces text in the file without moving anything: the new text is padded to the length of the old one. */
function damaged(source: string, from: string | RegExp, to: string): Buffer {
  const found = typeof from === 'string' ? from : (from.exec(source)?.[0] ?? '');
  if (!found || !source.includes(found)) throw new Error(`Nothing to damage: ${String(from)}`);
  if (to.length > found.length) throw new Error('A damage must not lengthen the file');
  const text = source.replaceAll(found, to.padEnd(found.length));
  return Buffer.from(text, 'latin1');
}

describe('lintPdf', () => {
  let source: string;

  beforeAll(async () => {
    const data = { ...bilan2020(), title: 'Bilan « Département & État »' };
    source = (await renderDocument(data, { compress: false })).bytes.toString('latin1');
  });

  it('finds nothing in a good file', async () => {
    expect(await lintPdf(Buffer.from(source, 'latin1'))).toEqual([]);
  });

  it.each<[fault: string, from: string | RegExp, to: string, rule: string]>([
    ['a skipped heading level', '/S /H2', '/S /H4', '14-003'],
    ['a figure without alternative text', '/Alt (', '/Alx (', '13-004'],
    ['a header cell without scope', '/Scope', '/Scopx', '15-003'],
    ['a font that is not embedded', /\/Subtype \/Type0/, '/Subtype /Type1', '31-009'],
    ['a link without description', '/Contents (', '/Contentx (', '28-005'],
    ['a list item outside a list', '/S /L\n', '/S /P\n', '09-004'],
    ['a ragged table', /\/Scope \/Column/, '/ColSpan 2', '15-004'],
    ['an unescaped ampersand in the metadata', '&amp;', '&', 'XMP'],
    ['no language', '/Lang (', '/Lanx (', '11-006'],
    ['an attachment without date', '/ModDate', '/ModDatx', 'A-3'],
    ['a missing glyph', /(?<=\[<)[0-9a-f]{4}/, '0000', '10-001'],
    ['no title shown', '/DisplayDocTitle', '/DisplayDocTitlx', '07-002'],
    ['an outline without count', /(?<=<<\n)\/Count \d+(?=\n\/First)/, '/Counx 1', '1.4.9'],
  ])('sees %s', async (_, from, to, rule) => {
    const faults = await lintPdf(damaged(source, from, to));
    expect(faults.map((fault) => fault.split(' ')[0])).toContain(rule);
  });

  it('sees graphics outside tags and artifacts', async () => {
    const [artifact = ''] = /\/Artifact <<\n\/Type \/Layout\n>> BDC[\s\S]*?\nEMC\n/.exec(source) ?? [];
    const bare = artifact
      .replace(/^[\s\S]*?BDC/, (start) => ' '.repeat(start.length))
      .replace('\nEMC\n', '\n   \n');
    const faults = await lintPdf(Buffer.from(source.replace(artifact, bare), 'latin1'));
    expect(faults.map((fault) => fault.split(' ')[0])).toContain('01-003');
  });
});
