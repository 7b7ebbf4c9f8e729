import { typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { stagePath } from './stage.rules.js';
import { groupedSeed, RECOVERY_CODES } from './recovery-code.rules.js';
import { qrSvg } from './qr-code.presenter.js';

const ACTION = '/mon-compte/second-facteur';

/** The page between the password and the site. */
export interface CodeView {
  title: string;
  lede: string;
  form: FormView;
  /** The other way to get through. */
  other: { label: string; href: string };
}

/** Setting up, looking after it, or the codes just made: one of the three is there. */
export interface SecondFactorView {
  title: string;
  lede: string;
  scan: { qrSvg: string; seed: string; address: string; form: FormView } | null;
  manage: { notice: string | null; left: string; renewal: FormView; removal: FormView | null } | null;
  codes: { list: string[]; next: string } | null;
}

const passwordField: FieldSpec = {
  kind: 'password',
  name: 'password',
  label: 'Mot de passe actuel',
  autocomplete: 'current-password',
};
const codeField: FieldSpec = {
  kind: 'code',
  name: 'code',
  label: 'Code à six chiffres',
  autocomplete: 'one-time-code',
};
const hidden = (name: string, value: string): FieldSpec => ({ kind: 'hidden', name, label: '', value });

const body = <Content extends { title: string; lede: string }>(
  content: Content,
  refusal: Refusal | null,
): PageBody<Content> => ({
  title: content.title,
  description: content.lede,
  section: 'account',
  updated: null,
  content,
  ...(refusal === null ? {} : { status: refusal.status, retryAfter: refusal.retryAfter }),
});

/** Asks for the six digits, or for a recovery code: either field takes both. */
export function codePage(
  { next, isRecovery }: { next: string; isRecovery: boolean },
  refusal: Refusal | null = null,
): PageBody<CodeView> {
  const here = stagePath('second_factor', next);
  const field: FieldSpec = isRecovery
    ? { ...codeField, label: 'Code de secours', autocomplete: 'off', hint: 'Dix lettres et chiffres.' }
    : codeField;
  const fields = [field, hidden('next', next), ...(isRecovery ? [hidden('secours', 'oui')] : [])];
  const form = formView(
    { id: 'code', action: '/connexion/second-facteur', submit: 'Continuer', fields },
    refusal,
  );
  const content = {
    title: isRecovery ? 'Votre code de secours' : 'Votre code de connexion',
    lede: isRecovery
      ? 'Écrivez l’un des codes reçus quand vous avez activé le second facteur. Chacun sert une fois.'
      : 'Ouvrez l’application d’authentification de votre téléphone et recopiez les six chiffres.',
    form,
    other: isRecovery
      ? { label: 'Utiliser l’application du téléphone', href: here }
      : {
          label: 'Sans votre téléphone : utiliser un code de secours',
          href: `${here}${here.includes('?') ? '&' : '?'}secours=oui`,
        },
  };
  const other = { ...content.other, label: typographic(content.other.label) };
  return { ...body({ ...content, other }, refusal), section: null };
}

/** What the page of setting up shows of a new seed. */
export interface SetUp {
  seed: string;
  /** The seed as the form carries it. */
  sealed: string;
  /** `otpauth://…` */
  address: string;
  next: string;
  reason: 'required' | 'chosen' | 'replaced';
}

const REASONS: Record<SetUp['reason'], { title: string; lede: string }> = {
  required: {
    title: 'Protéger votre compte',
    lede: 'Votre rôle demande un second facteur : un code de votre téléphone, en plus du mot de passe. Deux minutes suffisent.',
  },
  chosen: {
    title: 'Activer le second facteur',
    lede: 'Un code de votre téléphone, en plus du mot de passe : un mot de passe volé n’ouvre plus rien.',
  },
  replaced: {
    title: 'Changer de téléphone',
    lede: 'Le nouveau téléphone remplace l’ancien, et de nouveaux codes de secours remplacent ceux d’avant.',
  },
};

/** The QR code to scan and the code that proves it was scanned. */
export function setUpPage(setUp: SetUp, refusal: Refusal | null = null): PageBody<SecondFactorView> {
  const { seed, sealed, address, next, reason } = setUp;
  const fields = [
    hidden('seed', sealed),
    hidden('next', next),
    codeField,
    ...(reason === 'required' ? [] : [passwordField]),
  ];
  const form = formView(
    { id: 'second-factor', action: ACTION, submit: 'Activer le second facteur', fields },
    refusal,
  );
  const label = 'Code QR à scanner avec l’application d’authentification';
  const scan = { qrSvg: qrSvg(address, label), seed: groupedSeed(seed), address, form };
  return body({ ...REASONS[reason], scan, manage: null, codes: null }, refusal);
}

const DONE: Readonly<Record<string, string>> = {
  code: 'Vous êtes entré avec un code de secours : il ne servira plus.',
};

/** How the second factor stands, new recovery codes, and taking it away where the role allows. */
export function managementPage(
  { left, mayRemove, done }: { left: number; mayRemove: boolean; done?: string | undefined },
  refused: { form: 'renewal' | 'removal'; refusal: Refusal } | null = null,
): PageBody<SecondFactorView> {
  const refusalOf = (name: 'renewal' | 'removal'): Refusal | null =>
    refused?.form === name ? refused.refusal : null;
  const renewal = formView(
    {
      id: 'renewal',
      action: `${ACTION}/codes`,
      submit: 'Créer de nouveaux codes',
      tone: 'plain',
      fields: [passwordField],
    },
    refusalOf('renewal'),
  );
  const removal = formView(
    {
      id: 'removal',
      action: `${ACTION}/retirer`,
      submit: 'Retirer le second facteur',
      tone: 'danger',
      fields: [passwordField],
    },
    refusalOf('removal'),
  );
  const notice = done !== undefined && Object.hasOwn(DONE, done) ? typographic(DONE[done] ?? '') : null;
  const manage = { notice, left: codesLeft(left), renewal, removal: mayRemove ? removal : null };
  const content = {
    title: 'Second facteur',
    lede: 'Un code de votre téléphone est demandé à chaque connexion, après le mot de passe.',
    scan: null,
    manage,
    codes: null,
  };
  return body(content, refused?.refusal ?? null);
}

/** « Il vous reste 9 codes de secours sur 10. » */
export function codesLeft(left: number): string {
  if (left === 0) return 'Il ne vous reste aucun code de secours : créez-en de nouveaux.';
  return `Il vous reste ${left} code${left > 1 ? 's' : ''} de secours sur ${RECOVERY_CODES}.`;
}

/** The recovery codes, shown this once. */
export function recoveryCodesPage(codes: string[], next: string): PageBody<SecondFactorView> {
  const content = {
    title: 'Vos codes de secours',
    lede: 'Le jour où le téléphone manque, chacun de ces codes ouvre votre compte, une seule fois.',
    scan: null,
    manage: null,
    codes: { list: codes, next },
  };
  return body(content, null);
}
