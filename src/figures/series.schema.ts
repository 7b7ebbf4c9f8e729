import { z } from 'zod';
import { quote } from '../kernel/decimal-string.rules.js';
import { parsePeriodText } from '../kernel/period.rules.js';
import { GRAINS, SERIES_DIMENSIONS } from './series.types.js';

const period = (name: string, example: string) =>
  z.string(`Écrivez ${name}, par exemple ${name}=${example}.`).transform((text, context) => {
    const found = parsePeriodText(text);
    if (found !== null) return found;
    context.addIssue(
      `${quote(text)} n’est ni un jour, ni un mois, ni une année : écrivez 2020, 2020-04 ou 2020-04-16.`,
    );
    return z.NEVER;
  });

/** Query of `GET /api/v1/indicators/CODE/series`. */
export const seriesQuery = z.strictObject({
  from: period('from', '2020-01'),
  to: period('to', '2020-12'),
  grain: z
    .enum(
      GRAINS,
      'Écrivez grain=day pour des jours, grain=month pour des mois, grain=year pour des exercices.',
    )
    .default('month'),
  by: z.enum(SERIES_DIMENSIONS, 'Écrivez by=campaign, by=territory ou by=channel.').optional(),
  campaign: z.string().max(120).optional(),
  flow: z
    .enum(['true', 'false'], 'Écrivez flow=true pour les différences d’un cumul, ou rien.')
    .transform((word) => word === 'true')
    .default(false),
});
export type SeriesQuery = z.output<typeof seriesQuery>;

/** The code of an indicator in an address. */
export const indicatorParam = z.string().max(120);
