import type { CreatedToken, TokenPermission, TokenSummary } from '../../accounts/account.types.js';
import { FORMER_USER } from '../../accounts/people/role-words.rules.js';
import { parseScope } from '../../accounts/tokens/token-scope.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { SecretView, StateView } from '../people/people.types.js';
import type { TokenRowView } from './tokens.types.js';

export const TOKENS_PATH = '/administration/jetons';

const PERMISSIONS: Readonly<Record<TokenPermission, string>> = {
  read: 'Lire ce qui est réservé',
  'measurements:write': 'Envoyer des mesures',
};
const STATES: Readonly<Record<TokenSummary['state'], StateView>> = {
  valid: { label: 'Valable', tone: 'good' },
  expired: { label: 'Échu', tone: 'calm' },
  revoked: { label: 'Révoqué', tone: 'late' },
};

/** What a redirection says was done; unknown words say nothing. */
export const noticeOf = (done: string | undefined): string | null =>
  done === 'revocation' ? typographic('Le jeton est révoqué : il ne fonctionne plus.') : null;

/** @param names what to show for `person:12`. */
export function tokenRow(token: TokenSummary, names: ReadonlyMap<string, string>): TokenRowView {
  const { id, name, state, ratePerMinute, lastUsedAt } = token;
  const rate = ratePerMinute === 0 ? 'Sans limite' : `${formatNumber(ratePerMinute)} par minute`;
  return {
    name,
    made: `Créé le ${moment(token.createdAt)} ${author(token.createdBy, names)}`,
    ...scopeWords(token.scope),
    lastDay: formatDate(token.expires),
    lastUse: lastUsedAt === null ? 'Jamais' : moment(lastUsedAt),
    rate,
    state: STATES[state],
    revoke: state === 'valid' ? `${TOKENS_PATH}/${id}/revocation` : null,
  };
}

const moment = (instant: string): string => formatInstant(instant) ?? instant;

function author(createdBy: string | null, names: ReadonlyMap<string, string>): string {
  if (createdBy?.startsWith('person:')) return `par ${names.get(createdBy) ?? FORMER_USER}`;
  return 'par la ligne de commande';
}

function scopeWords(scope: string): Pick<TokenRowView, 'permissions' | 'limits'> {
  const reading = parseScope(scope);
  if (!reading.ok) return { permissions: scope, limits: [] };
  const { permissions, indicators, campaigns, organisations } = reading.scope;
  const limited = { Indicateurs: indicators, Opérations: campaigns, Organisations: organisations };
  return {
    permissions: permissions.map((one) => PERMISSIONS[one]).join(', '),
    limits: Object.entries(limited).flatMap(([label, codes]) =>
      codes === null ? [] : [sentence`${label} : ${codes.join(', ')}`],
    ),
  };
}

/** A token as its page shows it, this once. */
export const createdView = ({ token, name, expires }: CreatedToken): SecretView => ({
  heading: 'Le jeton est prêt',
  lede: sentence`Le programme « ${name} » l’envoie dans l’en-tête « ${'Authorization: Bearer …'} » jusqu’au ${formatDate(expires)} inclus.`,
  secret: token,
  notes: [typographic('Copiez-le maintenant : il ne sera plus montré. Perdu, il se remplace par un autre.')],
  next: null,
});

/** The form of a new token, empty or as it was refused. @param latest the last day that a token may have. */
export function tokenForm(latest: IsoDate, refusal: Refusal | null): FormView {
  const list = (name: string, label: string, example: string): FieldSpec => ({
    kind: 'text',
    name,
    label,
    hint: typographic(`Codes séparés par des virgules, par exemple ${example}. Vide : sans limite.`),
    optional: true,
    maxLength: 2_000,
  });
  return formView(
    {
      id: 'jeton',
      action: TOKENS_PATH,
      submit: 'Créer le jeton',
      fields: [
        {
          kind: 'text',
          name: 'name',
          label: 'Nom',
          hint: 'Le programme ou l’appareil qui s’en sert, par exemple Stand.',
          maxLength: 100,
        },
        { kind: 'checkbox', name: 'write', label: PERMISSIONS['measurements:write'], value: 'on' },
        {
          kind: 'checkbox',
          name: 'read',
          label: PERMISSIONS.read,
          hint: 'Ce qui est publié se lit sans jeton quand le programme est public.',
        },
        list('indicators', 'Limité à ces indicateurs', 'VISITEURS_STAND'),
        list('campaigns', 'Limité à ces opérations', 'OP-2020-SPOTS'),
        list('organisations', 'Limité à ces organisations', 'CD46'),
        {
          kind: 'date',
          name: 'expires',
          label: 'Dernier jour',
          hint: sentence`Un an au plus : jusqu’au ${formatDate(latest)}.`,
          value: latest,
        },
        {
          kind: 'number',
          name: 'rate',
          label: 'Envois par minute',
          hint: typographic('Au-delà, le programme attend une minute. 0 : sans limite.'),
          value: '600',
        },
      ],
    },
    refusal,
  );
}
