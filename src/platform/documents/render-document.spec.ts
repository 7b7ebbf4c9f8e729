import { createHash } from 'node:crypto';
import { barChart, bilan2020 } from '../../../test/support/pdf/bilan-2020.fixture.js';
import { inspectPdf, missingPdfTools, plainSpaces } from '../../../test/support/pdf/inspect-pdf.js';
import { lintLayout } from '../../../test/support/pdf/layout-lint.js';
import { lintPdf } from '../../../test/support/pdf/pdf-lint.js';
import { PdfObjects } from '../../../test/support/pdf/pdf-objects.js';
import {
  documentOf,
  longName,
  longWord,
  prose,
  sectionOf,
  stressSections,
  tableOf,
} from '../../../test/support/pdf/stress.fixture.js';
import type { DocumentData } from './document.types.js';
import { renderDocument } from './render-document.js';

const missing = missingPdfTools();
if (missing) process.stdout.write(`${missing}\n`);
const itInspects = missing ? it.skip : it;

async function expectSound(data: DocumentData): Promise<Buffer> {
  const { bytes } = await renderDocument(data);
  expect(await lintPdf(bytes)).toEqual([]);
  expect(await lintLayout(bytes)).toEqual([]);
  return bytes;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('renderDocument', () => {
  it('prints the first version of a section that stands on one page, else the shortest', async () => {
    const paragraphs = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'paragraph', style: 'body', text: prose(60) }) as const);
    const pagesOf = async (...versions: number[]) => {
      const [blocks = [], ...shorter] = versions.map(paragraphs);
      return (await renderDocument(documentOf([{ ...sectionOf('essentiel', blocks), shorter }]))).pages;
    };
    expect(await pagesOf(60)).toBeGreaterThan(2);
    expect(await pagesOf(60, 50, 2)).toBe(2);
    expect(await pagesOf(60, 50)).toBeGreaterThan(2);
  });

  it('makes the yearly report without a fault of tags or layout, in few pages and bytes', async () => {
    const { bytes, pages, warnings } = await renderDocument(bilan2020());
    expect(await lintPdf(bytes)).toEqual([]);
    expect(await lintLayout(bytes)).toEqual([]);
    expect(warnings).toEqual([]);
    expect(pages).toBe(6);
    expect(bytes.length).toBeLessThan(150_000);
  });

  itInspects('stands the inspection of other programs', async () => {
    const { bytes, pages } = await renderDocument(bilan2020());
    const found = await inspectPdf(bytes);
    expect(found.syntax).toEqual([]);
    expect(found.fonts.length).toBeGreaterThanOrEqual(5);
    expect(found.fonts.filter((font) => !font.embedded || !font.subset)).toEqual([]);
    expect(found.images).toBe(0);
    expect(found.pages).toBe(pages);
    expect(found.attachments).toEqual(['bilan-2020-indicateurs.csv', 'bilan-2020.json']);
    for (const sentence of [
      'visiteurs accueillis sur le stand, dont 150 avec un projet de mobilité',
      'plus de 13 000 vues sur les réseaux sociaux',
      'près de 400 ambassadeurs',
      '130 000',
      'pendant le 1er confinement',
      'Voir les six indicateurs, page 3',
      'Objectifs 2021, comité et méthode 6',
    ])
      expect(found.spoken).toContain(sentence);
    expect(found.text).toContain('plus de 13 000');
  });

  it('gives the same bytes for the same data, and another identity for other figures', async () => {
    const [first, second] = await Promise.all([
      renderDocument(bilan2020(), { compress: false }),
      renderDocument(bilan2020(), { compress: false }),
    ]);
    expect(sha256(second.bytes)).toBe(sha256(first.bytes));
    const other = await renderDocument({ ...bilan2020(), fingerprint: 'other' }, { compress: false });
    expect(fileId(other.bytes)).not.toBe(fileId(first.bytes));
  });

  it('survives everything that real data holds: long words, huge rows, panels taller than a page', async () => {
    await expectSound(documentOf(stressSections()));
  });

  it('prints a document without sections, and one without blocks', async () => {
    const empty = await renderDocument(documentOf([]));
    expect(empty.pages).toBe(1);
    expect(await lintPdf(empty.bytes)).toEqual([]);
    await expectSound(documentOf([sectionOf('vide', [])]));
  });

  it('leaves out empty lists, tables, figures and panels without a hole', async () => {
    const blocks = [
      { kind: 'list', ordered: false, items: [] },
      { kind: 'table', title: 'Rien', table: { ...tableOf(0) } },
      { kind: 'key-figures', rows: [[]] },
      { kind: 'facts', items: [] },
      { kind: 'numbered-cards', title: 'Rien', columns: 4, tone: 'wine', items: [] },
      { kind: 'external-links', items: [] },
      { kind: 'together', blocks: [] },
      { kind: 'columns', columns: [] },
      { kind: 'paragraph', style: 'body', text: '' },
    ] as const;
    const data = documentOf([sectionOf('vide', structuredClone(blocks) as unknown as never)]);
    const { pages } = await renderDocument(data);
    expect(pages).toBe(2);
    await expectSound(data);
  });

  it('lists forty sections on a page of contents, with the pages where they really begin', async () => {
    const sections = Array.from({ length: 40 }, (_, index) =>
      sectionOf(`operation-${index + 1}`, [{ kind: 'paragraph', style: 'body', text: prose(index * 30) }], {
        heading: `Opération ${index + 1}`,
        title: `Opération ${index + 1}`,
        newPage: index % 2 === 0,
      }),
    );
    const bytes = await expectSound(documentOf(sections));
    expect(await contentsPages(bytes)).toEqual(
      await destinationPages(
        bytes,
        sections.map(({ name }) => name),
      ),
    );
  });

  it('escapes & and < in the title, drops emoji with a warning, keeps accents and rare letters', async () => {
    const data = {
      ...bilan2020(),
      title: 'Bilan « Département & État » <2020> 🎉',
      footer: 'R&D <b> Łódź 🎉',
    };
    const { bytes, warnings } = await renderDocument(data);
    expect(await lintPdf(bytes)).toEqual([]);
    expect(warnings.some((warning) => warning.includes('U+1F389'))).toBe(true);
    const pdf = await PdfObjects.open(bytes);
    expect(plainSpaces(pdf.document.getTitle() ?? '')).toBe('Bilan « Département & État » <2020>');
  });

  it('takes names of two hundred characters everywhere, cover included', async () => {
    const name = longName(200);
    const { cover } = bilan2020();
    const sections = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) =>
      sectionOf(
        letter,
        [{ kind: 'chart', chart: { ...barChart(), title: name }, height: 180, withTable: true }],
        {
          title: name,
          heading: name,
          overline: name,
          lead: name,
        },
      ),
    );
    await expectSound(
      documentOf(sections, {
        title: name,
        footer: name,
        cover: { ...cover, title: name, subtitle: name, members: name, overline: name, stamp: 'Brouillon' },
      }),
    );
    await expectSound(documentOf([sectionOf('mot', [], { heading: longWord(200), title: longWord(200) })]));
  });

  it('never prints below the foot of a page nor leaves a heading alone at its end', async () => {
    const sections = Array.from({ length: 20 }, (_, index) =>
      sectionOf(`flux-${index}`, [
        { kind: 'paragraph', style: 'body', text: prose(400 + index * 20) },
        { kind: 'heading', level: 2, text: 'Un titre suivi de son texte' },
        { kind: 'heading', level: 3, text: 'Et d’un autre' },
        { kind: 'paragraph', style: 'body', text: prose(120) },
      ]),
    );
    const bytes = await expectSound(documentOf(sections));
    const lastTags = await lastTagOfEachPage(bytes);
    expect(lastTags.length).toBeGreaterThan(30);
    expect(lastTags).toContain('P');
    expect(lastTags).not.toContain('H2');
    expect(lastTags).not.toContain('H3');
  });

  it('reads a table cut over pages as one table, its head once', async () => {
    const data = documentOf([sectionOf('table', [{ kind: 'table', title: null, table: tableOf(200) }])]);
    const bytes = await expectSound(data);
    const source = (await renderDocument(data, { compress: false })).bytes.toString('latin1');
    expect(bytes.length).toBeLessThan(200_000);
    expect(source.match(/\/S \/Table\n/g)).toHaveLength(1);
    expect(source.match(/\/S \/THead\n/g)).toHaveLength(1);
    expect(source.match(/\/S \/TR\n/g)).toHaveLength(201);
  });

  it('refuses two sections of one name, a row too wide and a table row with too many cells', async () => {
    await expect(renderDocument(documentOf([sectionOf('a', []), sectionOf('a', [])]))).rejects.toThrow(
      'named',
    );
    const wide = { span: 8, blocks: [] };
    await expect(
      renderDocument(documentOf([sectionOf('a', [{ kind: 'columns', columns: [wide, wide] }])])),
    ).rejects.toThrow('out of 12');
    const table = { ...tableOf(1), rows: [['1', '2', '3', '4', '5']] };
    await expect(
      renderDocument(documentOf([sectionOf('a', [{ kind: 'table', title: null, table }])])),
    ).rejects.toThrow('5 cells');
  });

  it('warns of a link to nowhere and of an unsafe address, and prints their words', async () => {
    const { bytes, warnings } = await renderDocument(
      documentOf([
        sectionOf('liens', [
          { kind: 'link', to: 'ailleurs', text: 'Voir ailleurs' },
          { kind: 'external-links', items: [{ text: 'Piège', url: 'javascript:alert(1)' }] },
        ]),
      ]),
    );
    expect(warnings).toHaveLength(2);
    expect(await lintPdf(bytes)).toEqual([]);
  });

  it('makes a PDF/A-1b variant without attachments for checkers of that format', async () => {
    const { bytes } = await renderDocument(bilan2020(), { conformance: 'PDF/A-1b', compress: false });
    const source = bytes.toString('latin1');
    expect(source.startsWith('%PDF-1.4')).toBe(true);
    expect(source).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(source).not.toContain('/EmbeddedFile');
  });
});

function fileId(bytes: Buffer): string | undefined {
  return /\/ID \[<([0-9a-f]+)>/.exec(bytes.toString('latin1'))?.[1];
}

/** Page numbers as written in the links of the table of contents: « Opération 3, page 7 ». */
async function contentsPages(bytes: Buffer): Promise<number[]> {
  const pdf = await PdfObjects.open(bytes);
  return pdf.pages
    .flatMap((page) => pdf.list(page.node, 'Annots'))
    .map((annotation) => Number(/page\s(\d+)$/.exec(pdf.text(annotation, 'Contents') ?? '')?.[1]));
}

async function destinationPages(bytes: Buffer, names: readonly string[]): Promise<number[]> {
  const pdf = await PdfObjects.open(bytes);
  const tree = pdf.list(pdf.dict(pdf.dict(pdf.catalog, 'Names'), 'Dests'), 'Names');
  const targets = new Map<string, number>();
  for (let index = 0; index < tree.length; index += 2) {
    const [page] = pdf.items(tree[index + 1]);
    targets.set(pdf.decoded(tree[index]), pdf.pages.findIndex(({ node }) => node === page) + 1);
  }
  return names.map((name) => targets.get(name) ?? 0);
}

/** The last tag opened on each page, artifacts left out. */
async function lastTagOfEachPage(bytes: Buffer): Promise<string[]> {
  const pdf = await PdfObjects.open(bytes);
  return pdf.pages.map((page) => [...pdf.content(page).matchAll(/^\/(\w+) <<\n\/MCID/gm)].at(-1)?.[1] ?? '');
}
