import { z } from 'zod';
import { readDecimalString } from '../../kernel/decimal-string.rules.js';

const typed = (error: string) => z.string({ error }).max(2_000, { error: 'Ce texte est bien trop long.' });

/** A box is sent as `on` when it is ticked, and not at all otherwise. */
const box = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

/** « A, B » or one code a line; nothing is no limit. */
const codes = typed('Écrivez des codes séparés par des virgules.').transform((text) => {
  const found = text.split(/[\s,;]+/).filter((code) => code !== '');
  return found.length === 0 ? null : found;
});

const RATE = 'Le débit est un nombre entier de demandes par minute, ou 0 pour ne pas le limiter.';

/** A token asked for. What its name, its day and its rate may be, the service of tokens decides. */
export const tokenForm = z.strictObject({
  name: typed('Écrivez un nom.'),
  read: box,
  write: box,
  indicators: codes,
  campaigns: codes,
  organisations: codes,
  expires: typed('Choisissez le dernier jour du jeton.').transform((day) => day.trim()),
  rate: typed(RATE)
    .transform((text) => readDecimalString(text.trim(), 0))
    .refine((reading) => reading.kind === 'value', { error: RATE })
    .transform((reading) => (reading.kind === 'value' ? reading.value : 0)),
});
export type TokenForm = z.output<typeof tokenForm>;

/** Nothing but the button that was pressed. */
export const revocation = z.strictObject({});

/** The number of a token in an address; what is no number is no token's. */
export const tokenId = z.string().transform((text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0));

/** `?fait=revocation`: what was just done. */
export const tokensQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type TokensQuery = z.output<typeof tokensQuery>;
