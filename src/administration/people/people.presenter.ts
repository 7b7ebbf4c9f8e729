import type { PersonState } from '../../accounts/account.types.js';
import type { Person, PersonLink } from '../../accounts/people/person.types.js';
import { ROLE_HINTS, ROLE_WORDS, STATE_WORDS } from '../../accounts/people/role-words.rules.js';
import { formatInstant } from '../../kernel/french-instant.rules.js';
import { formatNumber, pluralCategory } from '../../kernel/french-number.rules.js';
import { normaliseForSearch, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { FieldSpec } from '../../platform/forms/form.types.js';
import type { PersonRowView, SecretView, StateView } from './people.types.js';

export const PEOPLE_PATH = '/administration/personnes';
export const personPath = (id: number): string => `${PEOPLE_PATH}/${id}`;

/** An organisation that a person may be bound to. */
export interface OrganisationChoice {
  code: string;
  name: string;
}

const TONES: Readonly<Record<PersonState, StateView['tone']>> = {
  invited: 'watch',
  active: 'good',
  disabled: 'late',
  anonymised: 'calm',
};

export const stateView = (state: PersonState): StateView => ({
  label: STATE_WORDS[state],
  tone: TONES[state],
});

/** What a redirection says was done; unknown words say nothing. */
const NOTICES = new Map([
  ['change', 'C’est enregistré.'],
  ['desactivation', 'Le compte est désactivé : ses sessions et ses liens ne s’ouvrent plus.'],
  ['reactivation', 'Le compte est réactivé.'],
  [
    'second-facteur',
    'Le second facteur est retiré : la personne en choisira un autre à sa prochaine connexion.',
  ],
  ['anonymisation', 'La personne est anonymisée : ce qu’elle a fait reste, sans son nom.'],
]);

export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : typographic(words);
}

/** « 12 personnes », « 1 personne sur 12 » when somebody is looked for. */
export function countWords(shown: number, all: number): string {
  const words = `${formatNumber(shown)} personne${pluralCategory(shown) === 'one' ? '' : 's'}`;
  return shown === all ? words : `${words} sur ${formatNumber(all)}`;
}

/** Whether a person is one of those looked for, by name or by address. */
export function isSoughtBy(search: string): (person: Pick<Person, 'name' | 'email'>) => boolean {
  const wanted = normaliseForSearch(search);
  return ({ name, email }) => normaliseForSearch(`${name} ${email}`).includes(wanted);
}

export const lastSeenWords = ({ lastSignedInAt }: Pick<Person, 'lastSignedInAt'>): string =>
  lastSignedInAt === null ? 'Jamais' : (formatInstant(lastSignedInAt) ?? lastSignedInAt);

export const secondFactorWords = ({ hasSecondFactor }: Pick<Person, 'hasSecondFactor'>): string =>
  hasSecondFactor ? 'Activé' : 'Aucun';

/** @param names of organisations, by code. */
export function personRow(person: Person, names: ReadonlyMap<string, string>): PersonRowView {
  const { id, name, email, role, organisation, state } = person;
  return {
    name,
    href: personPath(id),
    email,
    role: ROLE_WORDS[role],
    organisation: organisation === null ? null : (names.get(organisation) ?? organisation),
    state: stateView(state),
    secondFactor: secondFactorWords(person),
    lastSeen: lastSeenWords(person),
  };
}

/** Name, role and organisation: what an invitation and the page of a person both ask. */
export function settingsFields(
  organisations: readonly OrganisationChoice[],
  person: Pick<Person, 'name' | 'role' | 'organisation'> | null,
): FieldSpec[] {
  return [
    {
      kind: 'text',
      name: 'name',
      label: 'Nom',
      hint: 'Tel que le comité la connaît, par exemple Marie Durand.',
      value: person?.name ?? '',
      maxLength: 100,
    },
    {
      kind: 'radio',
      name: 'role',
      label: 'Rôle',
      value: person?.role ?? 'viewer',
      choices: (['viewer', 'contributor', 'editor', 'validator', 'admin'] as const).map((role) => ({
        value: role,
        label: ROLE_WORDS[role],
        hint: typographic(ROLE_HINTS[role]),
      })),
    },
    {
      kind: 'select',
      name: 'organisation',
      label: 'Organisation',
      optional: true,
      hint: typographic(
        'Nécessaire pour un partenaire : il ne voit et ne saisit que les chiffres de celle-ci.',
      ),
      value: person?.organisation ?? '',
      choices: [
        { value: '', label: 'Aucune' },
        ...organisations.map(({ code, name }) => ({ value: code, label: name })),
      ],
    },
  ];
}

/** A link as its page shows it, this once. @param until ISO instant at which it stops working. */
export function linkView({ kind, person, link }: PersonLink, until: string, isSent: boolean): SecretView {
  const isInvitation = kind === 'invitation';
  const moment = formatInstant(until) ?? until;
  const purpose = isInvitation
    ? 'd’ouvrir son compte en choisissant un mot de passe'
    : 'de choisir un nouveau mot de passe';
  return {
    heading: isInvitation ? 'L’invitation est prête' : 'Le lien est prêt',
    lede: sentence`Ce lien permet à ${person.name} ${purpose}. Il sert une seule fois, jusqu’au ${moment}.`,
    secret: link,
    notes: [
      isSent
        ? sentence`Il part aussi par courriel à ${person.email}.`
        : sentence`Ce site n’envoie pas de courriel : remettez le lien à ${person.email} vous-même, par un moyen sûr.`,
      typographic(
        'Copiez-le maintenant : il ne sera plus montré. Un autre lien se fait depuis la page de la personne.',
      ),
    ],
    next: { label: `Page de ${person.name}`, href: personPath(person.id) },
  };
}
