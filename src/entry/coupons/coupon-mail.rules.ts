import { formatDate, formatMonth } from '../../kernel/french-date.rules.js';
import { elide, sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';

/** What the mail of a coupon speaks of. */
export interface CouponMailContext {
  programmeName: string;
  /** « CCI du Lot ». */
  organisation: string;
  /** `2020-09`. */
  month: string;
  until: IsoDate;
  /** The whole address. */
  link: string;
}

/** « d’avril 2020 », « de mai 2020 ». */
export const ofMonth = (month: string): string => elide('de', formatMonth(month));

/** The mail that takes a coupon to a partner. */
export function couponMail({ programmeName, organisation, month, until, link }: CouponMailContext): {
  subject: string;
  text: string;
} {
  return {
    subject: sentence`Vos chiffres ${ofMonth(month)} pour ${programmeName}`,
    text: [
      'Bonjour,',
      sentence`Le programme « ${programmeName} » attend les chiffres ${ofMonth(month)} de votre organisation (${organisation}).`,
      sentence`Ouvrez ce lien, sur ordinateur ou sur téléphone : il n’y a ni compte ni mot de passe. Il sert jusqu’au ${formatDate(until)} inclus, et vous pouvez y revenir pour corriger.`,
      link,
      sentence`Ce lien vaut pour votre organisation : ne le transmettez qu’à la personne qui donne ces chiffres.`,
      sentence`Ce message automatique vient de l’espace de suivi du programme « ${programmeName} ».`,
    ].join('\n\n'),
  };
}
