import { sentence } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { EMAIL_FIELD, type EntranceView, entrancePage, NEW_PASSWORD_FIELD } from './sign-in.presenter.js';

/** What the page of a forgotten password depends on. */
export interface ForgottenState {
  /** Whether links leave by mail; an administrator hands them over otherwise. */
  byMail: boolean;
  /** Whether a request has just been taken. */
  isSent: boolean;
}

const BY_HAND = 'Ce site n’envoie pas d’e-mails : demandez un lien à la personne qui administre le site.';

/** The same words whoever the address belongs to. */
const TAKEN = sentence`C’est noté. Si un compte actif porte cette adresse, un lien valable 30 minutes vient d’y être envoyé : pensez aux indésirables.`;
const TAKEN_BY_HAND = sentence`C’est noté, mais ce site n’envoie pas d’e-mails : demandez un lien à la personne qui administre le site.`;

export function forgottenPage(
  { byMail, isSent }: ForgottenState,
  refusal: Refusal | null = null,
): PageBody<EntranceView> {
  const form = formView(
    {
      id: 'forgotten',
      action: '/mot-de-passe-oublie',
      submit: 'Demander un lien',
      fields: [EMAIL_FIELD],
    },
    refusal,
  );
  return entrancePage({
    heading: 'Mot de passe oublié',
    description: 'Demander un lien pour choisir un nouveau mot de passe.',
    lede: byMail ? 'Un lien pour en choisir un autre vous sera envoyé par e-mail.' : BY_HAND,
    notice: isSent ? (byMail ? TAKEN : TAKEN_BY_HAND) : null,
    form: isSent ? null : form,
    refusal,
    more: [{ label: 'Revenir à la connexion', href: '/connexion' }],
  });
}

export function newPasswordPage(email: string, refusal: Refusal | null = null): PageBody<EntranceView> {
  const form = formView(
    {
      id: 'new-password',
      action: '/nouveau-mot-de-passe',
      submit: 'Enregistrer ce mot de passe',
      fields: [{ ...NEW_PASSWORD_FIELD, label: 'Nouveau mot de passe' }],
    },
    refusal,
  );
  return entrancePage({
    heading: 'Choisir un nouveau mot de passe',
    description: 'Choisir un nouveau mot de passe par un lien à usage unique.',
    lede: `Pour le compte ${email}. Tous vos appareils seront déconnectés.`,
    form,
    refusal,
  });
}

/** Without a link there is nothing to fill in. */
export function noResetLinkPage(): PageBody<EntranceView> {
  return entrancePage({
    heading: 'Choisir un nouveau mot de passe',
    description: 'Choisir un nouveau mot de passe par un lien à usage unique.',
    lede: 'Cette page s’ouvre par un lien à usage unique.',
    more: [
      { label: 'Demander ce lien', href: '/mot-de-passe-oublie' },
      { label: 'Revenir à la connexion', href: '/connexion' },
    ],
  });
}
