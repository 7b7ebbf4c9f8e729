import type { Campaign } from '../../src/campaigns/campaign.types.js';
import { campaignWords } from '../../src/campaigns/campaigns.rules.js';
import type { Figure } from '../../src/figures/figures.types.js';
import type { Indicator } from '../../src/indicators/indicator.types.js';
import { slug } from '../../src/kernel/french-text.rules.js';
import { parsePeriodText } from '../../src/kernel/period.rules.js';
import type { Period } from '../../src/kernel/period.types.js';
import type { Exercice, Programme } from '../../src/programme/programme.types.js';

/** Nothing is known of when. */
export const UNKNOWN: Period = { start: null, end: null, precision: 'unknown' };
/** `2020-04`, `2020-ete`: a period that the test knows to be well written. */
export const knownPeriod = (text: string): Period => parsePeriodText(text) ?? UNKNOWN;

/** An operation of which only what matters to a test is said. */
export function buildOperation(code: string, more: Partial<Campaign> = {}): Campaign {
  const status = more.status ?? 'completed';
  const statusReason = more.statusReason ?? null;
  const period = more.period ?? knownPeriod('2020-01');
  return {
    id: 1,
    code,
    slug: slug(code),
    year: 2020,
    position: 1,
    name: code,
    shortName: more.name ?? code,
    status,
    statusReason,
    statusSince: null,
    openEnd: false,
    place: null,
    audience: null,
    purpose: null,
    facts: [],
    appreciation: null,
    continuation: null,
    followsCode: null,
    channels: [],
    partners: [],
    link: null,
    note: null,
    updatedAt: '2020-12-17T08:00:00Z',
    ...more,
    ...campaignWords(period, { status, statusReason }),
  };
}

/** What most indicators do not say. */
const PLAIN_INDICATOR = {
  numerator: null,
  denominator: null,
  factor: 1,
  chainAfter: null,
  exhaustive: false,
  carryMaxDays: null,
  restartsOn: null,
  costKind: null,
  method: null,
  producer: null,
  owner: null,
  frequency: null,
  dueDays: null,
  version: 1,
  validFrom: null,
  retiredOn: null,
} as const satisfies Partial<Indicator>;

/** The definition behind a figure. */
export function indicatorOf(figure: Figure, more: Partial<Indicator> = {}): Indicator {
  const { code, name, shortName, nature, keyFigure, unit, definition, note, wording } = figure.indicator;
  return {
    ...wording,
    id: 1,
    code,
    slug: slug(code),
    position: 1,
    name,
    shortName,
    sentenceOne: null,
    sentenceOther: null,
    unit,
    nature,
    aggregationTime: 'sum',
    aggregationTerritory: 'sum',
    aggregationChannel: 'sum',
    direction: 'up',
    chainLevel: nature === 'context' ? 'context' : 'output',
    keyFigure,
    overlapping: false,
    carriesLastValue: false,
    subsetOf: figure.subsetOf,
    ...PLAIN_INDICATOR,
    definition,
    note,
    wording,
    updatedAt: '2020-12-17T08:00:00Z',
    ...more,
  };
}

export const programme: Programme = {
  code: 'OML',
  name: 'Oh my Lot !',
  tagline: 'marque d’attractivité du Lot',
  purpose: 'séduire de nouveaux habitants',
  carriedBy: 'collectif d’acteurs publics et privés',
  territoryCode: 'D46',
  visibility: 'public',
  links: [
    { label: 'oh-my-lot.fr', url: 'https://www.oh-my-lot.fr', audience: 'partners' },
    { label: 'choisirlelot.fr', url: 'www.choisirlelot.fr', audience: 'public' },
  ],
  sourceStatement: 'Communiqué du 17 décembre 2020, « Les partenaires du programme “Oh my Lot !” »',
  licence: null,
};

export const exercice: Exercice = {
  year: 2020,
  startDate: null,
  endDate: null,
  state: 'closed',
  closingDate: '2020-12-16',
  headline: 'Les partenaires plus que jamais mobilisés',
  summary: 'Le comité de pilotage s’est réuni en visio le 16 décembre 2020.',
  questionedListIsPartial: true,
  updatedAt: '2020-12-17T08:00:00Z',
};
