import type { LintRule } from './lint-rule.types.js';

/** Operators that paint, which must stand inside marked content or an artifact. */
const PAINTING = /(^|\s)(f\*?|F|S|s|B\*?|b\*?|TJ|Tj|Do|sh)\s*$/;
const OPENING = /(BDC|BMC)\s*$/;
const CLOSING = /^EMC/;

interface PageReading {
  untagged: number;
  open: number;
  missingGlyphs: number;
}

/** Follows marked content through the operators of a page: pdfkit writes one operator a line. */
function readContent(content: string): PageReading {
  const reading = { untagged: 0, open: 0, missingGlyphs: 0 };
  for (const line of content.split('\n')) {
    if (OPENING.test(line)) reading.open++;
    else if (CLOSING.test(line)) reading.open--;
    else if (PAINTING.test(line) && reading.open === 0) reading.untagged++;
    if (/TJ\s*$/.test(line)) reading.missingGlyphs += missingGlyphs(line);
  }
  return reading;
}

/** Glyph 0 is the box that fonts draw for a character they lack. */
function missingGlyphs(line: string): number {
  const codes = [...line.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return codes.filter((code) => code === '0000').length;
}

const taggedContent: LintRule = (pdf) =>
  pdf.pages.flatMap((page, index) => {
    const { untagged, open, missingGlyphs: missing } = readContent(pdf.content(page));
    return [
      ...(untagged ? [`01-003 page ${index + 1} : ${untagged} opérations ni étiquetées ni artefacts`] : []),
      ...(open ? [`01-007 page ${index + 1} : contenu marqué non refermé`] : []),
      ...(missing ? [`10-001 page ${index + 1} : glyphe .notdef`] : []),
    ];
  });

const tabOrder: LintRule = (pdf) =>
  pdf.pages.flatMap((page, index) =>
    pdf.list(page.node, 'Annots').length > 0 && pdf.text(page.node, 'Tabs') !== 'S'
      ? [`7.18.3 page ${index + 1} : ordre de tabulation absent`]
      : [],
  );

const opaque: LintRule = (pdf) =>
  pdf
    .dictionaries('ExtGState')
    .some((state) => ['ca', 'CA'].some((key) => Number(pdf.text(state, key) ?? 1) < 1))
    ? ['maison transparence']
    : [];

const noBitmap: LintRule = (pdf) =>
  pdf.pages.flatMap((page, index) =>
    pdf.dict(pdf.dict(page.node, 'Resources'), 'XObject')
      ? [`maison page ${index + 1} : image ou objet externe dans un document tout vectoriel`]
      : [],
  );

export const contentRules: readonly LintRule[] = [taggedContent, tabOrder, opaque, noBitmap];
