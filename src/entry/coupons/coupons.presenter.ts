import { FORMER_USER } from '../../accounts/people/role-words.rules.js';
import { formatDate, formatMonth } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { capitalise, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { Coupon } from './coupon.types.js';
import type { CouponRowView } from './coupons.types.js';

export const COUPONS_PATH = '/saisie/coupons';

const STATES: Readonly<Record<Coupon['state'], CouponRowView['state']>> = {
  open: { label: 'Ouvert', tone: 'good' },
  expired: { label: 'Terminé', tone: 'calm' },
  revoked: { label: 'Révoqué', tone: 'late' },
};
const NOTICES = new Map([['revoque', 'Le coupon est révoqué : il ne s’ouvre plus, pour personne.']]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** What to say beside the address of a coupon just made. */
export function createdSentence(organisation: string, expires: IsoDate, sentTo: string | null): string {
  const until = sentence`Ce coupon de ${organisation} s’ouvre jusqu’au ${formatDate(expires)} inclus.`;
  return sentTo === null
    ? sentence`${until} Copiez le lien maintenant, puis envoyez-le : il ne sera plus montré.`
    : sentence`${until} Il part à l’adresse ${sentTo}. Si le courriel n’arrive pas, copiez le lien maintenant : il ne sera plus montré.`;
}

/** What a new coupon may be chosen among. */
export interface CouponChoices {
  organisations: readonly Choice[];
  /** `2020-09`, the latest first. */
  months: readonly string[];
  days: { proposed: IsoDate; latest: IsoDate };
  /** Chosen already, when the page was asked so. */
  organisation: string;
  month: string;
  /** Whether mails leave from here. */
  areSent: boolean;
}

/** The form of a new coupon, empty or as it was refused. */
export function couponForm(choices: CouponChoices, refusal: Refusal | null): FormView {
  const email: FieldSpec = {
    kind: 'email',
    name: 'email',
    label: 'Envoyer à',
    hint: 'L’adresse de la personne qui donne ces chiffres ; elle est oubliée 30 jours après la fin du coupon. Laissez vide pour envoyer le lien vous-même.',
    optional: true,
  };
  return formView(
    {
      id: 'coupon',
      action: COUPONS_PATH,
      submit: 'Créer le coupon',
      fields: [
        {
          kind: 'select',
          name: 'organisation',
          label: 'Organisation',
          value: choices.organisation,
          choices: [{ value: '', label: 'Choisir…' }, ...choices.organisations],
        },
        {
          kind: 'select',
          name: 'month',
          label: 'Mois des chiffres',
          value: choices.month,
          choices: choices.months.map((month) => ({ value: month, label: capitalise(formatMonth(month)) })),
        },
        {
          kind: 'date',
          name: 'expires',
          label: 'Dernier jour',
          hint: sentence`Le coupon s’ouvre jusqu’à ce jour inclus ; au plus tard le ${formatDate(choices.days.latest)}.`,
          value: choices.days.proposed,
        },
        ...(choices.areSent ? [email] : []),
      ],
    },
    refusal,
  );
}

/** One coupon of the list. @param names of people by their signatures. @param organisation its name. */
export function couponRow(
  coupon: Coupon,
  organisation: string,
  names: ReadonlyMap<string, string>,
): CouponRowView {
  const author = names.get(`person:${coupon.createdBy ?? ''}`) ?? FORMER_USER;
  const sent = coupon.email === null ? '' : sentence`, envoyé à ${coupon.email}`;
  return {
    organisation: typographic(organisation),
    month: formatMonth(coupon.month),
    made: `Créé le ${momentText(coupon.createdAt)} par ${author}${sent}`,
    lastDay: formatDate(coupon.expiresAt),
    openings: formatNumber(coupon.openings),
    lastOpening: coupon.lastOpenedAt === null ? null : `Dernière le ${momentText(coupon.lastOpenedAt)}`,
    lastAnswer: coupon.lastSentAt === null ? null : `Chiffres reçus le ${momentText(coupon.lastSentAt)}`,
    state: STATES[coupon.state],
    print: `${COUPONS_PATH}/${coupon.id}/imprimer`,
    revoke: coupon.state === 'open' ? `${COUPONS_PATH}/${coupon.id}/revoquer` : null,
  };
}
