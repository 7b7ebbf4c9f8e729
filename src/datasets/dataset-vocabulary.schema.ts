import { z } from 'zod';
import {
  AGGREGATIONS,
  CHAIN_LEVELS,
  COST_KINDS,
  DIRECTIONS,
  FREQUENCIES,
  NATURES,
} from '../indicators/indicator.types.js';
import { EXERCICE_STATES, VISIBILITIES } from '../programme/programme.types.js';
import { code, day, line, monthAndDay, optional, prose, slugCode, year } from './dataset-fields.schema.js';

export const programmeSchema = z.strictObject({
  code,
  name: line,
  tagline: line,
  purpose: prose,
  carriedBy: prose,
  territoryCode: code,
  visibility: z.enum(VISIBILITIES),
  links: z
    .array(
      z.strictObject({
        label: line,
        url: z.url({ protocol: /^https?$/ }),
        audience: z.enum(['public', 'partners']),
      }),
    )
    .default([]),
  sourceStatement: prose,
  licence: optional(line),
});

export const exerciceSchema = z.strictObject({
  year,
  state: z.enum(EXERCICE_STATES),
  /** Both, when it is not the civil year. */
  startDate: optional(day),
  endDate: optional(day),
  closingDate: optional(day),
  headline: optional(line),
  summary: optional(prose),
  questionedListIsPartial: z.boolean().default(false),
});

export const territorySchema = z.strictObject({
  code,
  level: line,
  inseeCode: optional(line),
  name: line,
  parentCode: optional(code),
});

export const organisationSchema = z.strictObject({
  code,
  kind: line,
  role: optional(prose),
  note: optional(prose),
  names: z
    .array(
      z.strictObject({
        name: line,
        nameInSentence: line,
        validFrom: optional(day),
        validTo: optional(day),
      }),
    )
    .min(1),
});

export const channelSchema = z.strictObject({ code: slugCode, label: line });

const aggregation = z.enum(AGGREGATIONS);

/** Its position is its place in the list. */
export const indicatorSchema = z.strictObject({
  code,
  name: line,
  shortName: line,
  labelOne: line,
  labelOther: line,
  sentenceOne: optional(line),
  sentenceOther: optional(line),
  elision: z.boolean().default(false),
  unit: line,
  symbol: optional(line),
  decimals: z.int().min(0).max(4).default(0),
  signed: z.boolean().default(false),
  nature: z.enum(NATURES),
  aggregationTime: aggregation,
  aggregationTerritory: aggregation,
  aggregationChannel: aggregation,
  direction: z.enum(DIRECTIONS),
  chainLevel: z.enum(CHAIN_LEVELS),
  keyFigure: z.boolean().default(false),
  overlapping: z.boolean().default(false),
  carriesLastValue: z.boolean().default(false),
  subsetOf: optional(code),
  numerator: optional(code),
  denominator: optional(code),
  factor: z.int().min(1).max(1_000_000).default(1),
  chainAfter: optional(code),
  exhaustive: z.boolean().default(false),
  carryMaxDays: optional(z.int().min(1).max(36_500)),
  restartsOn: optional(monthAndDay),
  costKind: optional(z.enum(COST_KINDS)),
  method: optional(prose),
  producer: optional(line),
  owner: optional(line),
  frequency: optional(z.enum(FREQUENCIES)),
  dueDays: optional(z.int().min(0).max(3_650)),
  definition: optional(prose),
  note: optional(prose),
  /** What to say of a definition that is not the one already known, when it differs. */
  change: optional(z.strictObject({ validFrom: day, breaksSeries: z.boolean(), reason: optional(prose) })),
});
