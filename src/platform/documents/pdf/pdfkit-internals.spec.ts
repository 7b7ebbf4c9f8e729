import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FONT_NAMES, fontObject } from '../text/fonts.js';
import {
  addBookmark,
  addLink,
  closeOutline,
  createPdf,
  PDFKIT_VERSION,
  type PdfDocument,
  registerFontObject,
  replaceXmp,
  setAttributes,
  setFileId,
  setTableSummary,
  sortNames,
} from './pdfkit-internals.js';

/** A new page of a tagged document, and a function that ends it and gives its source. */
function open(): { doc: PdfDocument; source: () => Promise<string> } {
  const doc = createPdf({
    size: 'A4',
    compress: false,
    tagged: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    info: { Title: 'Un & deux', CreationDate: new Date(0) },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<string>((resolve) =>
    doc.on('end', () => resolve(Buffer.concat(chunks).toString('latin1'))),
  );
  for (const name of FONT_NAMES) registerFontObject(doc, name, fontObject(name));
  doc.addPage();
  return { doc, source: () => (doc.end(), ended) };
}

/** Each test looks at the bytes: a member of pdfkit that an upgrade renames makes one of them fail. */
describe('what is known of the inside of pdfkit', () => {
  it('holds for the installed version and no other', () => {
    const entry = createRequire(import.meta.url).resolve('pdfkit');
    const manifest = entry.replace(/pdfkit[\\/]js[\\/].*$/, 'pdfkit/package.json');
    expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({ version: PDFKIT_VERSION });
  });

  it('makes documents without standard font', async () => {
    const { source } = open();
    expect(await source()).not.toContain('Helvetica');
  });

  it('sets the file identifier', async () => {
    const { doc, source } = open();
    setFileId(doc, Buffer.alloc(16, 0xab));
    expect(await source()).toContain(`/ID [<${'ab'.repeat(16)}> <${'ab'.repeat(16)}>]`);
  });

  it('replaces the whole of the XMP properties and keeps the PDF/A part', async () => {
    const { doc, source } = open();
    replaceXmp(doc, '<rdf:Description>mine</rdf:Description>');
    const text = await source();
    expect(text).toContain('<rdf:Description>mine</rdf:Description>');
    expect(text).not.toContain('<dc:title>');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
  });

  it('embeds parsed fonts', async () => {
    const { doc, source } = open();
    for (const name of FONT_NAMES) doc.font(name).text('É', 50, 50, { lineBreak: false });
    expect((await source()).match(/\/FontFile2 /g)).toHaveLength(FONT_NAMES.length);
  });

  it('writes attributes of elements: names for lists, a text for the summary of a table', async () => {
    const { doc, source } = open();
    const list = doc.struct('L');
    const table = doc.struct('Table');
    setAttributes(list, { O: 'List', ListNumbering: 'Disc' });
    setTableSummary(table, 'Six lignes');
    doc.addStructure(list).addStructure(table);
    const text = await source();
    expect(text).toContain('/ListNumbering /Disc');
    expect(text).toContain('/Summary (Six lignes)');
  });

  it('writes figures with their box, and header cells with their scope', async () => {
    const { doc, source } = open();
    doc.addStructure(doc.struct('Figure', { alt: 'Image', bbox: [10, 20, 30, 40], placement: 'Block' }));
    doc.addStructure(doc.struct('TH', { scope: 'Column' }));
    const text = await source();
    expect(text).toMatch(/\/BBox \[10 801\.89 30 821\.89\]/);
    expect(text).toContain('/Scope /Column');
  });

  it('ties links to their element, with their description', async () => {
    const { doc, source } = open();
    const link = doc.struct('Link');
    doc.addStructure(link);
    const area = { x: 10, y: 10, width: 50, height: 12 };
    addLink(doc, link, area, { destination: 'suite' }, 'Suite, page 2');
    addLink(doc, link, area, { url: 'https://exemple.fr/' }, 'Exemple');
    link.end();
    const text = await source();
    expect(text).toContain('/Contents (Suite, page 2)');
    expect(text).toContain('/Contents (Exemple)');
    expect(text).toContain('/D (suite)');
    expect(text).toContain('/URI (https://exemple.fr/)');
    expect(text.match(/\/Type \/OBJR/g)).toHaveLength(2);
    expect(text.match(/\/StructParent \d/g)).toHaveLength(2);
  });

  it('opens bookmarks at the left edge and counts them at the root', async () => {
    const { doc, source } = open();
    const section = addBookmark(doc.outline, 'Section', null);
    addBookmark(section, 'Titre', 100);
    closeOutline(doc);
    const text = await source();
    expect(text).toMatch(/\/Dest \[\d+ 0 R \/Fit\]/);
    expect(text).toMatch(/\/Dest \[\d+ 0 R \/XYZ 0 741\.89 0\]/);
    expect(text).toMatch(/<<\n\/Count 2\n\/First/);
  });

  it('sorts destinations and attachments by bytes', async () => {
    const { doc, source } = open();
    for (const name of ['b', 'a_1', 'C', 'a-1', 'a']) doc.addNamedDestination(name);
    for (const name of ['b.csv', 'C.csv']) doc.file(Buffer.from('1'), { name });
    sortNames(doc);
    const text = await source();
    const names = [...text.matchAll(/^ +\(([^)]+)\) /gm)].map(([, name]) => name);
    expect(names).toEqual(['C', 'a', 'a-1', 'a_1', 'b', 'C.csv', 'b.csv']);
  });
});
