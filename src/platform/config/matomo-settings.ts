import { z } from 'zod';
import type { InputIssue } from '../../kernel/domain-error.js';

/** Where the visits of the site are asked for every day. */
export interface MatomoSettings {
  /** Address of the Matomo, with or without its `index.php`. */
  url: string;
  siteId: string;
  /** Never told: neither in an address nor in a log. */
  token: string;
  /** Code of the operation that the visits are of; null for none. */
  campaign: string | null;
  /** It may stand at an address of the private network, or of this machine. */
  privateNetwork: boolean;
}

/** An address without a name, a password, a query or a fragment. */
const address = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { username, password, search, hash } = new URL(text);
  return `${username}${password}${search}${hash}` === '';
});

/** The variables of the connector. */
export const matomoEnvironment = {
  MATOMO_URL: address.optional(),
  MATOMO_SITE_ID: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .optional(),
  MATOMO_TOKEN: z
    .string()
    .regex(/^[\w-]{16,128}$/)
    .optional(),
  MATOMO_CAMPAIGN: z.string().max(100).optional(),
  MATOMO_PRIVATE_NETWORK: z.enum(['true', 'false']).default('false'),
};

export const MATOMO_SENTENCES: Record<string, string> = {
  MATOMO_URL:
    'MATOMO_URL doit être l’adresse de votre Matomo en https, sans identifiant ni paramètre, par exemple https://statistiques.exemple.fr/ ; http n’est admis qu’avec MATOMO_PRIVATE_NETWORK=true.',
  MATOMO_SITE_ID: 'MATOMO_SITE_ID doit être le numéro du site dans Matomo, par exemple 1.',
  MATOMO_TOKEN:
    'MATOMO_TOKEN doit être le jeton d’un compte Matomo qui lit ce site (Administration, Sécurité, Jetons d’authentification).',
  MATOMO_CAMPAIGN: 'MATOMO_CAMPAIGN doit être le code d’une opération, ou rester vide.',
  MATOMO_PRIVATE_NETWORK: 'MATOMO_PRIVATE_NETWORK vaut true ou false.',
};

type MatomoEnvironment = z.output<z.ZodObject<typeof matomoEnvironment>>;

/** The settings of the connector, null when nothing of it is set; what is missing or unsafe joins `issues`. */
export function matomoSettings(settings: MatomoEnvironment, issues: InputIssue[]): MatomoSettings | null {
  const { MATOMO_URL: url, MATOMO_SITE_ID: siteId, MATOMO_TOKEN: token } = settings;
  if (url === undefined && siteId === undefined && token === undefined) return null;
  const privateNetwork = settings.MATOMO_PRIVATE_NETWORK === 'true';
  const need = (name: string, message: string): void =>
    void issues.push({ path: name, code: 'wrong_setting', message });
  for (const [name, value] of Object.entries({
    MATOMO_URL: url,
    MATOMO_SITE_ID: siteId,
    MATOMO_TOKEN: token,
  })) {
    if (value === undefined)
      need(name, `Il manque ${name} pour relever Matomo. ${MATOMO_SENTENCES[name] ?? ''}`);
  }
  if (url?.startsWith('http:') && !privateNetwork) need('MATOMO_URL', MATOMO_SENTENCES['MATOMO_URL'] ?? '');
  if (url === undefined || siteId === undefined || token === undefined) return null;
  return { url, siteId, token, campaign: settings.MATOMO_CAMPAIGN ?? null, privateNetwork };
}
