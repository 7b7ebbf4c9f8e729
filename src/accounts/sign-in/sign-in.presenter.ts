import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody, PageLink } from '../../platform/views/page.types.js';
import { PASSWORD_HINT } from './passwords.rules.js';

/** A page of getting in: a narrow card, with what helps under it (`accounts/entrance`). */
export interface EntranceView {
  /** Heading of the page, and its title. */
  heading: string;
  lede: string | null;
  /** What has just happened; null when nothing has. */
  notice: string | null;
  form: FormView | null;
  /** Lines under the form: a link, or advice. */
  more: (PageLink | { label: string; href: null })[];
}

/** What one of these pages says. */
interface Entrance extends Partial<EntranceView> {
  heading: string;
  description: string;
  refusal?: Refusal | null;
  status?: NonNullable<PageBody['status']>;
}

export function entrancePage(entrance: Entrance): PageBody<EntranceView> {
  const { heading, description, refusal = null, status, lede, notice, form, more } = entrance;
  const shownStatus = refusal?.status ?? status;
  return {
    title: heading,
    description: typographic(description),
    section: 'account',
    updated: null,
    content: {
      heading,
      lede: typeof lede === 'string' ? typographic(lede) : null,
      notice: notice ?? null,
      form: form ?? null,
      more: (more ?? []).map((line) => ({ ...line, label: typographic(line.label) })),
    },
    ...(shownStatus === undefined ? {} : { status: shownStatus }),
    ...(refusal?.retryAfter === undefined ? {} : { retryAfter: refusal.retryAfter }),
  };
}

export const EMAIL_FIELD: FieldSpec = {
  kind: 'email',
  name: 'email',
  label: 'Adresse e-mail',
  autocomplete: 'username',
  maxLength: 254,
};

/** Room for whatever is pasted: a field that cuts a long password keeps another one than its owner believes. */
export const NEW_PASSWORD_FIELD: FieldSpec = {
  kind: 'password',
  name: 'password',
  label: 'Mot de passe',
  hint: PASSWORD_HINT,
  autocomplete: 'new-password',
  maxLength: 1_000,
};

/** Fixed words of `?fait=`. */
const NOTICES: Readonly<Record<string, string>> = {
  'mot-de-passe': sentence`Votre nouveau mot de passe est enregistré : connectez-vous avec lui.`,
};

/** What the page to sign in depends on. */
export interface SignInState {
  next: string;
  done?: string | undefined;
  /** Whether somebody administers this installation yet. */
  hasAdmin: boolean;
}

export function signInPage(
  { next, done, hasAdmin }: SignInState,
  refusal: Refusal | null = null,
): PageBody<EntranceView> {
  const form = formView(
    {
      id: 'sign-in',
      action: '/connexion',
      submit: 'Se connecter',
      fields: [
        EMAIL_FIELD,
        {
          kind: 'password',
          name: 'password',
          label: 'Mot de passe',
          autocomplete: 'current-password',
          maxLength: 1_000,
        },
        { kind: 'hidden', name: 'next', label: '', value: next },
      ],
    },
    refusal,
  );
  const notice = done !== undefined && Object.hasOwn(NOTICES, done) ? (NOTICES[done] ?? null) : null;
  return entrancePage({
    heading: 'Se connecter',
    description: 'Ouvrir son compte pour consulter ce qui est réservé au comité et saisir des chiffres.',
    lede: next === '/' ? null : 'La page demandée s’ouvre après connexion.',
    notice,
    form,
    refusal,
    more: [
      { label: 'Mot de passe oublié ?', href: '/mot-de-passe-oublie' },
      hasAdmin
        ? {
            label: 'Pas encore de compte ? La personne qui administre ce site vous enverra une invitation.',
            href: null,
          }
        : { label: 'Première installation : créer le compte d’administration', href: '/premiere-connexion' },
    ],
  });
}
