import { z } from 'zod';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../kernel/figure.types.js';
import { PRECISIONS } from '../kernel/period.types.js';
import { MEASUREMENT_STATUSES } from '../measurements/measurement.types.js';
import {
  annotationSchema,
  campaignSchema,
  meetingSchema,
  memberSchema,
  objectiveSchema,
  opinionSchema,
  targetSchema,
} from './dataset-events.schema.js';
import { code, day, decimal, instant, line, optional, prose, slugCode } from './dataset-fields.schema.js';
import {
  channelSchema,
  exerciceSchema,
  indicatorSchema,
  organisationSchema,
  programmeSchema,
  territorySchema,
} from './dataset-vocabulary.schema.js';

/** Changes when a file that was right becomes wrong; older formats are then converted, not refused. */
const format = z.literal(1);

/** `dataset.json`: everything but the figures. Lists are in the order in which things are shown. */
export const datasetSchema = z.strictObject({
  format,
  code: slugCode,
  /** The data set's own date: records carry it, so that two loads and two engines give the same bytes. */
  recordedAt: instant,
  programme: programmeSchema,
  exercices: z.array(exerciceSchema).min(1),
  territories: z.array(territorySchema).min(1),
  organisations: z.array(organisationSchema).default([]),
  channels: z.array(channelSchema).default([]),
  indicators: z.array(indicatorSchema).default([]),
  campaigns: z.array(campaignSchema).default([]),
  meetings: z.array(meetingSchema).default([]),
  members: z.array(memberSchema).default([]),
  objectives: z.array(objectiveSchema).default([]),
  targets: z.array(targetSchema).default([]),
  opinions: z.array(opinionSchema).default([]),
  annotations: z.array(annotationSchema).default([]),
});

const measurementSchema = z.strictObject({
  indicator: code,
  campaign: optional(code),
  territory: optional(code),
  channel: optional(slugCode),
  organisation: optional(code),
  periodStart: day,
  periodEnd: day,
  value: optional(decimal),
  valueMax: optional(decimal),
  qualifier: z.enum(QUALIFIERS).optional(),
  absence: optional(z.enum(ABSENCES)),
  status: z.enum(MEASUREMENT_STATUSES).optional(),
  marking: z.enum(MARKINGS).optional(),
  precision: z.enum(PRECISIONS).optional(),
  source: optional(line),
  note: optional(prose),
  internalNote: optional(prose),
});

/** `measurements.json`: batches of figures, each with the date on which it was recorded. */
export const measurementsFileSchema = z.strictObject({
  format,
  batches: z.array(
    z.strictObject({ recordedAt: instant.optional(), measurements: z.array(measurementSchema) }),
  ),
});

export type Dataset = z.output<typeof datasetSchema>;
export type MeasurementsFile = z.output<typeof measurementsFileSchema>;
