import { PDFDict, type PDFObject } from 'pdf-lib';
import type { PdfObjects } from '../pdf-objects.js';

/** An element of the structure tree, or a reference to an annotation. */
export interface StructNode {
  type: string;
  parent: string;
  dict: PDFDict;
  children: StructNode[];
}

/** The tree below the root, content items left out. */
export function structureTree(pdf: PdfObjects): StructNode[] {
  return nodes(pdf, pdf.dict(pdf.catalog, 'StructTreeRoot'), 'Root');
}

function nodes(pdf: PdfObjects, holder: PDFObject | undefined, parent: string): StructNode[] {
  return pdf.list(holder, 'K').flatMap((dict) => {
    if (!(dict instanceof PDFDict)) return [];
    const type = pdf.text(dict, 'S') ?? pdf.text(dict, 'Type') ?? '';
    if (type === 'MCR') return [];
    return [{ type, parent, dict, children: type === 'OBJR' ? [] : nodes(pdf, dict, type) }];
  });
}

/** All the elements in reading order. */
export function flatten(tree: readonly StructNode[]): StructNode[] {
  return tree.flatMap((node) => [node, ...flatten(node.children)]);
}

/** An attribute of an element, whichever of its attribute dictionaries holds it. */
export function attribute(pdf: PdfObjects, node: StructNode, key: string): PDFObject | undefined {
  for (const attributes of pdf.list(node.dict, 'A')) {
    const value = pdf.get(attributes, key);
    if (value !== undefined) return value;
  }
  return undefined;
}
