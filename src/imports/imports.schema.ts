import { z } from 'zod';
import { saidPeriod } from './profiles/said-period.rules.js';

/** `?partial=true`. */
export const ingestQuery = z.strictObject({
  partial: z
    .enum(['true', 'false'], { error: '« partial » vaut true ou false.' })
    .default('false')
    .transform((word) => word === 'true'),
});

const flag = (name: string) =>
  z
    .enum(['true', 'false'], { error: `« ${name} » vaut true ou false.` })
    .default('false')
    .transform((word) => word === 'true');
const word = (name: string) =>
  z
    .string()
    .min(1)
    .max(200, { error: `« ${name} » est trop long.` })
    .optional();
const oneOf = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  z.enum(words, { error: `« ${name} » vaut ${words.join(' ou ')}.` }).optional();

/** How a file sent to `POST /api/v1/imports` is read and recorded. */
export const importQuery = z.strictObject({
  dryRun: flag('dryRun'),
  create: flag('create'),
  profile: word('profile'),
  campaign: z.string().max(200).optional(),
  territory: word('territory'),
  channel: word('channel'),
  organisation: word('organisation'),
  dateOrder: oneOf('dateOrder', ['day_first', 'month_first']),
  point: oneOf('point', ['decimal', 'thousands']),
  period: z
    .string()
    .max(40)
    .refine((text) => saidPeriod(text) !== null, {
      error: '« period » vaut 2020-06, ou du premier au dernier jour : 2020-06-01/2020-06-30.',
    })
    .optional(),
  conflicts: oneOf('conflicts', ['keep', 'replace']),
  totals: oneOf('totals', ['keep', 'sum', 'rounded']),
});
export type ImportQuery = z.infer<typeof importQuery>;

/** The number of a batch in an address. */
export const batchNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, { error: 'Le numéro d’un import est un nombre entier.' })
  .transform((digits) => Number.parseInt(digits, 10));

/** Which batches to list. */
export const batchesQuery = z.strictObject({ cursor: batchNumber.optional() });

/** A form that holds a file. */
export const fileBody = z.strictObject({ file: z.unknown() });
