import type { LintRule } from './lint-rule.types.js';

const language: LintRule = (pdf) =>
  pdf.text(pdf.catalog, 'Lang') ? [] : ['11-006 langue du document absente'];

const marked: LintRule = (pdf) =>
  pdf.text(pdf.dict(pdf.catalog, 'MarkInfo'), 'Marked') === 'true' ? [] : ['06-002 Marked absent'];

const displayedTitle: LintRule = (pdf) =>
  pdf.text(pdf.dict(pdf.catalog, 'ViewerPreferences'), 'DisplayDocTitle') === 'true'
    ? []
    : ['07-002 DisplayDocTitle absent'];

const structureTree: LintRule = (pdf) =>
  pdf.dict(pdf.catalog, 'StructTreeRoot') ? [] : ['01-005 pas d’arbre de structure'];

const metadata: LintRule = (pdf) => (pdf.xmp() ? [] : ['06-001 XMP absent']);

const ENTITY = /&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi;

const escapedMetadata: LintRule = (pdf) =>
  pdf.xmp().replace(ENTITY, '').includes('&') ? ['XMP esperluette non échappée'] : [];

const sameTitle: LintRule = (pdf) => {
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</.exec(pdf.xmp())?.[1];
  if (!title) return ['06-003 dc:title absent'];
  const plain = title
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
  return plain === pdf.document.getTitle() ? [] : ['06-003 dc:title diffère du titre du document'];
};

const accessibilityPart: LintRule = (pdf) =>
  pdf.xmp().includes('<pdfuaid:part>1<') ? [] : ['5-1 pdfuaid absent'];

export const catalogRules: readonly LintRule[] = [
  language,
  marked,
  displayedTitle,
  structureTree,
  metadata,
  escapedMetadata,
  sameTitle,
  accessibilityPart,
];
