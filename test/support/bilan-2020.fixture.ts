import type { BilanCampaign, BilanData } from '../../src/bilan/bilan.types.js';
import { slug } from '../../src/kernel/french-text.rules.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import type { Period } from '../../src/kernel/period.types.js';
import { buildFigure, type FigureSketch } from './figure-builder.js';
import { lineOfFigure } from './line-of-figure.js';

const SOURCE = 'Communiqué du comité de pilotage, 17 décembre 2020';
const UNKNOWN: Period = { start: null, end: null, precision: 'unknown' };

/** An operation of 2020 of which only what matters to a test is said. */
export function buildCampaign(code: string, name: string, more: Partial<BilanCampaign> = {}): BilanCampaign {
  return {
    code,
    slug: slug(code),
    name,
    shortName: name,
    status: 'completed',
    statusReason: null,
    period: parsePeriodText('2020') ?? UNKNOWN,
    openEnd: false,
    place: null,
    audience: null,
    purpose: null,
    facts: [],
    appreciation: null,
    continuation: null,
    follows: null,
    channels: [],
    partners: [],
    link: null,
    note: null,
    ...more,
  };
}

const period = (text: string): Period => parsePeriodText(text) ?? UNKNOWN;
const stopped = { status: 'in_question', statusReason: 'contexte sanitaire', period: UNKNOWN } as const;
const body = (
  name: string,
  nameInSentence: string,
): { code: string; name: string; nameInSentence: string } => ({
  code: slug(name).toUpperCase(),
  name,
  nameInSentence,
});

const CAMPAIGNS: BilanCampaign[] = [
  buildCampaign('OP-2020-PORTAIL', 'Lancement du portail d’attractivité choisirlelot.fr', {
    shortName: 'Portail choisirlelot.fr',
    channels: [{ code: 'site_web', label: 'Site web' }],
    link: 'https://www.choisirlelot.fr',
    note: 'lot.fr citait déjà la mise en ligne du portail le 20 décembre 2019 : date à confirmer.',
  }),
  buildCampaign('OP-2020-SALON-PARIS', 'Salon du travail et de la mobilité professionnelle', {
    shortName: 'Salon du travail, Paris',
    period: period('2020-01'),
    place: 'Paris',
    audience: 'Franciliens',
    facts: ['Le réseau de référents accueil a été mobilisé pour la première fois.'],
    channels: [{ code: 'salon', label: 'Salon' }],
    partners: [{ ...body('Réseau de référents accueil', 'le réseau de référents accueil'), role: 'partner' }],
  }),
  buildCampaign('OP-2020-APPROPRIATION', 'Appropriation de la marque par les acteurs locaux', {
    shortName: 'Appropriation de la marque',
    status: 'continuous',
    facts: [
      'Les Flagrants Délires ont composé la chanson « Oh my Lot ! ».',
      'Événements culturels, supports d’entreprises et maillots de sport ont porté la marque.',
    ],
    channels: [
      { code: 'chanson', label: 'Chanson' },
      { code: 'evenements_culturels', label: 'Événements culturels' },
    ],
  }),
  buildCampaign('OP-2020-PRODUCTEURS', 'Je soutiens nos producteurs, j’achète local', {
    shortName: 'J’achète local',
    period: { start: '2020-04-01', end: null, precision: 'month' },
    openEnd: true,
    purpose: 'soutenir les agriculteurs et inciter les Lotois à acheter local',
    audience: 'Lotois',
    appreciation: 'a rencontré un franc succès',
    channels: [{ code: 'reseaux_sociaux', label: 'Réseaux sociaux' }],
  }),
  buildCampaign('OP-2020-SPOTS', 'Les spots du Lot', {
    period: period('2020-ete'),
    purpose: 'attirer des touristes et de futurs habitants',
    audience: 'Touristes et futurs habitants',
    appreciation: 'communication d’une ampleur inédite depuis plus de quinze ans',
    continuation: 'se poursuivra en 2021 avec de nouvelles actions',
    facts: [
      'Le Département, les intercommunalités et Lot Tourisme ont conduit la campagne ensemble.',
      'La population lotoise a partagé ses spots ; les restaurateurs ont relayé les sets de table.',
    ],
    channels: [
      { code: 'contribution_habitants', label: 'Contributions des habitants' },
      { code: 'sets_de_table', label: 'Sets de table' },
    ],
    partners: [
      { ...body('Département', 'le Département'), role: 'lead' },
      { ...body('Intercommunalités', 'les intercommunalités'), role: 'lead' },
      { ...body('Lot Tourisme', 'Lot Tourisme'), role: 'lead' },
      { ...body('Restaurateurs', 'les restaurateurs'), role: 'relay' },
    ],
  }),
  buildCampaign('OP-2020-ACHATLOT', 'Promotion de la plateforme achat-lot.com', {
    shortName: 'achat-lot.com',
    period: period('2020-11'),
    follows: 'J’achète local',
    link: 'https://www.achat-lot.com',
    facts: ['La bannière « Oh my Lot ! » est commune aux acteurs.'],
    partners: [{ ...body('Chambre de commerce et d’industrie (CCI)', 'la CCI'), role: 'initiator' }],
  }),
  buildCampaign('OP-2020-COMPETITION-2', 'Deuxième compétition sport', stopped),
  buildCampaign('OP-2020-COMITES-FETES', 'Partenariat avec les comités des fêtes', stopped),
  buildCampaign('OP-2020-ANIMATION-AMBASSADEURS', 'Animation du réseau d’ambassadeurs', stopped),
];

const within = (code: string): { code: string; slug: string; name: string; shortName: string } => {
  const { name, shortName } = CAMPAIGNS.find((campaign) => campaign.code === code) ?? {
    name: '',
    shortName: '',
  };
  return { code, slug: slug(code), name, shortName };
};
const visitors: FigureSketch = {
  code: 'VISITEURS_STAND',
  name: 'Visiteurs accueillis sur le stand',
  shortName: 'Visiteurs du stand',
  label: ['visiteur accueilli sur le stand', 'visiteurs accueillis sur le stand'],
  narrative: 'visiteurs ont été accueillis sur le stand',
  value: 450,
  unit: 'personne',
  nature: 'attendance',
  campaign: within('OP-2020-SALON-PARIS'),
  period: '2020-01',
  source: SOURCE,
  definition: 'Personnes accueillies, une même personne pouvant être comptée à chaque passage.',
  subsets: [
    {
      code: 'VISITEURS_PROJET_MOBILITE',
      name: 'Visiteurs avec un projet de mobilité',
      shortName: 'Projet de mobilité',
      label: ['avec un projet de mobilité', 'avec un projet de mobilité'],
      value: 150,
      unit: 'personne',
      keyFigure: false,
    },
  ],
};
const spots = { campaign: within('OP-2020-SPOTS'), period: '2020-ete', source: SOURCE };
const SKETCHES: FigureSketch[] = [
  visitors,
  {
    code: 'VUES_RESEAUX',
    name: 'Vues sur les réseaux sociaux',
    label: ['vue sur les réseaux sociaux', 'vues sur les réseaux sociaux'],
    value: 13_000,
    qualifier: 'more_than',
    unit: 'vue',
    campaign: within('OP-2020-PRODUCTEURS'),
    period: '2020-04',
    source: SOURCE,
    definition: 'Total des réseaux sociaux, sans répartition publiée.',
  },
  {
    code: 'SPOTS_PARTAGES',
    name: 'Spots partagés par la population',
    shortName: 'Spots partagés',
    label: ['spot partagé par la population lotoise', 'spots partagés par la population lotoise'],
    value: 250,
    unit: 'spot',
    ...spots,
  },
  {
    code: 'SETS_DE_TABLE',
    name: 'Sets de table',
    label: ['set de table', 'sets de table'],
    value: 130_000,
    unit: 'exemplaire',
    ...spots,
  },
  {
    code: 'AMBASSADEURS',
    name: 'Ambassadeurs',
    label: ['ambassadeur', 'ambassadeurs'],
    value: 400,
    qualifier: 'nearly',
    unit: 'personne',
    nature: 'stock',
    period: '2020-12-16',
    source: SOURCE,
    definition: 'Effectif du réseau à la date du comité.',
  },
  {
    code: 'CTX_SOUHAIT_RURAL',
    name: 'Français qui aimeraient vivre en milieu rural',
    label: ['des Français aimeraient vivre en milieu rural', 'des Français aimeraient vivre en milieu rural'],
    value: 45,
    symbol: '%',
    nature: 'context',
    keyFigure: false,
  },
  {
    code: 'CTX_POPULATION_CONFINEMENT',
    name: 'Évolution de la population du Lot pendant le premier confinement',
    label: [
      'de population dans le Lot pendant le premier confinement',
      'de population dans le Lot pendant le premier confinement',
    ],
    value: 6,
    symbol: '%',
    signed: true,
    nature: 'context',
    keyFigure: false,
  },
];

const FIGURES = SKETCHES.flatMap((sketch) => {
  const figure = buildFigure(sketch);
  return [figure, ...figure.subsets];
});

type Member = BilanData['members'][number];
const member = (name: string, nameInSentence: string, people: string[] = []): Member => ({
  organisation: slug(name).toUpperCase(),
  kind: 'groupe',
  name,
  nameInSentence,
  position: 1,
  people,
});

/** What the press release of 17 December 2020 says, as a bilan needs it. */
export function bilan2020(): BilanData {
  return structuredClone({
    year: 2020,
    period: { start: '2020-01-01', end: '2020-12-31' },
    programme: {
      code: 'OML',
      name: 'Oh my Lot !',
      tagline: 'programme d’attractivité du Lot',
      purpose: 'séduire de nouveaux habitants et faire mieux connaître et reconnaître le territoire',
      carriedBy: 'un collectif d’acteurs publics et privés',
      links: [
        { label: 'choisirlelot.fr', url: 'https://www.choisirlelot.fr', audience: 'public' },
        { label: 'oh-my-lot.fr', url: 'https://www.oh-my-lot.fr', audience: 'partners' },
      ],
      sourceStatement: 'Les chiffres sont ceux du communiqué publié le 17 décembre 2020.',
      licence: null,
    },
    exercice: {
      closingDate: '2020-12-16',
      headline: 'Malgré la crise sanitaire, les partenaires se sont adaptés et ont agi ensemble',
      summary: null,
      questionedListIsPartial: true,
    },
    meeting: {
      code: 'COPIL-2020-12',
      year: 2020,
      date: '2020-12-16',
      modality: 'remote',
      place: null,
      purpose: 'dresser le bilan 2020',
    },
    members: [
      member('Département', 'le Département'),
      member('État', 'l’État'),
      member('Communautés de communes', 'les communautés de communes'),
      member('Chambres consulaires', 'les chambres consulaires'),
      member('Lot Tourisme', 'Lot Tourisme'),
      member('Pôle Emploi', 'Pôle Emploi'),
      member('Chefs d’entreprise', 'quelques chefs d’entreprise', [
        'Florence RAYNAL',
        'Patrick JEANJEAN',
        'Christophe SCIAUX',
        'Dorothée DUBUISSON',
        'Sabine BALDÈS',
        'Didier GANIL',
        'Pascal PICHOUTOU',
        'Olivier GODON',
      ]),
    ],
    campaigns: CAMPAIGNS,
    figures: FIGURES,
    byCampaign: ['OP-2020-SALON-PARIS', 'OP-2020-PRODUCTEURS', 'OP-2020-SPOTS'].map((code) => ({
      code,
      figures: FIGURES.filter((figure) => figure.campaigns.some((campaign) => campaign.code === code)),
    })),
    monthly: [],
    monthlyTargets: [],
    previousMonths: null,
    events: [],
    objectives: [],
    nextObjectives: [
      [
        'poursuivre l’accueil et l’intégration des nouveaux arrivants',
        'Accueillir et intégrer les nouveaux arrivants',
      ],
      ['travailler sur la problématique du logement', 'Travailler sur la problématique du logement'],
      [
        'multiplier les actions de prospection auprès des actifs pour répondre aux besoins du territoire',
        'Multiplier la prospection auprès des actifs',
      ],
      [
        's’appuyer plus sur le réseau d’ambassadeurs pour faire rayonner le Lot',
        'S’appuyer plus sur les ambassadeurs',
      ],
    ].map(([text = '', shortText = ''], index) => ({
      rank: index + 1,
      text,
      shortText,
      meetingCode: 'COPIL-2020-12',
    })),
    rows: FIGURES.map(lineOfFigure),
    lastChange: '2020-12-17T09:00:00Z',
  });
}
