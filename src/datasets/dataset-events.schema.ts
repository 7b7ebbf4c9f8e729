import { z } from 'zod';
import { ANNOTATION_PRECISIONS } from '../annotations/annotation.types.js';
import { CAMPAIGN_STATUSES, PARTNER_ROLES } from '../campaigns/campaign.types.js';
import { MODALITIES } from '../committee/committee.types.js';
import { QUALIFIERS } from '../kernel/figure.types.js';
import { PRECISIONS } from '../kernel/period.types.js';
import { OPINIONS } from '../targets/opinion.types.js';
import { TARGET_KINDS, TARGET_PATHS } from '../targets/target.types.js';
import { code, day, decimal, line, optional, prose, slugCode, year } from './dataset-fields.schema.js';

/** Its position is its place among the campaigns of its year. */
export const campaignSchema = z.strictObject({
  code,
  year,
  name: line,
  shortName: line,
  status: z.enum(CAMPAIGN_STATUSES),
  statusReason: optional(line),
  statusSince: optional(day),
  startDate: optional(day),
  endDate: optional(day),
  precision: z.enum(PRECISIONS),
  openEnd: z.boolean().default(false),
  place: optional(line),
  audience: optional(line),
  purpose: optional(prose),
  facts: z.array(prose).default([]),
  appreciation: optional(prose),
  continuation: optional(prose),
  followsCode: optional(code),
  channels: z.array(slugCode).default([]),
  partners: z.array(z.strictObject({ code, role: z.enum(PARTNER_ROLES) })).default([]),
  link: optional(line),
  note: optional(prose),
});

export const meetingSchema = z.strictObject({
  code,
  year,
  date: day,
  modality: z.enum(MODALITIES),
  place: optional(line),
  purpose: prose,
});

/** Its position is its place in the list. */
export const memberSchema = z.strictObject({
  organisation: code,
  people: z.array(line).default([]),
  validFrom: optional(day),
  validTo: optional(day),
});

export const objectiveSchema = z.strictObject({
  year,
  rank: z.int().min(1),
  text: prose,
  shortText: line,
  meetingCode: optional(code),
});

export const targetSchema = z.strictObject({
  kind: z.enum(TARGET_KINDS),
  indicator: code,
  campaign: optional(code),
  periodStart: day,
  periodEnd: day,
  value: decimal,
  valueMax: optional(decimal),
  qualifier: z.enum(QUALIFIERS).default('exact'),
  decidedBy: optional(line),
  meetingCode: optional(code),
  /** Left out: even or, in a campaign, within its days. */
  path: optional(z.enum(TARGET_PATHS)),
  /** Milestones of a stepped path. */
  steps: optional(z.array(z.strictObject({ on: day, value: decimal }))),
  note: optional(prose),
});

/** In the order in which they were given. */
export const opinionSchema = z.strictObject({
  indicator: code,
  campaign: optional(code),
  year,
  opinion: z.enum(OPINIONS),
  reason: optional(prose),
  givenOn: day,
  meetingCode: optional(code),
});

/** A dated event; without indicator it concerns the whole programme. */
export const annotationSchema = z.strictObject({
  code,
  label: line,
  text: optional(prose),
  start: day,
  end: optional(day),
  precision: z.enum(ANNOTATION_PRECISIONS).default('day'),
  indicator: optional(code),
  campaign: optional(code),
  isPublic: z.boolean().default(true),
});
