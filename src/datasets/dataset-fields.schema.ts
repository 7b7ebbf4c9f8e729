import { z } from 'zod';
import { quote } from '../kernel/decimal-string.rules.js';
import { parseIsoDate } from '../kernel/period.rules.js';

const SHORT = 200;
const LONG = 5_000;

/** A name, a label: one line. */
export const line = z.string().trim().min(1).max(SHORT);

/** A sentence or a paragraph. */
export const prose = z.string().trim().min(1).max(LONG);

/** A member that may be left out: absent and null are the same. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const CODE = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;

/** A canonical code: capitals, digits, hyphens or underscores. */
export const code = z
  .string()
  .max(80)
  .regex(CODE, {
    error: ({ input }) =>
      `trouvé ${quote(String(input))}, écrivez un code en capitales sans accent ni espace, par exemple OP-2020-SPOTS`,
  });

/** The code of a data set or a channel, as addresses write them. */
export const slugCode = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, {
    error: ({ input }) =>
      `trouvé ${quote(String(input))}, écrivez un code en minuscules sans accent ni espace, par exemple reseaux_sociaux`,
  });

/** A day of the calendar. */
export const day = z.string().refine((text) => parseIsoDate(text) !== null, {
  error: ({ input }) => `trouvé ${quote(String(input))}, écrivez un jour du calendrier comme 2020-12-16`,
});

/** A day of every year, `01-01`; never 29 February, which most years lack. */
export const monthAndDay = z
  .string()
  .refine((text) => /^\d{2}-\d{2}$/.test(text) && parseIsoDate(`2021-${text}`) !== null, {
    error: ({ input }) =>
      `trouvé ${quote(String(input))}, écrivez un mois et un jour comme 01-01 pour le 1er janvier`,
  });

/** An instant in UTC, kept to the second as the clock writes them, so that instants compare as texts. */
export const instant = z.iso
  .datetime({
    error: ({ input }) =>
      `trouvé ${quote(String(input))}, écrivez un instant en UTC comme 2020-12-17T08:00:00Z`,
  })
  .transform((text) => new Date(text).toISOString().replace(/\.\d+Z$/, 'Z'));

export const year = z.int().min(1900).max(2999);

const notDecimal = ({ input }: { input?: unknown }): string =>
  `trouvé ${JSON.stringify(input)}, écrivez un nombre comme 13000, ou un texte comme "12.50" avec un point décimal`;

/** A value in the indicator's unit: a JSON number, or decimal text when binary fractions could betray it. */
export const decimal = z.union(
  [z.number(), z.string().regex(/^-?\d{1,15}(?:\.\d{1,4})?$/, { error: notDecimal })],
  { error: notDecimal },
);
