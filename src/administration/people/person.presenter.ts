import type { Person } from '../../accounts/people/person.types.js';
import { ROLE_WORDS } from '../../accounts/people/role-words.rules.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import { administrationRooms } from '../rooms.rules.js';
import {
  lastSeenWords,
  type OrganisationChoice,
  personPath,
  secondFactorWords,
  settingsFields,
  stateView,
} from './people.presenter.js';
import type { PersonActionView, PersonView, SecretView } from './people.types.js';

/** What the page of a person shows besides that person. */
export interface PersonSurroundings {
  organisations: readonly OrganisationChoice[];
  /** Until when an invitation not used yet works; null when there is none. */
  invitedUntil: string | null;
  /** Whether it is the reader's own page. */
  isOwn: boolean;
}

/** What was refused, and by which form of the page; `action` for its buttons. */
export interface PersonRefusal {
  form: 'settings' | 'erasure' | 'action';
  refusal: Refusal;
}

/** What was just done, or refused. */
export interface PersonShown {
  notice?: string | null;
  created?: SecretView;
  refused?: PersonRefusal;
}

/** The page of one person. */
export function personView(person: Person, around: PersonSurroundings, shown: PersonShown): PersonView {
  const { notice = null, created = null, refused = null } = shown;
  const refusalOf = (form: PersonRefusal['form']): Refusal | null =>
    refused?.form === form ? refused.refusal : null;
  const isErased = person.state === 'anonymised';
  return {
    rooms: administrationRooms('people'),
    name: person.name,
    notice,
    // They are on their page already.
    created: created === null ? null : { ...created, next: null },
    problem: refusalOf('action')?.title ?? null,
    state: stateView(person.state),
    facts: facts(person, around),
    form: isErased ? null : settingsForm(person, around.organisations, refusalOf('settings')),
    actions: actions(person, around.isOwn),
    erasure: isErased || around.isOwn ? null : erasureForm(person, refusalOf('erasure')),
  };
}

function facts(person: Person, { organisations, invitedUntil }: PersonSurroundings): PersonView['facts'] {
  const organisation = organisations.find(({ code }) => code === person.organisation)?.name;
  const until = invitedUntil === null ? null : formatInstant(invitedUntil);
  const invitation =
    person.state !== 'invited'
      ? null
      : until === null
        ? 'Expirée : faites un nouveau lien'
        : `Valable jusqu’au ${until}`;
  return [
    { label: 'Adresse e-mail', value: person.email },
    { label: 'Rôle', value: ROLE_WORDS[person.role] },
    { label: 'Organisation', value: organisation ?? person.organisation ?? 'Aucune' },
    { label: 'Second facteur', value: secondFactorWords(person) },
    { label: 'Dernière connexion', value: lastSeenWords(person) },
    ...(invitation === null ? [] : [{ label: 'Invitation', value: typographic(invitation) }]),
    { label: 'Compte créé', value: formatInstant(person.createdAt) ?? person.createdAt },
  ];
}

function settingsForm(
  person: Person,
  organisations: readonly OrganisationChoice[],
  refusal: Refusal | null,
): FormView {
  const spec = {
    id: 'personne',
    action: personPath(person.id),
    submit: 'Enregistrer',
    fields: settingsFields(organisations, person),
  };
  return formView(spec, refusal);
}

/** What can be done now: an active account is not invited, a disabled one is not helped. */
function actions({ id, name, state, hasSecondFactor }: Person, isOwn: boolean): PersonActionView[] {
  const button = (
    path: string,
    label: string,
    hint: string,
    tone: PersonActionView['tone'] = 'plain',
  ): PersonActionView => ({ action: `${personPath(id)}/${path}`, label, hint: typographic(hint), tone });
  const all: (PersonActionView | null)[] = [
    state === 'invited'
      ? button('invitation', 'Nouveau lien d’invitation', 'Le lien donné auparavant ne s’ouvrira plus.')
      : null,
    state === 'active' && !isOwn
      ? button(
          'reinitialisation',
          'Lien de nouveau mot de passe',
          'Pour qui a perdu le sien : un lien à lui remettre, valable 30 minutes. Son second facteur reste.',
        )
      : null,
    hasSecondFactor && !isOwn
      ? button(
          'second-facteur',
          'Retirer le second facteur',
          'Pour qui a perdu son téléphone et ses codes de secours. Ses appareils sont déconnectés.',
          'danger',
        )
      : null,
    button(
      'export',
      'Exporter ses données',
      sentence`Tout ce que ce site garde sur ${name}, en un fichier JSON à lui remettre. Le journal note l’export.`,
    ),
    (state === 'active' || state === 'invited') && !isOwn
      ? button(
          'desactivation',
          'Désactiver le compte',
          'Ses sessions et ses liens se ferment aussitôt. Le compte pourra être réactivé.',
          'danger',
        )
      : null,
    state === 'disabled'
      ? button(
          'reactivation',
          'Réactiver le compte',
          'La personne revient avec son mot de passe et son rôle.',
        )
      : null,
  ];
  return all.filter((one) => one !== null);
}

function erasureForm({ id, name, email }: Person, refusal: Refusal | null): FormView {
  return formView(
    {
      id: 'anonymisation',
      action: `${personPath(id)}/anonymisation`,
      submit: 'Anonymiser définitivement',
      tone: 'danger',
      fields: [
        {
          kind: 'email',
          name: 'email',
          label: 'Pour confirmer, écrivez son adresse',
          hint: sentence`L’adresse de ${name} : ${email}`,
          maxLength: 254,
        },
      ],
    },
    refusal,
  );
}
