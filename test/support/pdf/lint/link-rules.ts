import type { LintRule } from './lint-rule.types.js';

const annotations: LintRule = (pdf) =>
  pdf.pages.flatMap((page, index) =>
    pdf
      .list(page.node, 'Annots')
      .flatMap((annotation) => [
        ...(pdf.get(annotation, 'StructParent')
          ? []
          : [`28-002 page ${index + 1} : annotation non étiquetée`]),
        ...(pdf.text(annotation, 'Contents')?.trim()
          ? []
          : [`28-005 page ${index + 1} : lien sans Contents`]),
      ]),
  );

export const linkRules: readonly LintRule[] = [annotations];
