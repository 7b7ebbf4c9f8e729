import { FORMER_USER, ROLE_WORDS, STATE_WORDS } from '../../accounts/people/role-words.rules.js';
import { inParentheses } from '../../kernel/french-text.rules.js';
import type { AuditState } from '../../platform/audit/audit.types.js';

/** Names that identifiers of the journal stand for: `person:12`, `token:3`, the organisation of `coupon:4`. */
export type JournalNames = ReadonlyMap<string, string>;

const ACTORS: Readonly<Record<string, string>> = {
  visitor: 'visiteur',
  command: 'commande',
  system: 'système',
  somebody: 'identité effacée',
};

const KINDS: Readonly<Record<string, (id: string) => string>> = {
  person: (id) => `personne n°\u00a0${id}`,
  token: (id) => `jeton n°\u00a0${id}`,
  share: (id) => `lien de partage n°\u00a0${id}`,
  coupon: (id) => `coupon de saisie n°\u00a0${id}`,
  annotation: (id) => `événement ${id}`,
  'collection-line': (id) => `ligne de collecte n°\u00a0${id}`,
  measurement: (id) => `mesure n°\u00a0${id}`,
  bilan: (id) => `bilan ${id}`,
  'data-set': (id) => `jeu de données ${id}`,
  exercice: (id) => `exercice ${id}`,
  organisation: (id) => `organisation ${id}`,
  target: (id) => `cible n°\u00a0${id}`,
  opinion: (id) => `avis sur ${id}`,
  import: (id) => `import n°\u00a0${id}`,
  import_profile: (id) => `profil d’import ${id}`,
  programme: () => 'programme',
  journal: () => 'journal',
  'entry-settings': () => 'réglages de la saisie',
};

const MEMBERS: Readonly<Record<string, string>> = {
  actor: 'auteur',
  by: 'par',
  campaign: 'opération',
  channel: 'canal',
  closingDays: 'jours avant clôture',
  code: 'code',
  created: 'créés',
  device: 'appareil',
  dueDays: 'délai en jours',
  email: 'adresse électronique',
  enabled: 'activé',
  end: 'fin',
  endsOn: 'dernier jour',
  entries: 'lignes',
  expires: 'échéance',
  frequency: 'rythme',
  givenOn: 'donné le',
  indicator: 'indicateur',
  isPublic: 'publié',
  kind: 'page',
  label: 'libellé',
  measurements: 'mesures n°',
  meetingCode: 'séance',
  method: 'moyen',
  month: 'mois',
  name: 'nom',
  notices: 'avis par courriel',
  opinion: 'avis',
  organisation: 'organisation',
  outcome: 'issue',
  ownerId: 'personne n°',
  path: 'rythme',
  precision: 'précision',
  qualifier: 'qualificatif',
  ratePerMinute: 'demandes par minute',
  reason: 'motif',
  reminderDay: 'jour du rappel',
  reminders: 'rappels par courriel',
  removed: 'effacés',
  review: 'validation',
  revised: 'révisés',
  role: 'rôle',
  scope: 'portée',
  shortenedAddresses: 'adresses tronquées',
  start: 'début',
  startsOn: 'premier jour',
  state: 'état',
  status: 'statut',
  territory: 'territoire',
  text: 'texte',
  unchanged: 'inchangés',
  updated: 'modifiés',
  value: 'valeur',
  valueMax: 'valeur maximale',
  version: 'version',
  visibility: 'visibilité',
  withdrawn: 'retirée',
  year: 'année',
};

/** What the words that programs exchange stand for, by the member that holds them. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  frequency: { day: 'jour', month: 'mois', quarter: 'trimestre', year: 'exercice' },
  kind: { dashboard: 'tableau de bord', bilan: 'bilan' },
  method: { totp: 'application d’authentification', recovery_code: 'code de secours' },
  outcome: {
    full: 'connexion complète',
    second_factor: 'code attendu',
    enrolment: 'second facteur à activer',
    wrong_password: 'mot de passe incorrect',
    wrong_current_password: 'mot de passe actuel incorrect',
    wrong_code: 'code incorrect',
    signed_out: 'déconnexion',
    device_signed_out: 'appareil déconnecté',
    other_devices_signed_out: 'autres appareils déconnectés',
  },
  precision: { day: 'au jour', month: 'au mois', season: 'à la saison', year: 'à l’année' },
  review: { auto: 'd’office', single: 'par qui valide', four_eyes: 'à quatre yeux' },
  role: ROLE_WORDS,
  state: { ...STATE_WORDS, open: 'ouvert', closed: 'clos', sealed: 'scellé', revoked: 'révoqué' },
  visibility: { public: 'ouvert au public', members: 'réservé aux membres' },
};

/** Whom `person:12`, `token:3`, `visitor` or `command` stands for. */
export function whoWords(actor: string, names: JournalNames): string {
  if (names.has(actor)) return subjectWords(actor, names) ?? actor;
  if (actor.startsWith('person:')) return FORMER_USER;
  return memberOf(ACTORS, actor) ?? subjectWords(actor, names) ?? actor;
}

/** What an entry is about; null for nothing in particular. */
export function subjectWords(subject: string | null, names: JournalNames): string | null {
  if (subject === null) return null;
  const [kind = '', ...rest] = subject.split(':');
  const name = names.get(subject);
  const numbered = memberOf(KINDS, kind)?.(rest.join(':')) ?? subject;
  if (name === undefined) return numbered;
  if (kind === 'coupon') return `${numbered} ${inParentheses(name)}`;
  return kind === 'token' ? `jeton «\u00a0${name}\u00a0»` : name;
}

/** « rôle : Membre du comité → Communication », « créés : 12 »: one line for each member that changed or was told. */
export function changeLines(before: AuditState | null, after: AuditState | null): string[] {
  const [old, fresh] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))];
  return [...new Set([...old.keys(), ...fresh.keys()])].map((member) => {
    const told = fresh.has(member) ? valueText(member, fresh.get(member)) : 'rien';
    const values = old.has(member) ? `${valueText(member, old.get(member))} → ${told}` : told;
    return `${memberOf(MEMBERS, member) ?? member}\u00a0: ${values}`;
  });
}

function valueText(member: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'rien';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value !== 'string') return JSON.stringify(value);
  return memberOf(memberOf(VALUES, member) ?? {}, value) ?? value;
}

/** A member of one of our tables: a name such as `constructor` finds nothing. */
const memberOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
