import { sentence } from '../../kernel/french-text.rules.js';

/** Subject and text of a mail, in French. */
export interface MailWords {
  subject: string;
  text: string;
}

/** To whom, and in the name of which programme: « Oh my Lot ! ». */
export interface MailContext {
  name: string;
  programmeName: string;
}

/** « Bonjour… », paragraphs, who signs. */
const letter = ({ name, programmeName }: MailContext, paragraphs: readonly string[]): string =>
  [
    `Bonjour ${name},`,
    ...paragraphs,
    sentence`Ce message automatique vient de l’espace de suivi du programme « ${programmeName} ».`,
  ].join('\n\n');

const NOT_YOURS =
  'Si vous n’attendiez pas ce message, ignorez-le : rien ne change tant que le lien n’a pas servi.';
const NOT_BY_YOU =
  'Si ce n’est pas vous, prévenez sans attendre la personne qui administre le site, et demandez un nouveau mot de passe.';

/** @param until the last day on which the link works, « 23 décembre 2020 ». */
export function invitationMail(context: MailContext, link: string, until: string): MailWords {
  return {
    subject: sentence`Votre accès à ${context.programmeName}`,
    text: letter(context, [
      sentence`Un compte vous attend pour suivre le programme « ${context.programmeName} ».`,
      sentence`Ouvrez ce lien pour choisir votre mot de passe ; il sert une seule fois, jusqu’au ${until} :`,
      link,
      sentence`${NOT_YOURS}`,
    ]),
  };
}

/** @param minutes how long the link works. */
export function resetMail(context: MailContext, link: string, minutes: number): MailWords {
  return {
    subject: sentence`Choisir un nouveau mot de passe, ${context.programmeName}`,
    text: letter(context, [
      sentence`Un nouveau mot de passe a été demandé pour votre compte.`,
      sentence`Ouvrez ce lien pour le choisir ; il sert une seule fois, pendant ${minutes} minutes :`,
      link,
      NOT_YOURS,
    ]),
  };
}

/** What a notice tells after the fact. */
export type NoticeKind =
  | 'password_changed'
  | 'second_factor_enabled'
  | 'second_factor_removed'
  | 'recovery_code_used'
  | 'role_changed';

const NOTICES: Readonly<Record<NoticeKind, { subject: string; told: string }>> = {
  password_changed: {
    subject: 'Votre mot de passe a changé',
    told: 'Le mot de passe de votre compte vient d’être changé, et tous vos appareils ont été déconnectés.',
  },
  second_factor_enabled: {
    subject: 'Votre second facteur est en place',
    told: 'Un second facteur vient d’être mis en place ou remplacé sur votre compte, et vos autres appareils ont été déconnectés.',
  },
  recovery_code_used: {
    subject: 'Un code de secours a servi',
    told: 'Un code de secours vient d’ouvrir votre compte à la place de votre téléphone. Ce code ne servira plus.',
  },
  second_factor_removed: {
    subject: 'Votre second facteur a été retiré',
    told: 'Le second facteur de votre compte vient d’être retiré : un code de téléphone n’est plus demandé.',
  },
  role_changed: {
    subject: 'Votre rôle a changé',
    told: 'La personne qui administre le site vient de changer ce que votre compte permet. Reconnectez-vous pour continuer.',
  },
};

export function noticeMail(context: MailContext, kind: NoticeKind): MailWords {
  const { subject, told } = NOTICES[kind];
  const advice =
    kind === 'role_changed'
      ? 'Une question ? Adressez-vous à la personne qui administre le site.'
      : NOT_BY_YOU;
  return {
    subject: sentence`${subject}, ${context.programmeName}`,
    text: letter(context, [told, sentence`${advice}`]),
  };
}
