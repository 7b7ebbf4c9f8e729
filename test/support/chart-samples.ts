import { shortMonths } from '../../src/kernel/french-date.rules.js';
import type {
  BarChart,
  ChartDescription,
  LineChart,
  TimelineChart,
} from '../../src/platform/charts/chart.types.js';

const MONTHS = [...shortMonths()];

function base(id: string, title: string) {
  const table = { caption: title, columns: [], rows: [] };
  return { id, title, subtitle: 'En nombre', sentence: `${title} : les valeurs.`, source: null, table };
}

type Bar = BarChart['bars'][number];

/** One bar, exact and without target unless told. */
export function bar(label: string, value: number, text: string, more: Partial<Bar> = {}): Bar {
  return { label, value, text, tone: 'main', uncertain: 'none', target: null, ...more };
}

export function barChart(id: string, bars: Bar[], more: Partial<BarChart> = {}): BarChart {
  return { ...base(id, `Graphique ${id}`), kind: 'bars', unit: 'count', bars, reference: null, ...more };
}

type Span = TimelineChart['spans'][number];

export function span(
  label: string,
  from: number | null,
  to: number | null,
  text: string,
  more: Partial<Span> = {},
): Span {
  return { label, from, to, text, tone: 'done', openEnd: false, ...more };
}

export function timeline(id: string, spans: Span[]): TimelineChart {
  return { ...base(id, `Chronologie ${id}`), kind: 'timeline', year: 2020, spans };
}

type Series = LineChart['series'][number];

export function series(label: string, values: (number | null)[], more: Partial<Series> = {}): Series {
  const points = values.map((value) =>
    value === null ? null : { value, text: String(value), provisional: false },
  );
  return { label, style: 'main', points, ...more };
}

export function lineChart(
  id: string,
  labels: string[],
  lines: Series[],
  more: Partial<LineChart> = {},
): LineChart {
  return { ...base(id, `Évolution ${id}`), kind: 'line', unit: 'count', labels, series: lines, ...more };
}

/** The four comparable results of 2020. */
export const RESULTS_2020 = barChart('resultats', [
  bar('Visiteurs du stand', 450, '450'),
  bar('dont projet de mobilité', 150, '150', { tone: 'part' }),
  bar('Ambassadeurs', 400, 'près de 400', { uncertain: 'lower' }),
  bar('Spots partagés', 250, '250'),
]);

/** The nine operations of 2020. */
export const YEAR_2020 = timeline('annee', [
  span('Lancement du portail d’attractivité choisirlelot.fr', null, null, '2020, mois non précisé'),
  span('Salon du travail et de la mobilité professionnelle', 0, 1, '450 visiteurs accueillis sur le stand'),
  span('Appropriation de la marque', 0, 12, 'en continu', { tone: 'ongoing' }),
  span('Je soutiens nos producteurs, j’achète local', 3, 4, 'plus de 13\u202f000 vues', { openEnd: true }),
  span('achat-lot.com', 10, 11, 'novembre'),
  span('Les spots du Lot', 5.67, 8.7, '250 spots, 130\u202f000 sets de table', { tone: 'highlight' }),
  span('Deuxième compétition sport', 7, 9, 'remise en question', { tone: 'hatched' }),
  span('Partenariat avec les comités des fêtes', 0, 12, 'remise en question', { tone: 'hatched' }),
  span('Animation du réseau d’ambassadeurs', null, null, 'remise en question', { tone: 'hatched' }),
]);

const LONG =
  'Demandes de renseignements reçues par le réseau de référents accueil et traitées en moins de huit jours';

/** Descriptions that broke, or would break, a hasty drawing. */
export const CHART_SAMPLES: ChartDescription[] = [
  RESULTS_2020,
  YEAR_2020,
  barChart(
    'cibles',
    [
      bar('Vues sur les réseaux sociaux', 130, 'plus de 130\u00a0%', { uncertain: 'upper' }),
      bar('Spots partagés', 83, '83\u00a0%', { tone: 'watch' }),
      bar('Sets de table distribués par les restaurateurs', 108, '108\u00a0%'),
      bar('Environ', 60, 'environ 60\u00a0%', { uncertain: 'both', tone: 'muted' }),
    ],
    { unit: 'percent', reference: { value: 100, label: 'cible' } },
  ),
  barChart('losanges', [
    bar('Visiteurs', 450, '450', { target: { value: 500, text: 'cible 500' } }),
    bar('Ambassadeurs', 400, 'près de 400', {
      uncertain: 'lower',
      target: { value: 420, text: 'cible 420' },
    }),
    bar('Rien encore', 0, '0', { target: { value: 300, text: 'cible 300' } }),
    bar('Dépassée', 350, '350', { target: { value: 200, text: 'cible 200' } }),
  ]),
  barChart('longs', [
    bar(LONG, 12_345_678, 'plus de 12\u202f345\u202f678 demandes de renseignements', { uncertain: 'upper' }),
    bar('Anticonstitutionnellement'.repeat(6), 9_000_000, '9\u00a0millions'),
    bar('< & « "Court" » 🌻', 3, '3'),
  ]),
  barChart('une', [bar('Visiteurs', 1, '1')]),
  barChart('aucune', []),
  barChart(
    'quarante',
    Array.from({ length: 40 }, (_, index) =>
      bar(`Opération ${index + 1} du programme`, (index * 7919) % 1000, '12\u202f345'),
    ),
  ),
  barChart('zeros', [bar('A', 0, '0'), bar('B', 0, 'moins de 1', { uncertain: 'lower' })]),
  barChart('enormes', [
    bar('Budget', 9_007_199_254_740_991, '9\u202f007\u202f199\u202f254\u202f740\u202f991\u00a0€'),
  ]),
  barChart('baisse', [bar('Hausse', 25, '+25\u00a0%'), bar('Baisse', -12, '−12\u00a0%')], {
    unit: 'percent',
  }),
  barChart('petites', [bar('Taux', 0.25, '0,25'), bar('Autre', 0.5, '0,5')]),
  lineChart('mois', MONTHS, [
    series('2020', [210, 235, 242, 248, null, 270, 300, 330, 355, 372, 388, 400]),
    series('2019', [90, 97, 110, 118, 130, 140, 150, 160, 170, 180, 195, 399], { style: 'previous' }),
    series('Cible', Array<number>(12).fill(401), { style: 'target' }),
  ]),
  lineChart(
    'trois-ans',
    Array.from({ length: 36 }, (_, index) => `${MONTHS[index % 12]} ${2018 + Math.floor(index / 12)}`),
    [
      series(
        'Visites du portail d’attractivité du département',
        Array.from({ length: 36 }, (_, index) =>
          index % 11 === 5 ? null : 120_000 + ((index * 7919) % 60_000),
        ),
      ),
    ],
  ),
  lineChart(
    'tout-ensemble',
    MONTHS,
    [
      series('2024', [204, 220, 240, 260, 280, 300, 320, 340, 360, 390, 410, 520]),
      series('2023', [null, null, null, null, null, null, null, null, null, 130, 150, 260], {
        style: 'previous',
      }),
      series(
        'Attendu',
        MONTHS.map((_, index) => 500 - (11 - index) * 42),
        { style: 'expected' },
      ),
      series('Cible', Array<number>(12).fill(500), { style: 'target' }),
    ],
    {
      events: [
        { mark: 'A', at: 0, label: 'janvier\u00a0: lancement' },
        { mark: 'B', at: 0.1, label: `du 3 au 5 janvier\u00a0: ${LONG}` },
        { mark: 'C', at: 10.9, label: '30 décembre\u00a0: clôture' },
        { mark: 'D', at: 11, label: '31 décembre\u00a0: inventaire' },
      ],
    },
  ),
  {
    ...timeline('annee-et-reperes', [...YEAR_2020.spans]),
    events: [
      { mark: 'A', at: 2.5, label: 'du 17 mars au 11 mai\u00a0: premier confinement' },
      { mark: 'B', at: 11.99, label: `31 décembre\u00a0: ${LONG}` },
    ],
  },
  lineChart('vide', MONTHS, [series('2020', Array<null>(12).fill(null))]),
  lineChart('un-point', ['2020'], [series('Ambassadeurs', [400])]),
  lineChart('sans-libelle', [], []),
  timeline('aucune-operation', []),
  timeline('fin-ouverte', [
    span('Tardive', 11.9, null, 'depuis décembre', { openEnd: true, tone: 'ongoing' }),
  ]),
  timeline(
    'trente',
    Array.from({ length: 30 }, (_, index) =>
      span(`${LONG} n° ${index + 1}`, index % 11, (index % 11) + 1 + (index % 3), LONG.slice(0, 46), {
        tone: 'muted',
      }),
    ),
  ),
];
