import type { LintRule } from './lint-rule.types.js';
import type { PdfObjects } from '../pdf-objects.js';
import { attribute, flatten, structureTree, type StructNode } from './structure-tree.js';

function everyNode(check: (pdf: PdfObjects, node: StructNode) => string[]): LintRule {
  return (pdf) => flatten(structureTree(pdf)).flatMap((node) => check(pdf, node));
}

const headings: LintRule = (pdf) => {
  const faults: string[] = [];
  let last = 0;
  for (const { type } of flatten(structureTree(pdf))) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level === 0) continue;
    if (last === 0 && level !== 1) faults.push('14-002 le premier titre n’est pas H1');
    if (level > last + 1) faults.push(`14-003 saut de titre H${last} → H${level}`);
    last = level;
  }
  return faults;
};

const figures = everyNode((pdf, node) => {
  if (node.type !== 'Figure') return [];
  return [
    ...(pdf.text(node.dict, 'Alt')?.trim() ? [] : ['13-004 Figure sans texte de remplacement']),
    ...(attribute(pdf, node, 'BBox') ? [] : ['maison Figure sans BBox']),
  ];
});

const headerScopes = everyNode((pdf, node) =>
  node.type === 'TH' && !attribute(pdf, node, 'Scope') ? ['15-003 TH sans Scope'] : [],
);

const PARENTS: Record<string, readonly string[]> = {
  LI: ['L'],
  Lbl: ['LI', 'TOCI'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  TOCI: ['TOC'],
  OBJR: ['Link'],
};

const nesting = everyNode((_, { type, parent }) =>
  PARENTS[type]?.includes(parent) === false ? [`09-004 ${type} dans ${parent}`] : [],
);

const regularTables = everyNode((pdf, node) => {
  if (node.type !== 'Table') return [];
  const rows = flatten(node.children).filter(({ type }) => type === 'TR');
  const sizes = rows.map(({ children }) =>
    children.reduce((sum, cell) => sum + Number(attribute(pdf, cell, 'ColSpan')?.toString() ?? 1), 0),
  );
  return new Set(sizes).size > 1 ? [`15-004 tableau irrégulier ${sizes.join(', ')}`] : [];
});

export const structureRules: readonly LintRule[] = [headings, figures, headerScopes, nesting, regularTables];
