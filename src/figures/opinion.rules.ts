import type { Opinion } from '../targets/opinion.types.js';
import type { FiguresInput, OpinionRule } from './figure-input.types.js';
import type { Assessment, OpinionView } from './figure-standing.types.js';

export const OPINION_LABELS: Readonly<Record<Opinion, string>> = {
  serene: 'Serein',
  achievable: 'Atteignable',
  support_needed: 'Appui nécessaire',
  compromised: 'Compromis',
};

/** Their own shapes, beside those of the computed assessments. */
export const OPINION_MARKS = {
  serene: { shape: 'check', tone: 'good' },
  achievable: { shape: 'rising', tone: 'good' },
  support_needed: { shape: 'plus', tone: 'watch' },
  compromised: { shape: 'barred', tone: 'late' },
} as const satisfies Readonly<Record<Opinion, { shape: string; tone: string }>>;

/** « avis du comité : serein », « avis du pilote : appui nécessaire ». */
export const opinionText = ({ label, givenIn }: Pick<OpinionView, 'label' | 'givenIn'>): string =>
  `avis du ${givenIn === null ? 'pilote' : 'comité'} : ${label.charAt(0).toLocaleLowerCase('fr')}${label.slice(1)}`;

/** Computed assessments that an opinion says the contrary of: it then has to say why. */
const CONTRARIES: Readonly<Record<Opinion, readonly Assessment[]>> = {
  serene: ['watch', 'late'],
  achievable: ['late'],
  support_needed: ['reached'],
  compromised: ['reached', 'on_track'],
};

/** Whether an opinion says the contrary of what is computed. */
export const contradicts = (opinion: Opinion, assessment: Assessment): boolean =>
  CONTRARIES[opinion].includes(assessment);

/** The last opinion on an indicator, overall or in one campaign, given by the day asked for; any day once that is the last of the exercice. */
export function opinionOf(
  indicator: string,
  campaign: string | null,
  { opinions, at, period }: Pick<FiguresInput, 'opinions' | 'at' | 'period'>,
): OpinionRule | null {
  const own = opinions.filter((one) => one.indicator === indicator && one.campaign === campaign);
  return own.findLast(({ givenOn }) => at >= period.end || givenOn <= at) ?? null;
}

/** The same as a figure shows it, beside what is computed. */
export function opinionView(given: OpinionRule | null, assessment: Assessment): OpinionView | null {
  if (given === null) return null;
  const { opinion, reason, givenOn, givenIn } = given;
  return {
    opinion,
    label: OPINION_LABELS[opinion],
    reason,
    givenOn,
    givenIn,
    contradicts: contradicts(opinion, assessment),
  };
}
