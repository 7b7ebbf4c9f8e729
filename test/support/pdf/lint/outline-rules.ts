import { PDFArray, type PDFObject } from 'pdf-lib';
import type { LintRule } from './lint-rule.types.js';
import type { PdfObjects } from '../pdf-objects.js';

/** Longer documents need bookmarks. */
const SHORT = 4;

const bookmarks: LintRule = (pdf) => {
  const outline = pdf.dict(pdf.catalog, 'Outlines');
  if (!outline) return pdf.pages.length > SHORT ? ['maison pas de signets'] : [];
  return [
    ...(pdf.get(outline, 'Count') ? [] : ['1.4.9 signets sans Count']),
    ...entries(pdf, outline).flatMap((entry) => placed(pdf, entry)),
  ];
};

function entries(pdf: PdfObjects, parent: PDFObject): PDFObject[] {
  const found: PDFObject[] = [];
  for (let entry = pdf.get(parent, 'First'); entry; entry = pdf.get(entry, 'Next'))
    found.push(entry, ...entries(pdf, entry));
  return found;
}

/** A bookmark whose left edge is the page's width opens the viewer on the right margin. */
function placed(pdf: PdfObjects, entry: PDFObject): string[] {
  const destination = pdf.get(entry, 'Dest');
  if (!(destination instanceof PDFArray) || destination.get(1)?.toString() !== '/XYZ') return [];
  const left = Number(destination.get(2)?.toString());
  return left > 100 ? [`maison signet « ${pdf.text(entry, 'Title')} » cadré à droite`] : [];
}

export const outlineRules: readonly LintRule[] = [bookmarks];
