/**
 * Every action that the journal can hold, in the words of the page and of the CSV export.
 * An action is `noun.verb_past`; one that is not here does not compile.
 */
export const AUDIT_WORDS = {
  // Getting in and out.
  'sign_in.succeeded': 'Connexion réussie',
  'sign_in.failed': 'Connexion refusée',
  'sign_in.password_accepted': 'Mot de passe accepté, second facteur demandé',
  'session.ended': 'Session fermée',
  'password.changed': 'Mot de passe changé',
  'password.reset_requested': 'Nouveau mot de passe demandé',
  'second_factor.enabled': 'Second facteur activé',
  'second_factor.removed': 'Second facteur retiré',
  'recovery_codes.renewed': 'Codes de secours renouvelés',
  // People.
  'first_admin.created': 'Premier administrateur créé',
  'person.invited': 'Personne invitée',
  'person.activated': 'Compte activé',
  'person.renamed': 'Nom d’une personne changé',
  'person.role_changed': 'Rôle changé',
  'person.disabled': 'Compte désactivé',
  'person.enabled': 'Compte réactivé',
  'person.notices_changed': 'Choix des avis par courriel changé',
  'person.anonymised': 'Compte anonymisé',
  'person.exported': 'Données d’une personne exportées',
  // What programs and guests may do.
  'token.created': 'Jeton créé',
  'token.revoked': 'Jeton révoqué',
  'share.created': 'Lien de partage créé',
  'share.revoked': 'Lien de partage révoqué',
  'coupon.created': 'Coupon de saisie créé',
  'coupon.revoked': 'Coupon de saisie révoqué',
  // The programme and its settings.
  'programme.created': 'Programme créé',
  'programme.changed': 'Programme modifié',
  'logo.changed': 'Logo changé',
  'exercice.changed': 'Exercice modifié',
  'exercice.reopened': 'Exercice rouvert',
  'organisation.changed': 'Organisation modifiée',
  'organisation.merged': 'Organisations réunies',
  'organisation.separated': 'Réunion d’organisations annulée',
  'indicator.changed': 'Indicateur modifié',
  'indicator.moved': 'Indicateur déplacé dans la liste',
  'indicator.retired': 'Indicateur retiré',
  'indicator.restored': 'Indicateur remis en service',
  'territory.added': 'Territoires d’un département ajoutés',
  'territory.changed': 'Territoire modifié',
  'entry_settings.changed': 'Réglages de la saisie modifiés',
  'legal_text.changed': 'Texte légal modifié',
  'annotation.added': 'Événement ajouté',
  'annotation.changed': 'Événement modifié',
  'annotation.removed': 'Événement retiré',
  // Figures.
  'collection_line.added': 'Ligne de collecte ajoutée',
  'collection_line.changed': 'Ligne de collecte modifiée',
  'collection_line.removed': 'Ligne de collecte retirée',
  'target.changed': 'Cible modifiée',
  'target.withdrawn': 'Cible retirée',
  'opinion.given': 'Avis donné',
  'measurements.recorded': 'Mesures enregistrées',
  'measurements.submitted': 'Mesures envoyées pour validation',
  'measurements.validated': 'Mesures validées',
  'measurements.returned': 'Correction de mesures demandée',
  'measurement.withdrawn': 'Mesure retirée',
  'evidence.added': 'Justificatif joint',
  'evidence.removed': 'Justificatif retiré',
  'measurement.doubt_confirmed': 'Chiffre étonnant confirmé',
  'data_set.loaded': 'Jeu de données chargé',
  'import.recorded': 'Fichier importé',
  'import.undone': 'Import annulé',
  'figures.exported': 'Chiffres exportés',
  'bilan.drafted': 'Brouillon de bilan produit',
  // The journal itself.
  'journal.exported': 'Journal exporté',
  'journal.purged': 'Données personnelles échues effacées du journal',
} as const satisfies Readonly<Record<string, string>>;

/** What the journal can be told: another action takes its words first. */
export type AuditAction = keyof typeof AUDIT_WORDS;

/** The families of actions that a reader filters by: what stands before the dot, in French. */
export const AUDIT_FAMILIES: Readonly<Record<string, string>> = {
  sign_in: 'Connexions',
  session: 'Sessions',
  password: 'Mots de passe',
  second_factor: 'Seconds facteurs',
  recovery_codes: 'Codes de secours',
  first_admin: 'Premier administrateur',
  person: 'Personnes',
  token: 'Jetons',
  share: 'Liens de partage',
  coupon: 'Coupons de saisie',
  programme: 'Programme',
  logo: 'Logo',
  exercice: 'Exercices',
  organisation: 'Organisations',
  indicator: 'Indicateurs',
  territory: 'Territoires',
  entry_settings: 'Réglages de la saisie',
  legal_text: 'Textes légaux',
  collection_line: 'Plan de collecte',
  target: 'Cibles',
  opinion: 'Avis',
  annotation: 'Événements',
  measurements: 'Mesures',
  measurement: 'Retraits et confirmations de mesures',
  evidence: 'Justificatifs',
  data_set: 'Jeux de données',
  import: 'Imports',
  figures: 'Exports de chiffres',
  bilan: 'Bilans',
  journal: 'Journal',
};

/** An action in French; its own code when a later version wrote it. */
export const auditWords = (action: string): string => WORDS.get(action) ?? action;

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(AUDIT_WORDS));
