import { z } from 'zod';
import { CAMPAIGN_STATUSES } from '../campaigns/campaign.types.js';

const YEAR = /^(?:19|2\d)\d{2}$/;

const year = z
  .string()
  .regex(YEAR, { error: 'Écrivez une année à quatre chiffres, par exemple 2020.' })
  .transform(Number);

/** `/tableau-de-bord/2020`. */
export const yearParam = year;

/** `?comparer=2019`, `?comparer=aucune`; an empty choice of the form is no choice. */
export const dashboardQuery = z.object({
  comparer: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z
      .union([z.literal('aucune').transform(() => 'none' as const), year], {
        error: 'Choisissez une année de la liste.',
      })
      .optional(),
  ),
});
export type DashboardQuery = z.output<typeof dashboardQuery>;

/** `?annee=2020&statut=completed`; an empty choice of the form is no choice. */
export const campaignsFilter = z.object({
  annee: z.preprocess((value) => (value === '' ? undefined : value), year.optional()),
  statut: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(CAMPAIGN_STATUSES, { error: 'Choisissez un statut de la liste.' }).optional(),
  ),
});

/** `?annee=2020&comparer=2019`. */
export const indicatorQuery = dashboardQuery.extend({
  annee: z.preprocess((value) => (value === '' ? undefined : value), year.optional()),
});
export type IndicatorQuery = z.output<typeof indicatorQuery>;

/** A code in an address: letters, figures and separators, in any case. */
export const codeParam = z
  .string()
  .regex(/^[\p{L}\p{N}_-]{1,100}$/u, { error: 'Cette adresse ne contient pas de code connu.' });

/** `?annee=2020&operation=op-2020-spots`, and the page of measurements. */
export const provenanceFilter = z.object({
  annee: year.optional(),
  operation: codeParam.optional(),
  apres: z.string().max(200).optional(),
});
export type ProvenanceFilter = z.output<typeof provenanceFilter>;

export type CampaignsFilter = z.output<typeof campaignsFilter>;
