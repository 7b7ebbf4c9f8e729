import type { LintRule } from './lint-rule.types.js';

const attachments: LintRule = (pdf) =>
  pdf.dictionaries('Filespec').flatMap((file) => {
    const stream = pdf.get(pdf.dict(file, 'EF'), 'F');
    return [
      ...(pdf.get(file, 'AFRelationship') ? [] : ['A-3 AFRelationship absent']),
      ...(pdf.get(stream, 'Subtype') ? [] : ['A-3 type MIME absent']),
      ...(pdf.get(pdf.dict(stream, 'Params'), 'ModDate') ? [] : ['A-3 ModDate absent']),
    ];
  });

export const attachmentRules: readonly LintRule[] = [attachments];
