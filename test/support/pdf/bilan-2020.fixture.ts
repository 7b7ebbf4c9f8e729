import type { BarChart, TimelineChart } from '../../../src/platform/charts/chart.types.js';
import type { DocumentData, Section } from '../../../src/platform/documents/document.types.js';

/** A realistic yearly report, as the bilan feature composes it: the measure of what the engine prints. */
export function bilan2020(): DocumentData {
  return {
    title: 'Bilan 2020 du programme « Oh my Lot ! »',
    author: 'Comité de pilotage « Oh my Lot ! »',
    subject: 'Bilan annuel présenté au comité de pilotage du 16 décembre 2020',
    keywords: 'Lot, attractivité, bilan, indicateurs',
    language: 'fr-FR',
    date: '2020-12-17T09:00:00Z',
    fingerprint: 'b85e26ad5a0d4e7f9c3b1a2d6f8e0c4b7a9d1e3f5c2b8a6d4e0f1c3a5b7d9e2f',
    cover: {
      overline: 'Comité de pilotage du 16 décembre 2020',
      title: 'Bilan 2020',
      subtitle: '« Oh my Lot ! », programme d’attractivité du Lot',
      members:
        'Département, État, communautés de communes, chambres consulaires, Lot\u00a0Tourisme, Pôle\u00a0Emploi, chefs d’entreprise',
      closing: 'Chiffres arrêtés au 16 décembre 2020',
      stamp: null,
    },
    sections: [essential(), indicators(), sheet(), next()],
    footer: '« Oh my Lot ! » · Bilan 2020',
    attachments: [
      {
        name: 'bilan-2020-indicateurs.csv',
        mediaType: 'text/csv',
        relationship: 'Data',
        description: 'Valeurs des indicateurs du bilan 2020',
        content: '\ufeffindicateur;valeur\r\nVISITEURS_STAND;450\r\n',
      },
      {
        name: 'bilan-2020.json',
        mediaType: 'application/json',
        relationship: 'Source',
        description: 'Données sources du bilan 2020',
        content: '{"valeurs":[450]}',
      },
    ],
  };
}

function essential(): Section {
  return {
    name: 'essentiel',
    title: 'L’essentiel',
    listed: true,
    overline: 'L’essentiel',
    heading: 'Malgré la crise sanitaire, les partenaires se sont adaptés et ont agi ensemble',
    lead: 'Des opérations prévues ont été remises en question ; six opérations ont été menées à bien pour soutenir l’économie locale et préparer l’avenir.',
    newPage: true,
    blocks: [
      { kind: 'heading', level: 2, text: 'Les chiffres clés' },
      {
        kind: 'key-figures',
        rows: [
          [
            {
              span: 4,
              qualifier: null,
              number: '450',
              label: 'visiteurs accueillis sur le stand, dont **150** avec un projet de mobilité',
              context: 'Salon du travail, Paris, janvier',
              tone: 'river',
              size: 'normal',
            },
            {
              span: 4,
              qualifier: 'plus de',
              number: '13\u202f000',
              label: 'vues sur les réseaux sociaux',
              context: 'J’achète local, avril',
              tone: 'river',
              size: 'normal',
            },
            {
              span: 4,
              qualifier: 'près de',
              number: '400',
              label: 'ambassadeurs, Lotois de toujours ou néo-Lotois',
              context: 'Réseau, décembre',
              tone: 'river',
              size: 'normal',
            },
          ],
          [
            {
              span: 4,
              qualifier: null,
              number: '250',
              label: 'spots partagés par la population lotoise',
              context: 'Les spots du Lot, été',
              tone: 'river',
              size: 'normal',
            },
            {
              span: 8,
              qualifier: null,
              number: '130\u202f000',
              label: 'sets de table distribués grâce aux restaurateurs',
              context: 'Les spots du Lot, été',
              tone: 'wine',
              size: 'hero',
            },
          ],
        ],
      },
      {
        kind: 'columns',
        columns: [
          {
            span: 6,
            blocks: [
              { kind: 'heading', level: 2, text: 'Ce qui a été mené à bien' },
              {
                kind: 'list',
                ordered: false,
                items: [
                  '**Salon du travail et de la mobilité professionnelle** (Paris, janvier) : réseau de référents accueil mobilisé pour la première fois.',
                  '**« Je soutiens nos producteurs, j’achète local »** (avril), en plein confinement.',
                  '**Les spots du Lot** (été) : ampleur inédite depuis plus de quinze ans.',
                  '**achat-lot.com** (novembre), à l’initiative de la CCI.',
                ],
              },
            ],
          },
          {
            span: 6,
            blocks: [
              { kind: 'heading', level: 2, text: 'Ce qui a été remis en question' },
              {
                kind: 'list',
                ordered: false,
                items: [
                  'Deuxième compétition sport.',
                  'Partenariat avec les comités des fêtes.',
                  'Animation du réseau d’ambassadeurs.',
                ],
              },
              { kind: 'paragraph', style: 'note', text: 'Motif : contexte sanitaire. Liste non exhaustive.' },
              { kind: 'link', to: 'indicateurs', text: 'Voir les six indicateurs' },
            ],
          },
        ],
      },
      {
        kind: 'numbered-cards',
        title: '2021 : quatre objectifs',
        columns: 4,
        tone: 'wine',
        items: [
          'Accueillir et intégrer les nouveaux arrivants',
          'Travailler sur la problématique du logement',
          'Multiplier la prospection auprès des actifs',
          'S’appuyer plus sur les ambassadeurs',
        ],
      },
    ],
  };
}

/** Bars with an uncertain end and a part. */
export function barChart(): BarChart {
  return {
    kind: 'bars',
    id: 'engagement',
    title: 'Près de 400 ambassadeurs en fin d’année',
    subtitle: 'Engagement direct, en nombre de personnes ou de contributions',
    sentence:
      'Graphique en barres. Visiteurs du stand : 450 en 2020, dont 150 avec un projet de mobilité. Ambassadeurs : près de 400. Spots partagés : 250.',
    source: 'Source : communiqué du comité de pilotage, 17 décembre 2020.',
    unit: 'count',
    reference: null,
    bars: [
      { label: 'Visiteurs du stand', value: 450, text: '450', tone: 'main', uncertain: 'none', target: null },
      {
        label: 'dont projet de mobilité',
        value: 150,
        text: '150',
        tone: 'part',
        uncertain: 'none',
        target: null,
      },
      {
        label: 'Ambassadeurs',
        value: 400,
        text: 'près de 400',
        tone: 'main',
        uncertain: 'lower',
        target: null,
      },
      { label: 'Spots partagés', value: 250, text: '250', tone: 'main', uncertain: 'none', target: null },
    ],
    table: {
      caption: 'Engagement direct en 2020',
      columns: [
        { label: 'Indicateur', numeric: false },
        { label: '2020', numeric: true },
      ],
      rows: [
        ['Visiteurs du stand', '450'],
        ['dont projet de mobilité', '150'],
        ['Ambassadeurs', 'près de 400'],
        ['Spots partagés', '250'],
      ],
    },
  };
}

function indicators(): Section {
  const missing = { text: 'n. d.', muted: true };
  const open = { text: 'à fixer', muted: true };
  return {
    name: 'indicateurs',
    title: 'Les indicateurs',
    listed: true,
    overline: 'Les indicateurs',
    heading: 'Six indicateurs suivis en 2020',
    lead: 'Aucune cible n’avait été fixée pour 2020 : celles de 2021 restent à décider.',
    newPage: true,
    blocks: [
      { kind: 'chart', chart: barChart(), height: null, withTable: false },
      {
        kind: 'table',
        title: 'Résultats 2020, rappel 2019 et cibles 2021',
        table: {
          summary:
            'Six indicateurs en lignes ; opération, valeurs 2019 et 2020, évolution et cible 2021 en colonnes.',
          columns: [
            { label: 'Indicateur', width: 146, align: 'left' },
            { label: 'Opération', width: 108, align: 'left' },
            { label: '2019', width: 40, align: 'right' },
            { label: '2020', width: 78, align: 'right' },
            { label: 'Évolution', width: 60, align: 'right' },
            { label: 'Cible 2021', width: 61, align: 'right' },
          ],
          rows: [
            [
              'Visiteurs du stand',
              'Salon du travail, Paris',
              missing,
              { text: '450', bold: true },
              'sans objet',
              open,
            ],
            [
              { text: 'dont projet de mobilité', indent: true },
              'Salon du travail, Paris',
              missing,
              { text: '150', bold: true },
              'sans objet',
              open,
            ],
            [
              'Vues sur les réseaux sociaux',
              'J’achète local',
              missing,
              { text: 'plus de 13 000', bold: true },
              'sans objet',
              open,
            ],
            ['Spots partagés', 'Les spots du Lot', missing, { text: '250', bold: true }, 'sans objet', open],
            [
              'Sets de table distribués',
              'Les spots du Lot',
              missing,
              { text: '130 000', bold: true },
              'sans objet',
              open,
            ],
            ['Ambassadeurs', 'Réseau', missing, { text: 'près de 400', bold: true }, 'sans objet', open],
          ],
        },
      },
      {
        kind: 'paragraph',
        style: 'note',
        text: 'n. d. : non disponible. « Plus de » et « près de » sont repris du communiqué.',
      },
    ],
  };
}

/** A year of operations: months, a season, an unknown end. */
export function timelineChart(): TimelineChart {
  const span = { tone: 'done' as const, openEnd: false };
  return {
    kind: 'timeline',
    id: 'annee',
    title: 'L’opération dans l’année 2020',
    subtitle: 'Opérations menées à bien, à la précision donnée par le communiqué (mois ou saison)',
    sentence:
      'Frise de l’année 2020. Salon du travail à Paris : janvier. J’achète local : à partir d’avril. Les spots du Lot : été. achat-lot.com : novembre.',
    source: 'Source : communiqué du comité de pilotage, 17 décembre 2020.',
    year: 2020,
    spans: [
      { ...span, label: 'Salon du travail, Paris', from: 0, to: 1, text: 'janvier' },
      { ...span, label: 'J’achète local', from: 3, to: 4, text: 'à partir d’avril', openEnd: true },
      { ...span, label: 'Les spots du Lot', from: 5, to: 9, text: 'été', tone: 'highlight' },
      { ...span, label: 'achat-lot.com', from: 10, to: 11, text: 'novembre' },
    ],
    table: {
      caption: 'Opérations de 2020',
      columns: [
        { label: 'Opération', numeric: false },
        { label: 'Période', numeric: false },
      ],
      rows: [
        ['Salon du travail, Paris', 'janvier'],
        ['J’achète local', 'à partir d’avril'],
        ['Les spots du Lot', 'été'],
        ['achat-lot.com', 'novembre'],
      ],
    },
  };
}

function sheet(): Section {
  return {
    name: 'fiche-spots',
    title: 'Fiche : Les spots du Lot',
    listed: true,
    overline: 'Fiche opération',
    heading: 'Les spots du Lot',
    lead: 'Attirer des touristes et de futurs habitants : une communication d’une ampleur inédite depuis plus de quinze ans.',
    newPage: true,
    blocks: [
      {
        kind: 'columns',
        columns: [
          {
            span: 4,
            blocks: [
              {
                kind: 'facts',
                items: [
                  { label: 'Période', value: 'Été 2020' },
                  { label: 'Pilotes', value: 'Département, intercommunalités, Lot Tourisme' },
                  { label: 'Public visé', value: 'Touristes et futurs habitants' },
                  {
                    label: 'Canaux',
                    value: 'Contributions des habitants, sets de table chez les restaurateurs',
                  },
                  { label: 'Statut', value: 'Menée à bien, se poursuit en 2021' },
                ],
              },
            ],
          },
          {
            span: 8,
            blocks: [
              { kind: 'heading', level: 2, text: 'Résultats' },
              {
                kind: 'key-figures',
                rows: [
                  [
                    {
                      span: 6,
                      qualifier: null,
                      number: '250',
                      label: 'spots partagés par la population lotoise',
                      context: '',
                      tone: 'river',
                      size: 'normal',
                    },
                    {
                      span: 6,
                      qualifier: null,
                      number: '130 000',
                      label: 'sets de table distribués grâce aux restaurateurs',
                      context: '',
                      tone: 'wine',
                      size: 'normal',
                    },
                  ],
                ],
              },
              { kind: 'heading', level: 2, text: 'Ce qui a été fait' },
              {
                kind: 'list',
                ordered: false,
                items: [
                  'Le Département, les intercommunalités et Lot Tourisme ont conduit la campagne ensemble.',
                  'Les habitants ont partagé leurs spots ; les restaurateurs ont relayé les sets de table.',
                ],
              },
            ],
          },
        ],
      },
      { kind: 'chart', chart: timelineChart(), height: null, withTable: true },
      {
        kind: 'panel',
        tone: 'wine',
        title: 'Et en 2021 ?',
        paragraphs: ['L’opération se poursuivra avec de nouvelles actions. Cibles à fixer par le comité.'],
      },
    ],
  };
}

function next(): Section {
  return {
    name: 'objectifs',
    title: 'Objectifs 2021, comité et méthode',
    listed: true,
    overline: 'La suite',
    heading: 'Quatre objectifs pour 2021',
    lead: null,
    newPage: true,
    blocks: [
      {
        kind: 'numbered-cards',
        title: null,
        columns: 2,
        tone: 'stone',
        items: [
          'Poursuivre l’accueil et l’intégration des nouveaux arrivants',
          'Travailler sur la problématique du logement',
          'Multiplier les actions de prospection auprès des actifs pour répondre aux besoins du territoire',
          'S’appuyer plus sur le réseau d’ambassadeurs pour faire rayonner le Lot',
        ],
      },
      {
        kind: 'columns',
        columns: [
          {
            span: 5,
            blocks: [
              { kind: 'heading', level: 2, text: 'Le comité de pilotage' },
              {
                kind: 'list',
                ordered: false,
                items: [
                  'Département',
                  'État',
                  'Communautés de communes',
                  'Chambres consulaires',
                  'Lot Tourisme',
                  'Pôle Emploi',
                  'Chefs d’entreprise',
                ],
              },
              {
                kind: 'paragraph',
                style: 'note',
                text: 'Réuni en visioconférence le 16 décembre 2020 pour dresser le bilan de l’année.',
              },
            ],
          },
          {
            span: 7,
            blocks: [
              { kind: 'heading', level: 2, text: 'Méthode et sources' },
              {
                kind: 'paragraph',
                style: 'small',
                text: 'Les chiffres sont ceux du communiqué publié le 17 décembre 2020. Ils sont repris avec leurs qualificatifs, sans arrondi ajouté.',
              },
              {
                kind: 'list',
                ordered: false,
                items: [
                  '**Visiteurs** : les 150 sont compris dans les 450 et ne s’y ajoutent pas.',
                  '**Vues** : total des réseaux sociaux, sans répartition publiée.',
                  '**Contexte** : 45 % des Français aimeraient vivre en milieu rural ; population du Lot en hausse de 6 % pendant le 1^er^ confinement. Ces deux chiffres ne sont pas des résultats du programme.',
                ],
              },
              {
                kind: 'external-links',
                items: [
                  { text: 'choisirlelot.fr, le portail d’attractivité', url: 'https://www.choisirlelot.fr' },
                ],
              },
            ],
          },
        ],
      },
      {
        kind: 'panel',
        tone: 'stone',
        title: 'Données jointes et vérification',
        paragraphs: [
          'Deux pièces jointes contiennent les valeurs de ce bilan : **bilan-2020-indicateurs.csv** et **bilan-2020.json**. Le même jeu de chiffres redonne le même fichier, octet pour octet.',
          'Empreinte des chiffres : **b85e26ad5a0d**. Formats visés : archivage PDF/A-3a, accessibilité PDF/UA-1.',
        ],
      },
    ],
  };
}
