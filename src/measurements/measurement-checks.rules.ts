import type { ScopeLimits } from '../accounts/account.types.js';
import type { BatchItem } from './measurement-batch.types.js';
import { scopeIds, scopeIssue } from './measurement-scope.rules.js';
import { checkMeasurement } from './measurement.rules.js';
import type { MeasurementInput, MeasurementVocabulary, RejectedMeasurement } from './measurement.types.js';

/** Checks one input and the line it comes from: what may be recorded, or everything that is wrong with it. */
export type InputCheck = (input: MeasurementInput, line: number) => BatchItem | RejectedMeasurement[];

/** Checks inputs against what exists, and against what their author may write; no limits allow everything. */
export function inputCheck(vocabulary: MeasurementVocabulary, limits?: ScopeLimits): InputCheck {
  const scope = limits === undefined ? null : { ids: scopeIds(vocabulary, limits), limits };
  return (input, line) => {
    const checking = checkMeasurement(input, vocabulary);
    if (!checking.ok) return checking.issues.map((issue) => ({ ...issue, line }));
    const { checked } = checking;
    const outside = scope === null ? null : scopeIssue(checked.key, scope.ids, scope.limits);
    return outside === null ? { line, checked } : [{ ...outside, line }];
  };
}
