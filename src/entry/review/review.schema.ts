import { z } from 'zod';
import { proseField } from '../../platform/forms/text-fields.schema.js';

/** Figures of one page of the queue, and of one form. */
export const PAGE_SIZE = 100;
const MOST_PAGES = 1_000;
/** Longest reason: what a version keeps. */
const REASON_MAX_LENGTH = 2_000;

const ERROR = 'Ces chiffres ne sont pas de cette page : rouvrez la file de validation.';
const slugText = z.string().max(100).optional().catch(undefined);
const digits = (text: string): number => Number.parseInt(text, 10);

/** `?operation=op-2020-spots&organisation=cci46&page=2&fait=valide&nombre=8`. */
export const reviewQuery = z.object({
  operation: slugText,
  organisation: slugText,
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(digits)
    .refine((page) => page <= MOST_PAGES)
    .optional()
    .catch(undefined),
  fait: z.string().max(20).optional().catch(undefined),
  nombre: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(digits)
    .optional()
    .catch(undefined),
});
export type ReviewQuery = z.output<typeof reviewQuery>;

/** `12.3,15.1`: the figures that were shown, each with its version. */
const itemsField = z
  .string({ error: ERROR })
  .max(20 * PAGE_SIZE, { error: ERROR })
  .regex(/^[1-9]\d{0,8}\.[1-9]\d{0,8}(?:,[1-9]\d{0,8}\.[1-9]\d{0,8})*$/, { error: ERROR })
  .transform((text) =>
    text.split(',').map((item) => {
      const [id = '', version = ''] = item.split('.');
      return { id: digits(id), version: digits(version) };
    }),
  )
  .refine((items) => items.length <= PAGE_SIZE, { error: ERROR });
/** The element to go on with. */
const nextField = z
  .string({ error: ERROR })
  .max(20, { error: ERROR })
  .regex(/^(?:chiffre-[1-9]\d{0,8})?$/, { error: ERROR })
  .optional();
/** The figure of a form that is shown again; null when none is told. */
export function askedFigure(items: string | undefined): number | null {
  const id = /^([1-9]\d{0,8})\./.exec(items ?? '')?.[1];
  return id === undefined ? null : digits(id);
}

export const validationBody = z.strictObject({ items: itemsField, next: nextField });

export const correctionBody = z.strictObject({
  items: itemsField,
  next: nextField,
  reason: proseField('Le motif', REASON_MAX_LENGTH),
});
