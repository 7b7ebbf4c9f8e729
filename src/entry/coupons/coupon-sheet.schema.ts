import { z } from 'zod';
import { textDefect } from '../../kernel/kept-text.rules.js';
import type { CouponAnswer } from './coupon-sheet.types.js';

/** More rows than any partner has. */
const MOST_FIELDS = 1_000;
const MOST_TYPED = 200;
export const MOST_SOURCE = 500;

export const FIGURE_FIELD = 'chiffre.';
export const VERSION_FIELD = 'version.';
export const SOURCE_FIELD = 'source';

const ACTIONS = new Map<string, CouponAnswer['action']>([
  ['envoyer', 'send'],
  ['rien', 'nothing'],
  ['rien-confirme', 'nothing_confirmed'],
]);
/** The library's word for a mistake that it did not find itself. */
const CUSTOM = 'custom';
const VERSION = /^\d{1,9}$/;

const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

const isKnown = (name: string): boolean =>
  name === 'action' ||
  name === SOURCE_FIELD ||
  name.startsWith(FIGURE_FIELD) ||
  name.startsWith(VERSION_FIELD);

/** What is wrong with one field, or null. */
function defectOf(name: string, text: string): string | null {
  if (!isKnown(name)) return 'Ce champ n’existe pas dans ce formulaire.';
  if (name.startsWith(VERSION_FIELD)) return VERSION.test(text) ? null : 'Rechargez la page.';
  if (name.startsWith(FIGURE_FIELD)) {
    return text.length > MOST_TYPED
      ? 'Écrivez un nombre, ou des mots comme « plus de 13 000 » ou « nc ».'
      : null;
  }
  if (name === 'action') return ACTIONS.has(text) ? null : 'Utilisez les boutons de la page.';
  // A browser counts one character a line break, and sends two.
  const source = unixLines(text);
  return source.length > MOST_SOURCE
    ? `Écrivez-en au plus ${MOST_SOURCE} caractères.`
    : (textDefect(source)?.message ?? null);
}

const under = (prefix: string, fields: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(fields)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => [name.slice(prefix.length), text]);

/** What fields say, as far as it can be read. */
export const answerFrom = (fields: Readonly<Record<string, string>>): CouponAnswer => ({
  action: ACTIONS.get(fields['action'] ?? 'envoyer') ?? 'send',
  typed: new Map(under(FIGURE_FIELD, fields)),
  versions: new Map(
    under(VERSION_FIELD, fields)
      .filter(([, digits]) => VERSION.test(digits))
      .map(([key, digits]) => [key, Number.parseInt(digits, 10)]),
  ),
  source: unixLines(fields[SOURCE_FIELD] ?? '').trim(),
});

/** What a coupon's form holds: one field a row, named by its key, and what is said of all of them. */
export const couponAnswer = z
  // A record passes that name over, as if nobody had sent it.
  .custom<unknown>((body) => typeof body === 'object' && body !== null && !Object.hasOwn(body, '__proto__'), {
    error: 'Utilisez le formulaire de la page.',
  })
  .pipe(
    z.record(
      z.string().max(400),
      z.string({ error: 'Écrivez du texte.' }).max(10_000, { error: 'Ce texte est trop long.' }),
    ),
  )
  .superRefine((fields, context) => {
    const entries = Object.entries(fields);
    if (entries.length > MOST_FIELDS) context.addIssue('Ce formulaire compte trop de champs.');
    for (const [name, text] of entries) {
      const message = defectOf(name, text);
      if (message !== null) context.addIssue({ code: CUSTOM, path: [name], message });
    }
  })
  .transform(answerFrom);

/** `?fait=recu`: figures were just sent. */
export const couponQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type CouponQuery = z.output<typeof couponQuery>;
