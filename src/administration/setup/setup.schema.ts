import { z } from 'zod';
import { lineField } from '../../platform/forms/text-fields.schema.js';
import { codeField } from '../organisations/organisations.schema.js';
import { visibilityField, yearField } from '../programme/programme-settings.schema.js';

/** What a programme begins with. */
export const setupBody = z.strictObject({
  name: lineField('Le nom'),
  tagline: lineField('La signature'),
  carriedBy: lineField('Le porteur', 500),
  territory: lineField('Le territoire'),
  territoryCode: codeField,
  visibility: visibilityField,
  year: yearField,
});
export type SetupRequest = z.output<typeof setupBody>;

/** Nothing but the button that was pressed. */
export const buttonBody = z.strictObject({});
