import type { BilanCampaign, BilanData } from '../../src/bilan/bilan.types.js';
import { ABSENCES, QUALIFIERS } from '../../src/kernel/figure.types.js';
import type { CampaignStatus } from '../../src/campaigns/campaign.types.js';
import { bilan2020, buildCampaign } from './bilan-2020.fixture.js';
import { amountOf, buildFigure, type FigureSketch } from './figure-builder.js';

const LONG =
  'Semaine de l’accueil & des <nouveaux arrivants> dans les bourgs, les fermes et les ateliers du territoire 🎉, '
    .repeat(2)
    .slice(0, 200);
const STATUSES: CampaignStatus[] = [
  'completed',
  'completed',
  'continuous',
  'in_question',
  'cancelled',
  'ongoing',
  'postponed',
];
const two = (value: number): string => String(value).padStart(2, '0');

function campaign(index: number): BilanCampaign {
  const month = (index % 12) + 1;
  const status = STATUSES[index % STATUSES.length] ?? 'completed';
  return buildCampaign(`OP-${index}`, index % 5 === 0 ? LONG : `Opération n° ${index} & suite <b>`, {
    shortName: index % 7 === 0 ? LONG.slice(0, 90) : `Opération ${index}`,
    status,
    statusReason: status === 'cancelled' ? 'budget' : status === 'in_question' ? 'contexte sanitaire' : null,
    period: { start: `2020-${two(month)}-03`, end: `2020-${two(month)}-25`, precision: 'range' },
    place: 'Cahors',
    purpose: index % 3 === 0 ? LONG : null,
    facts: Array.from({ length: index % 6 }, (_, fact) => `Fait ${fact} : ${LONG.slice(0, 40 + fact * 25)}`),
    continuation: index % 4 === 0 ? 'se poursuivra en 2021' : null,
    channels: [{ code: 'a', label: 'Réseaux sociaux' }],
    partners: Array.from({ length: index % 9 }, (_, partner) => ({
      code: `P${partner}`,
      name: `Communauté de communes n° ${partner}`,
      nameInSentence: `la communauté de communes n° ${partner}`,
      role: partner === 0 ? ('lead' as const) : ('partner' as const),
    })),
    note: index % 2 === 0 ? '* à ^vérifier^ **avant** publication' : null,
  });
}

function sketch(index: number, campaigns: readonly BilanCampaign[]): FigureSketch {
  const held = campaigns[index % campaigns.length] as BilanCampaign;
  const qualifier = QUALIFIERS[index % QUALIFIERS.length] ?? 'exact';
  const value = [12, 340, 5_600, 78_000, 910_000, 2_000_000][index % 6] ?? 1;
  const common = {
    code: `IND_${index}`,
    name: index % 6 === 5 ? LONG : `Indicateur ${index}`,
    label: [`unité n° ${index}`, `unités n° ${index}`] as [string, string],
    keyFigure: index % 2 === 0,
    source: `Source ${index % 5}`,
    definition: index % 3 === 0 ? `Définition de l’indicateur ${index}, ${LONG}` : null,
  };
  if (index % 10 === 9)
    return {
      ...common,
      absence: { kind: ABSENCES[index % 4] ?? 'not_available', note: 'attendu en janvier' },
    };
  return {
    ...common,
    value,
    valueMax: qualifier === 'between' ? value * 2 : undefined,
    qualifier,
    marking: index % 7 === 0 ? 'provisional' : 'final',
    target: index % 3 === 0 ? value + 40 : undefined,
    campaign: { code: held.code, slug: held.slug, name: held.name, shortName: held.shortName },
    period: '2020',
    subsets:
      index % 5 === 0
        ? [{ code: `PART_${index}`, label: ['en projet', 'en projet'], value: Math.floor(value / 3) }]
        : [],
  };
}

/** A year that has everything in quantity: 30 operations, 24 indicators, 60 members, targets, absences, odd characters. */
export function largeBilan(operations = 30, indicators = 24, members = 60): BilanData {
  const base = bilan2020();
  const campaigns = Array.from({ length: operations }, (_, index) => campaign(index));
  const figures = (
    operations === 0 ? [] : Array.from({ length: indicators }, (_, index) => sketch(index, campaigns))
  ).flatMap((one) => {
    const figure = buildFigure(one);
    return [figure, ...figure.subsets];
  });
  return {
    ...base,
    programme: { ...base.programme, name: 'Lot & <Garonne> 🎉', licence: 'Licence Ouverte 2.0 (etalab-2.0)' },
    exercice: { ...base.exercice, headline: LONG.slice(0, 140) },
    campaigns,
    figures,
    byCampaign: campaigns.map(({ code }) => ({
      code,
      figures: figures.filter((figure) => figure.campaigns.some((held) => held.code === code)),
    })),
    monthlyTargets: [],
    previousMonths: null,
    events: [],
    monthly: figures.slice(0, 3).map((figure) => ({
      code: figure.indicator.code,
      points: Array.from({ length: 12 }, (_, month) => ({
        period: `2020-${two(month + 1)}`,
        amount: month === 4 ? null : amountOf(100 * (month + 1)),
        absence: month === 4 ? ('not_communicated' as const) : null,
        text: '',
        marking: month > 9 ? ('provisional' as const) : ('final' as const),
      })),
    })),
    members: Array.from({ length: members }, (_, index) => ({
      organisation: `M${index}`,
      kind: 'groupe',
      name: `Membre n° ${index} du comité & partenaires`,
      nameInSentence: `le membre n° ${index}`,
      position: index,
      people: index % 20 === 19 ? ['Jeanne DUPONT', 'Luc D’ARTAGNAN'] : [],
    })),
    objectives: base.nextObjectives,
    nextObjectives: Array.from({ length: 9 }, (_, index) => ({
      rank: index + 1,
      text: `objectif ${index} : ${LONG.slice(0, 120)}`,
      shortText: `Objectif ${index}, en peu de mots`,
      meetingCode: null,
    })),
    rows: [],
  };
}
