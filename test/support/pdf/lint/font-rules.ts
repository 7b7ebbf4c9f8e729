import type { PDFDict } from 'pdf-lib';
import type { LintRule } from './lint-rule.types.js';
import type { PdfObjects } from '../pdf-objects.js';

const fontFaults: LintRule = (pdf) => pdf.dictionaries('Font').flatMap((font) => faults(pdf, font));

function faults(pdf: PdfObjects, font: PDFDict): string[] {
  const subtype = pdf.text(font, 'Subtype') ?? '';
  const name = pdf.text(font, 'BaseFont') ?? '';
  if (subtype === 'Type0') return pdf.get(font, 'ToUnicode') ? [] : [`10-001 ToUnicode absent : ${name}`];
  if (!subtype.startsWith('CIDFont')) return [`31-009 police non incorporée ${name}`];
  const descriptor = pdf.dict(font, 'FontDescriptor');
  const embedded = pdf.get(descriptor, 'FontFile2') ?? pdf.get(descriptor, 'FontFile3');
  return [
    ...(embedded ? [] : [`31-009 police non incorporée ${name}`]),
    // pdfkit writes an incomplete one, which PDF/UA refuses.
    ...(pdf.get(descriptor, 'CIDSet') ? [`31-011 CIDSet incomplet ${name}`] : []),
  ];
}

export const fontRules: readonly LintRule[] = [fontFaults];
