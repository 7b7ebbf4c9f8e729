import type { Interpretation } from '../../src/imports/interpretation.types.js';

interface Expected {
  profile: string;
  recognition?: string;
  dateForm: Interpretation['dateForm'];
  kind?: Interpretation['kind'];
  rowsRead: number;
  rowsLeftOut?: Interpretation['rowsLeftOut'];
  sums: Record<string, number>;
  items?: number;
  personal?: string[];
  ignored?: string[];
  questions?: string[];
}

/** What each file of `samples/` says, from its README. */
export const EXPECTED_OF_SAMPLES: Record<string, Expected> = {
  '01_meta_facebook_publications_fr.csv': {
    profile: 'meta-posts',
    dateForm: 'month_first',
    rowsRead: 7,
    sums: { 'VUES_RESEAUX 2020-04 facebook': 9_120, 'INTERACTIONS_RESEAUX 2020-04 facebook': 429 },
    items: 7,
    ignored: ['Couverture'],
  },
  '02_meta_instagram_posts_en.csv': {
    profile: 'meta-posts',
    dateForm: 'month_first',
    rowsRead: 5,
    sums: { 'VUES_RESEAUX 2020-04 instagram': 3_940, 'INTERACTIONS_RESEAUX 2020-04 instagram': 375 },
    items: 5,
    ignored: ['Reach'],
  },
  '03_meta_page_vues_quotidiennes_utf16.csv': {
    profile: 'meta-quotidien',
    dateForm: 'iso',
    rowsRead: 30,
    sums: { 'VUES_PAGE 2020-04': 12_036 },
  },
  '04b_linkedin_contenu_en.xlsx': {
    profile: 'linkedin-contenu',
    dateForm: 'month_first',
    rowsRead: 30,
    sums: {
      'IMPRESSIONS_LINKEDIN 2020-11 linkedin': 3_312,
      'CLICS_LINKEDIN 2020-11 linkedin': 134,
      'REACTIONS_LINKEDIN 2020-11 linkedin': 66,
    },
    personal: ['Posted by'],
    ignored: [
      'Unique impressions (organic)',
      'Engagement rate (organic)',
      'Engagement rate (sponsored)',
      'Engagement rate (total)',
    ],
  },
  '05_youtube_studio_tableau_fr.csv': {
    profile: 'youtube-tableau',
    dateForm: 'words',
    rowsRead: 3,
    rowsLeftOut: [{ reason: 'ligne de total', count: 1 }],
    sums: { 'VUES_YOUTUBE 2020-07 youtube': 1_985, 'VUES_YOUTUBE 2020-08 youtube': 1_135 },
    items: 2,
    ignored: [
      'Spectateurs uniques',
      'Taux de clics par impression (%)',
      'Pourcentage moyen de vidéo regardé (%)',
      "Durée moyenne d'une vue",
    ],
  },
  '06_matomo_visitssummary_utf16.csv': {
    profile: 'matomo-csv',
    dateForm: 'iso',
    rowsRead: 3,
    sums: {
      'VISITES_SITE 2020-01': 3_105,
      'VISITES_SITE 2020-02': 1_980,
      'VISITES_SITE 2020-03': 1_477,
      'VISITEURS_UNIQUES_SITE 2020-01': 2_410,
      'VISITEURS_UNIQUES_SITE 2020-02': 1_510,
      'VISITEURS_UNIQUES_SITE 2020-03': 1_190,
    },
    ignored: ['bounce_rate', 'nb_actions_per_visit', 'avg_time_on_site', 'max_actions'],
  },
  '07_ga4_pages_fr.csv': {
    profile: 'ga4',
    dateForm: null,
    rowsRead: 3,
    sums: { 'VUES_SITE 2024-01': 7_342 },
    ignored: [
      'Utilisateurs actifs',
      'Vues par utilisateur actif',
      "Durée d'engagement moyenne par utilisateur actif",
    ],
  },
  '08_eventbrite_attendees_en.csv': {
    profile: 'eventbrite',
    dateForm: 'iso',
    rowsRead: 5,
    rowsLeftOut: [{ reason: 'statut «\u00a0Not Attending\u00a0»', count: 1 }],
    sums: { 'INSCRITS_EVENTBRITE 2020-10': 2, 'PRESENTS_EVENTBRITE 2020-10': 2 },
    personal: ['Order #', 'First Name', 'Last Name', 'Email', 'Attendee #', 'Group'],
  },
  '09_helloasso_participants_fr.csv': {
    profile: 'helloasso',
    dateForm: 'day_first',
    rowsRead: 3,
    rowsLeftOut: [{ reason: 'statut «\u00a0Remboursé\u00a0»', count: 1 }],
    sums: { 'INSCRITS_HELLOASSO 2020-10': 2 },
    personal: [
      'Référence commande',
      'Nom participant',
      'Prénom participant',
      'Nom payeur',
      'Prénom payeur',
      'Email payeur',
      'Raison sociale',
      'Numéro de billet',
    ],
  },
  '11_mailchimp_campaigns_en.csv': {
    profile: 'mailchimp',
    dateForm: 'words',
    rowsRead: 2,
    sums: {
      'LETTRES_DELIVREES 2020-07': 379,
      'LETTRES_OUVERTES 2020-07': 171,
      'LETTRES_DELIVREES 2020-12': 389,
      'LETTRES_OUVERTES 2020-12': 188,
    },
    items: 2,
    ignored: ['Open Rate', 'Click Rate'],
  },
  '13_imprimeur_livraisons_cp1252.csv': {
    profile: 'livraison-imprimeur',
    recognition: 'supposed',
    dateForm: 'day_first',
    kind: 'flow',
    rowsRead: 5,
    rowsLeftOut: [{ reason: 'ligne de total', count: 1 }],
    sums: { 'SETS_DE_TABLE 2020-06': 40_000, 'SETS_DE_TABLE 2020-07': 90_000 },
    items: 4,
    questions: ['supposed_profile'],
  },
  '14_spots_partages_par_epci.csv': {
    profile: 'spots-epci',
    dateForm: 'iso',
    rowsRead: 9,
    sums: { 'SPOTS_PARTAGES 2020-08': 250 },
    ignored: ['Canal'],
    questions: ['unknown_territory'],
  },
  '15_compteur_stand.ndjson': {
    profile: 'compteur-stand',
    dateForm: 'iso',
    kind: 'flow',
    rowsRead: 18,
    sums: {
      'VISITEURS_STAND 2020-01-16 OP-2020-SALON-PARIS': 212,
      'VISITEURS_STAND 2020-01-17 OP-2020-SALON-PARIS': 238,
      'VISITEURS_PROJET_MOBILITE 2020-01-16 OP-2020-SALON-PARIS': 70,
      'VISITEURS_PROJET_MOBILITE 2020-01-17 OP-2020-SALON-PARIS': 80,
    },
    items: 18,
  },
  '16_import_standard_v1.csv': {
    profile: 'standard-v1',
    dateForm: 'iso',
    kind: 'flow',
    rowsRead: 8,
    sums: {
      'VISITEURS_STAND 2020-01 OP-2020-SALON-PARIS': 450,
      'VISITEURS_PROJET_MOBILITE 2020-01 OP-2020-SALON-PARIS': 150,
      'VUES_RESEAUX 2020-04 OP-2020-PRODUCTEURS': 13_000,
      'SPOTS_PARTAGES 2020-06/2020-09 OP-2020-SPOTS': 250,
      'SETS_DE_TABLE 2020-06/2020-09 OP-2020-SPOTS': 130_000,
      'AMBASSADEURS 2020-12-16': 400,
      'CTX_SOUHAIT_RURAL 2020-01/2020-12': 45,
      'CTX_POPULATION_CONFINEMENT 2020-03/2020-05': 6,
    },
  },
  '17_modele_partenaire.xlsx': {
    profile: 'modele-partenaire',
    dateForm: null,
    kind: 'flow',
    rowsRead: 3,
    rowsLeftOut: [{ reason: 'pas renseigné', count: 3 }],
    sums: {},
  },
};
