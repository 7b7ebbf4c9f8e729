import { z } from 'zod';
import { AGGREGATIONS, CHAIN_LEVELS, NATURES } from '../../indicators/indicator.types.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ImportProfile } from './import-profile.types.js';

const line = z.string().trim().min(1).max(300);
const names = z.array(line).max(100);
const someNames = names.min(1);
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

const indicatorCode = z
  .string()
  .max(80)
  .regex(/^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/, {
    error: ({ input }) =>
      sentence`trouvé ${quote(String(input))}, écrivez un code en capitales sans accent ni espace, comme VUES_RESEAUX`,
  });
const channelCode = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, {
    error: ({ input }) =>
      sentence`trouvé ${quote(String(input))}, écrivez un code en minuscules sans accent ni espace, comme facebook`,
  });
const profileId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: ({ input }) =>
      sentence`trouvé ${quote(String(input))}, écrivez des minuscules, des chiffres et des traits d’union, comme meta-posts`,
  });

const date = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('column'),
    columns: someNames,
    order: z.enum(['inferred', 'day_first', 'month_first']).default('inferred'),
    grain: z.enum(['day', 'month']).default('month'),
    askedIfAbsent: z.boolean().default(false),
  }),
  z.strictObject({ from: z.literal('comments'), start: someNames, end: someNames }),
  z.strictObject({ from: z.literal('title') }),
  z.strictObject({ from: z.literal('asked') }),
]);

const channel = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('fixed'), channel: channelCode }),
  z.strictObject({
    from: z.literal('signature'),
    when: z.array(z.strictObject({ headers: someNames, channel: channelCode })).min(1),
  }),
  z.strictObject({ from: z.literal('column'), columns: someNames }),
]);

const titles = z.strictObject({
  column: someNames,
  titles: z
    .array(z.strictObject({ names: someNames, indicator: optional(indicatorCode), reason: optional(line) }))
    .min(1),
});

const counts = z.strictObject({
  status: names.default([]),
  indicators: z.array(z.strictObject({ statuses: names.default([]), indicator: indicatorCode })).min(1),
  by: names.default([]),
});

const form = z.strictObject({
  code: someNames,
  name: names.default([]),
  unit: names.default([]),
  value: someNames,
  qualifier: names.default([]),
});

const sketch = z.strictObject({
  code: indicatorCode,
  name: line,
  labelOne: line,
  labelOther: line,
  elision: z.boolean().default(false),
  unit: line,
  symbol: optional(line),
  decimals: z.int().min(0).max(4).default(0),
  signed: z.boolean().default(false),
  nature: z.enum(NATURES),
  aggregation: z.strictObject({
    time: z.enum(AGGREGATIONS),
    territory: z.enum(AGGREGATIONS),
    channel: z.enum(AGGREGATIONS),
  }),
  chainLevel: z.enum(CHAIN_LEVELS),
  numerator: optional(indicatorCode),
  denominator: optional(indicatorCode),
  factor: z.number().positive().default(1),
  definition: optional(line),
});

const shape = z.strictObject({
  id: profileId,
  name: line,
  source: optional(line),
  reading: z.enum(['table', 'standard', 'api']).default('table'),
  kind: z.enum(['snapshot', 'flow']),
  supposed: z.boolean().default(false),
  signatures: z.array(someNames).min(1).max(20),
  sheets: names.default([]),
  comment: optional(line),
  date: optional(date),
  point: z.enum(['decimal', 'asked']).default('asked'),
  item: optional(
    z.strictObject({
      columns: z.array(someNames).min(1),
      repeats: z.enum(['same', 'adds']).default('same'),
    }),
  ),
  values: z
    .array(
      z.strictObject({
        indicator: indicatorCode,
        columns: someNames,
        sumOf: z.array(someNames).default([]),
        adds: z.boolean().default(true),
      }),
    )
    .default([]),
  prefix: optional(line),
  titles: optional(titles),
  counts: optional(counts),
  form: optional(form),
  filters: z.array(z.strictObject({ columns: someNames, values: someNames, what: line })).default([]),
  totals: optional(z.strictObject({ labels: names.default([]), emptyKey: z.boolean().default(false) })),
  channel: optional(channel),
  campaign: names.default([]),
  territory: names.default([]),
  organisationAfter: optional(line),
  note: names.default([]),
  asksCampaign: z.boolean().default(false),
  ignored: z.array(z.strictObject({ columns: someNames, reason: line })).default([]),
  personal: names.default([]),
  harmless: optional(names),
  indicators: z.array(sketch).default([]),
  channels: z.array(z.strictObject({ code: channelCode, label: line })).default([]),
});

const isRead = ({ values, prefix, titles, counts, form }: ImportProfile): boolean =>
  values.length > 0 || prefix !== null || titles !== null || counts !== null || form !== null;

const isTable = ({ reading }: ImportProfile): boolean => reading === 'table';

/** A file of `profiles/`, or what an administrator wrote instead of it. */
export const importProfileSchema: z.ZodType<ImportProfile> = shape
  .refine((profile) => !isTable(profile) || profile.date !== null, {
    path: ['date'],
    error: 'il manque d’où vient la date de chaque ligne',
  })
  .refine((profile) => !isTable(profile) || isRead(profile), {
    path: ['values'],
    error: 'il manque ce que les colonnes comptent : values, prefix, titles, counts ou form',
  });
