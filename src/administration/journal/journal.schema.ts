import { z } from 'zod';
import { AUDIT_FAMILIES, AUDIT_WORDS } from '../../platform/audit/audit-words.js';

const identifier = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform((digits) => Number.parseInt(digits, 10));
const day = z.iso.date();
const action = z
  .string()
  .max(50)
  .refine((code) => Object.hasOwn(AUDIT_WORDS, code) || Object.hasOwn(AUDIT_FAMILIES, code));

/** What is looked for, as the form sends it: an empty field, or one that means nothing, limits nothing. */
const filter = {
  personne: identifier.optional().catch(undefined),
  action: action.optional().catch(undefined),
  du: day.optional().catch(undefined),
  au: day.optional().catch(undefined),
};

/** A page of the journal: before an entry, or after one. */
export const journalQuery = z.object({
  ...filter,
  avant: identifier.optional().catch(undefined),
  apres: identifier.optional().catch(undefined),
});
export type JournalQuery = z.output<typeof journalQuery>;

export const journalExport = z.strictObject(filter);
export type JournalFilterForm = z.output<typeof journalExport>;
