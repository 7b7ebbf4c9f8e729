import { attachmentRules } from './lint/attachment-rules.js';
import { catalogRules } from './lint/catalog-rules.js';
import { contentRules } from './lint/content-rules.js';
import { fontRules } from './lint/font-rules.js';
import { linkRules } from './lint/link-rules.js';
import type { LintRule } from './lint/lint-rule.types.js';
import { outlineRules } from './lint/outline-rules.js';
import { structureRules } from './lint/structure-rules.js';
import { PdfObjects } from './pdf-objects.js';

const RULES: readonly LintRule[] = [
  ...catalogRules,
  ...contentRules,
  ...fontRules,
  ...structureRules,
  ...linkRules,
  ...outlineRules,
  ...attachmentRules,
];

/**
 * The part of PDF/UA-1 (Matterhorn protocol) and PDF/A-3a that a program can check without Java, and house rules.
 * Empty when all is well. Twelve broken variants of a good file prove that it sees (`pdf-lint.spec.ts`).
 */
export async function lintPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PdfObjects.open(bytes);
  return [...new Set(RULES.flatMap((rule) => rule(pdf)))];
}
