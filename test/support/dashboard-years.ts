import type { DashboardInput } from '../../src/dashboard/dashboard.presenter.js';
import type { Figure, SeriesPoint, YearFigures } from '../../src/figures/figures.types.js';
import { slug } from '../../src/kernel/french-text.rules.js';
import { buildOperation, exercice, knownPeriod, UNKNOWN } from './domain-builders.js';
import { amountOf, buildFigure, type FigureSketch } from './figure-builder.js';

const SOURCE = 'Communiqué du 17 décembre 2020';

/** Two hundred characters of a name that nobody shortened, with what HTML must escape. */
export const LONG_NAME =
  'Soutien aux « producteurs & artisans » du territoire <Causses> et promotion "des circuits courts" '.repeat(
    2,
  ) + 'FIN';

/** A year made of these figures; each campaign gets those that name it. */
export function yearOfFigures(
  sketches: readonly FigureSketch[],
  monthly: ReadonlyMap<string, SeriesPoint[]> = new Map(),
): YearFigures {
  const wholes = sketches.map((sketch) => buildFigure(sketch));
  const figures = wholes.flatMap((figure) => [figure, ...figure.subsets]);
  const byCampaign = new Map<string, Figure[]>();
  for (const figure of wholes) {
    for (const { code } of figure.campaigns) byCampaign.set(code, [...(byCampaign.get(code) ?? []), figure]);
  }
  return {
    year: 2020,
    comparedWith: null,
    period: { start: '2020-01-01', end: '2020-12-31' },
    at: '2020-12-31',
    figures,
    byCampaign,
    monthly: new Map(monthly),
    monthlyTargets: new Map(),
    lastChange: '2020-12-17T09:00:00Z',
  };
}

const within = (code: string, name: string): NonNullable<FigureSketch['campaign']> => ({
  code,
  slug: slug(code),
  name,
  shortName: name,
});
const context = (code: string, label: string, value: number, signed: boolean): FigureSketch => ({
  code,
  name: `Contexte ${code}`,
  label: [label, label],
  value,
  symbol: '%',
  signed,
  nature: 'context',
  keyFigure: false,
  note: 'source non précisée dans le communiqué',
});

/** 2020 as the press release tells it: no target, no 2019, sources missing where they are. */
export function pressYear(): DashboardInput {
  const spots = { campaign: within('OP-SPOTS', 'Les spots du Lot'), period: '2020-ete', source: SOURCE };
  return {
    events: [],
    year: 2020,
    years: [2020],
    measured: [2020],
    labels: new Map(),
    exercice,
    campaigns: [
      buildOperation('OP-SALON', { name: 'Salon du travail, Paris', place: 'Paris' }),
      buildOperation('OP-SPOTS', {
        name: 'Les spots du Lot',
        period: knownPeriod('2020-ete'),
      }),
      buildOperation('OP-FETES', {
        name: 'Partenariat avec les comités des fêtes',
        status: 'in_question',
        statusReason: 'contexte sanitaire',
        period: UNKNOWN,
      }),
    ],
    objectives: { year: 2021, items: ['travailler sur la problématique du logement'] },
    figures: yearOfFigures([
      {
        code: 'VISITEURS_STAND',
        name: 'Visiteurs accueillis sur le stand',
        shortName: 'Visiteurs du stand',
        label: ['visiteur accueilli sur le stand', 'visiteurs accueillis sur le stand'],
        narrative: 'visiteurs ont été accueillis sur le stand',
        value: 450,
        campaign: within('OP-SALON', 'Salon du travail, Paris'),
        period: '2020-01',
        source: SOURCE,
        subsets: [
          {
            code: 'PROJET',
            shortName: 'Projet de mobilité',
            label: ['avec un projet', 'avec un projet'],
            value: 150,
          },
        ],
      },
      { code: 'VUES', label: ['vue', 'vues'], value: 13_000, qualifier: 'more_than', source: SOURCE },
      { code: 'SPOTS', label: ['spot partagé', 'spots partagés'], value: 250, ...spots },
      { code: 'SETS', label: ['set de table', 'sets de table'], value: 130_000, ...spots },
      {
        code: 'AMBASSADEURS',
        label: ['ambassadeur', 'ambassadeurs'],
        value: 400,
        qualifier: 'nearly',
        source: SOURCE,
      },
      context('CTX_RURAL', 'des Français aimeraient vivre en milieu rural', 45, false),
      context('CTX_POPULATION', 'de population pendant le premier confinement', 6, true),
    ]),
  };
}

const months = (): SeriesPoint[] =>
  Array.from({ length: 12 }, (_, index) => {
    const absent = index === 4;
    return {
      period: `2020-${String(index + 1).padStart(2, '0')}`,
      amount: absent ? null : amountOf(100 + index * 13),
      absence: absent ? 'not_communicated' : null,
      text: absent ? '' : String(100 + index * 13),
      marking: index === 11 ? 'provisional' : 'final',
    };
  });

/** A year with everything at once: targets reached and missed, absences, long names, 30 operations, markup in texts. */
export function busyYear(): DashboardInput {
  const sketches: FigureSketch[] = Array.from({ length: 24 }, (_, index) => ({
    code: `IND_${index}`,
    name: index % 5 === 0 ? `${LONG_NAME} ${index}` : `Indicateur ${index}`,
    shortName: `Indicateur ${index}`,
    label: ['visite', 'visites'],
    keyFigure: index < 8,
    value: index % 6 === 5 ? null : (index + 1) * 97,
    absence: index % 6 === 5 ? { kind: 'not_communicated', note: 'attendu <en janvier>' } : null,
    empty: index % 6 === 5 ? 'absent' : null,
    target: index % 3 === 0 ? (index + 1) * 110 : index % 3 === 1 ? (index + 1) * 80 : undefined,
    marking: index % 7 === 3 ? 'provisional' : 'final',
    qualifier: index % 8 === 1 ? 'about' : 'exact',
    campaign: index % 2 === 0 ? within(`OP-${index}`, `Opération ${index}`) : undefined,
    definition: index % 2 === 0 ? 'ce qui est compté, et comment' : null,
    source: index % 4 === 0 ? null : 'Relevé des partenaires',
  }));
  return {
    events: [],
    year: 2020,
    years: [2019, 2020, 2021],
    measured: [2019, 2020, 2021],
    labels: new Map(),
    exercice: { ...exercice, state: 'open', closingDate: null, headline: null, summary: null },
    campaigns: Array.from({ length: 30 }, (_, index) =>
      buildOperation(`OP-${index}`, {
        position: index + 1,
        name: index % 4 === 0 ? `${LONG_NAME} ${index}` : `Opération ${index}`,
        shortName: `Opération ${index}`,
        status: (['completed', 'ongoing', 'postponed', 'cancelled', 'planned', 'suspended'] as const)[
          index % 6
        ],
        statusReason: index % 6 === 2 ? 'budget' : null,
        period: knownPeriod(`2020-${String((index % 12) + 1).padStart(2, '0')}`),
      }),
    ),
    objectives: { year: 2021, items: [] },
    figures: yearOfFigures(sketches, new Map([['IND_0', months()]])),
  };
}

/** A year of which nothing is known yet. */
export function emptyYear(): DashboardInput {
  return {
    events: [],
    year: 2020,
    years: [2020],
    measured: [2020],
    labels: new Map(),
    exercice: { ...exercice, state: 'open', closingDate: null, headline: null, summary: null },
    campaigns: [],
    objectives: null,
    figures: yearOfFigures([]),
  };
}

/** A year where every figure is missing, each for its reason. */
export function absentYear(): DashboardInput {
  const kinds = ['not_communicated', 'not_available', 'not_applicable', 'suppressed'] as const;
  const sketches = kinds.map((kind): FigureSketch => ({
    code: kind,
    name: `Indicateur ${kind}`,
    value: null,
    absence: { kind, note: null },
    empty: 'absent',
  }));
  return {
    ...emptyYear(),
    figures: yearOfFigures([...sketches, { code: 'NONE', name: 'Sans relevé', value: null }]),
  };
}
