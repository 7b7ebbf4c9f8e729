import type { PdfObjects } from '../pdf-objects.js';

/** A rule reads the file and says in French what is wrong, each sentence beginning with the rule's number. */
export type LintRule = (pdf: PdfObjects) => string[];
