import { formatInstant } from '../../kernel/french-instant.rules.js';
import { typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FieldSpec, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import type { Role } from '../account.types.js';
import { ROLE_HINTS, ROLE_WORDS } from '../people/role-words.rules.js';
import { codesLeft } from '../second-factor/second-factor.presenter.js';
import type { Device } from '../sessions/sessions.service.js';
import { PASSWORD_HINT } from '../sign-in/passwords.rules.js';
import { activityWords } from './activity-words.rules.js';
import type { AccountForm, AccountView, DeviceView } from './own-account.types.js';

/** What is known of the account, unformatted. */
export interface Account {
  name: string;
  email: string;
  role: Role;
  /** Name of the organisation, for those bound to one. */
  organisation: string | null;
  notices: boolean;
  reminders: boolean;
  hasSecondFactor: boolean;
  recoveryCodesLeft: number;
  devices: Device[];
}

/** By the word of `?fait=`: any other one says nothing. */
const DONE: Readonly<Record<string, string>> = {
  nom: 'Votre nom est enregistré.',
  'mot-de-passe': 'Votre mot de passe a changé. Vos autres appareils ont été déconnectés.',
  avis: 'Votre choix est enregistré.',
  appareil: 'L’appareil est déconnecté.',
  appareils: 'Vos autres appareils sont déconnectés.',
  'second-facteur-retire': 'Le second facteur est retiré. Vos autres appareils ont été déconnectés.',
};

/** The page of one's own account, with one of its forms to correct when it was refused. */
export function accountPage(
  account: Account,
  now: number,
  done: string | undefined,
  refused: { form: AccountForm; refusal: Refusal } | null = null,
): PageBody<AccountView> {
  const refusalOf = (form: AccountForm): Refusal | null => (refused?.form === form ? refused.refusal : null);
  const { email, role, organisation, devices } = account;
  const content: AccountView = {
    notice: done !== undefined && Object.hasOwn(DONE, done) ? typographic(DONE[done] ?? '') : null,
    email,
    role: ROLE_WORDS[role],
    roleHint: typographic(ROLE_HINTS[role]),
    organisation: organisation === null ? null : typographic(organisation),
    nameForm: nameForm(account, refusalOf('name')),
    passwordForm: passwordForm(refusalOf('password')),
    noticesForm: noticesForm(account, refusalOf('notices')),
    secondFactor: secondFactorOf(account),
    devices: devices.map((device) => deviceView(device, now)),
    hasOtherDevices: devices.some(({ isCurrent }) => !isCurrent),
  };
  const status = refused === null ? {} : statusOf(refused.refusal);
  const description = 'Votre nom, votre mot de passe, votre second facteur et vos appareils.';
  return { title: 'Mon compte', description, section: 'account', updated: null, content, ...status };
}

const statusOf = ({ status, retryAfter }: Refusal): Pick<PageBody, 'status' | 'retryAfter'> => ({
  status,
  retryAfter,
});

const nameForm = ({ name }: Account, refusal: Refusal | null) =>
  formView(
    {
      id: 'name',
      action: '/mon-compte/nom',
      submit: 'Enregistrer le nom',
      tone: 'plain',
      fields: [{ kind: 'text', name: 'name', label: 'Nom affiché', value: name, autocomplete: 'name' }],
    },
    refusal,
  );

const passwordForm = (refusal: Refusal | null) =>
  formView(
    {
      id: 'password',
      action: '/mon-compte/mot-de-passe',
      submit: 'Changer le mot de passe',
      tone: 'plain',
      fields: [
        {
          kind: 'password',
          name: 'current',
          label: 'Mot de passe actuel',
          autocomplete: 'current-password',
        },
        {
          kind: 'password',
          name: 'password',
          label: 'Nouveau mot de passe',
          hint: PASSWORD_HINT,
          autocomplete: 'new-password',
        },
      ],
    },
    refusal,
  );

const noticesForm = ({ notices, reminders, role }: Account, refusal: Refusal | null) =>
  formView(
    {
      id: 'notices',
      action: '/mon-compte/avis',
      submit: 'Enregistrer ce choix',
      tone: 'plain',
      fields: [
        {
          kind: 'checkbox',
          name: 'notices',
          label: 'M’écrire quand mon mot de passe, mon second facteur ou mes droits changent',
          value: notices ? 'on' : '',
        },
        ...(role === 'viewer' ? [] : [remindersField(reminders)]),
      ],
    },
    refusal,
  );

const remindersField = (reminders: boolean): FieldSpec => ({
  kind: 'checkbox',
  name: 'reminders',
  label: 'Me rappeler par courriel, une fois par mois, les chiffres que je dois donner',
  value: reminders ? 'on' : '',
});

function secondFactorOf({ hasSecondFactor, recoveryCodesLeft }: Account): AccountView['secondFactor'] {
  if (hasSecondFactor) {
    const text = codesLeft(recoveryCodesLeft);
    return { isOn: true, isMissed: recoveryCodesLeft === 0, text, label: 'Gérer le second facteur' };
  }
  const text =
    'Un code de votre téléphone, en plus du mot de passe : un mot de passe volé n’ouvre plus rien.';
  return { isOn: false, isMissed: false, text: typographic(text), label: 'Activer le second facteur' };
}

function deviceView({ id, device, createdAt, lastSeenAt, isCurrent }: Device, now: number): DeviceView {
  return {
    device,
    activity: activityWords(lastSeenAt, now),
    since: `connecté le ${formatInstant(createdAt) ?? createdAt}`,
    isCurrent,
    action: `/mon-compte/appareils/${id}/deconnexion`,
  };
}
