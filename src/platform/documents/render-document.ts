import { createHash } from 'node:crypto';
import { CONTENTS_TITLE, contentsSection } from './cover/contents-page.js';
import { COVER_ENTRIES, CoverPage } from './cover/cover-page.js';
import type { DocumentData, RenderOptions, Section } from './document.types.js';
import { type FlowedSection, paginate, type Pagination, SECTION_GAP } from './flow/paginate.js';
import { Typesetter } from './flow/text-box.js';
import { addAttachments } from './pdf/attachments.js';
import { Bookmarks } from './pdf/bookmarks.js';
import { documentInfo, xmpProperties } from './pdf/pdf-metadata.js';
import {
  createPdf,
  type PdfDocument,
  registerFontObject,
  replaceXmp,
  setFileId,
  sortNames,
} from './pdf/pdfkit-internals.js';
import { Pen } from './pdf/pen.js';
import { drawFooter, drawRunningTitle } from './running-titles.js';
import { sectionFlow } from './section.js';
import { FONT_NAMES, fontObject, TextMeasures } from './text/fonts.js';
import { printableData } from './text/printable-text.js';
import { COLORS, CONTENT_WIDTH, PAGE } from './theme.js';

export interface RenderedDocument {
  bytes: Buffer;
  pages: number;
  /** French sentences about what could not be printed as given; empty when all is well. */
  warnings: string[];
}

const DEFAULTS: RenderOptions = { conformance: 'PDF/A-3a', compress: true };

/**
 * Turns a document described as data into a tagged PDF, archive (PDF/A-3a) and accessibility (PDF/UA-1) formats
 * together. The same data gives the same bytes: no clock, no randomness, nothing read but the fonts.
 */
export async function renderDocument(
  data: DocumentData,
  options: Partial<RenderOptions> = {},
): Promise<RenderedDocument> {
  const settings = { ...DEFAULTS, ...options };
  const warnings: string[] = [];
  const { attachments, ...rest } = data;
  const printable = { ...printableData(rest, warnings), attachments };
  const doc = openPdf(printable, settings);
  const bytes = collect(doc);
  const pages = drawDocument(doc, printable, settings, warnings);
  doc.end();
  return { bytes: await bytes, pages, warnings: [...new Set(warnings)] };
}

function openPdf(data: DocumentData, { conformance, compress }: RenderOptions): PdfDocument {
  const info = documentInfo(data);
  const doc = createPdf({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.top, bottom: 0, left: PAGE.left, right: PAGE.right },
    compress,
    pdfVersion: conformance === 'PDF/A-1b' ? '1.4' : '1.7',
    subset: conformance,
    lang: data.language,
    tagged: true,
    displayTitle: true,
    info,
  });
  setFileId(doc, createHash('sha256').update(data.fingerprint).digest().subarray(0, 16));
  replaceXmp(doc, xmpProperties(info, data.language));
  for (const name of FONT_NAMES) registerFontObject(doc, name, fontObject(name));
  return doc;
}

function collect(doc: PdfDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

/** Lays everything out first, so that page numbers are known when the first page is drawn. */
function drawDocument(
  doc: PdfDocument,
  data: DocumentData,
  { conformance }: RenderOptions,
  warnings: string[],
): number {
  const typesetter = new Typesetter(new TextMeasures());
  const destinations = sectionNames(data.sections);
  const entries = data.sections
    .filter((section) => section.listed)
    .map(({ name, title, contentsTitle }) => ({ name, title: contentsTitle ?? title }));
  const onCover = entries.length <= COVER_ENTRIES;
  const options = { typesetter, width: CONTENT_WIDTH, warnings, destinations };
  const flowed: FlowedSection[] = data.sections.map((section) => ({
    content: sectionFlow(section, options),
    newPage: section.newPage,
  }));
  const titles = data.sections.map((section) => section.title);
  if (!onCover) {
    flowed.unshift({ content: contentsSection(entries, typesetter), newPage: true });
    titles.unshift(CONTENTS_TITLE);
  }
  const pagination = paginate(flowed);
  const offset = onCover ? 0 : 1;
  const pageNumbers = data.sections.map(
    (section, index) => [section.name, (pagination.starts[index + offset] ?? 0) + 2] as const,
  );
  const pen = new Pen(doc, new Bookmarks(doc), typesetter.measures, new Map(pageNumbers));

  drawCover(doc, pen, new CoverPage(data.cover, onCover ? entries : [], typesetter));
  drawPages(doc, pen, typesetter, pagination, titles, footerText(data));
  if (conformance === 'PDF/A-3a') addAttachments(doc, data.attachments, new Date(data.date));
  sortNames(doc);
  pen.bookmarks.close();
  pen.close();
  return pagination.pages.length + 1;
}

function sectionNames(sections: readonly Section[]): Set<string> {
  const names = new Set<string>();
  for (const { name } of sections) {
    if (names.has(name)) throw new Error(`Two sections are named « ${name} »`);
    names.add(name);
  }
  return names;
}

/** A page taken out of a draft still says that it is one. */
function footerText({ footer, cover }: DocumentData): string {
  return cover.stamp ? `${footer} · ${cover.stamp}` : footer;
}

function drawCover(doc: PdfDocument, pen: Pen, cover: CoverPage): void {
  doc.addPage();
  pen.beginSection('couverture', 'Couverture', 0);
  cover.draw(pen);
}

function drawPages(
  doc: PdfDocument,
  pen: Pen,
  typesetter: Typesetter,
  { pages }: Pagination,
  titles: readonly string[],
  footer: string,
): void {
  pages.forEach((page, index) => {
    doc.addPage();
    if (page.continues !== null) drawRunningTitle(pen, typesetter, titles[page.continues] ?? '');
    page.boxes.forEach(({ box, y }, place) => {
      if (place > 0) pen.rule(PAGE.left, y - SECTION_GAP / 2, CONTENT_WIDTH, COLORS.stone4);
      box.draw(pen, PAGE.left, y);
    });
    drawFooter(pen, typesetter, footer, index + 2, pages.length + 1);
  });
}
