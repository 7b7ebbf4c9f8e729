import { formatDate, formatPeriod } from '../kernel/french-date.rules.js';
import { formatNumber } from '../kernel/french-number.rules.js';
import { capitalise, sentence } from '../kernel/french-text.rules.js';
import type { IsoDate, Precision } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { timeOperator } from './aggregation.rules.js';
import { hasValue } from './declared-total.rules.js';
import type { AsideReason, Explained, FigureCheck, TracedFact } from './provenance.types.js';

const ASIDE: Record<Exclude<AsideReason, 'withdrawn'>, string> = {
  details_total: 'détaille un total déclaré',
  longer_period: 'comprise dans une période plus longue, déjà comptée',
  overlapping: 'période qui en recouvre une autre',
  newer_value: 'remplacée par une valeur plus récente',
  told_otherwise: 'dit autrement ce qui est déjà compté',
};

/** Why a measurement is not counted. @param taken when and why it was taken back, for a withdrawn one. */
export function asideText(aside: AsideReason, taken: { day: IsoDate; reason: string | null }): string {
  if (aside !== 'withdrawn') return ASIDE[aside];
  const day = `retirée le ${formatDate(taken.day)}`;
  return taken.reason === null ? day : sentence`${day} : ${taken.reason}`;
}

/** How often, of measurements that all last as long: « 12 relevés mensuels ». */
const RHYTHMS: Partial<Record<Precision, string>> = {
  day: 'quotidiens',
  month: 'mensuels',
  season: 'saisonniers',
  year: 'annuels',
};

/** How a figure was computed, in one sentence. */
export function computationText(explained: Explained): string {
  const { figure, indicator, counted, terms } = explained;
  const valued = counted.filter(hasValue);
  const [first] = valued;
  if (counted.length === 0) return sentence`Aucun relevé validé pour ${explained.label}.`;
  if (terms !== null) {
    const { above, below } = terms;
    return sentence`${above.text} / ${below.text} : « ${above.name} » sur « ${below.name} ».`;
  }
  if (first === undefined) {
    return sentence`Aucune valeur : ${recordsText(counted)} ${counted.length > 1 ? 'le disent' : 'le dit'}.`;
  }
  const operator = timeOperator(indicator);
  if (figure.empty === 'not_additive') return `${capitalise(recordsText(valued))} qui ne s’additionnent pas.`;
  if (operator === 'last') return lastText(valued);
  if (valued.length === 1)
    return sentence`Une seule valeur, telle qu’elle a été donnée : ${periodText(first)}.`;
  if (indicator.nature === 'mean') return `Moyenne de ${recordsText(valued)}, chacun selon son poids.`;
  if (operator === 'max') return `Le plus élevé de ${recordsText(valued)}.`;
  return `Somme de ${recordsText(valued)}.`;
}

function lastText(valued: readonly MeasurementFact[]): string {
  const latest = valued.map(({ periodEnd }) => periodEnd).reduce((one, other) => (one > other ? one : other));
  const day = formatDate(latest);
  if (valued.length === 1) return `Dernière valeur connue, au ${day}.`;
  return `Somme des dernières valeurs connues de ${formatNumber(valued.length)} parts, la plus récente au ${day}.`;
}

function recordsText(facts: readonly MeasurementFact[]): string {
  const [first] = facts;
  if (first === undefined || facts.length === 1) return 'un relevé';
  const rhythm = facts.every(({ precision }) => precision === first.precision) && RHYTHMS[first.precision];
  return `${formatNumber(facts.length)} relevés${rhythm ? ` ${rhythm}` : ''}`;
}

const periodText = ({ periodStart, periodEnd, precision }: MeasurementFact): string =>
  formatPeriod({ start: periodStart, end: periodEnd, precision });

/** What was checked of a figure: what was found wrong in its own words, what held in ours. */
export function checksOf(
  { figure, indicator, counted }: Explained,
  traced: readonly TracedFact[],
): FigureCheck[] {
  const held: [FigureCheck['check'], boolean, string][] = [
    ['exceeds_parent', indicator.subsetOf !== null, 'Le sous-ensemble ne dépasse pas son total.'],
    ['exceeds_chain', indicator.chainAfter !== null, 'Cette étape ne compte pas plus que la précédente.'],
    ['overlapping_periods', counted.length > 1, 'Aucun jour n’est compté deux fois.'],
    [
      'parts_differ',
      traced.some(({ aside }) => aside === 'details_total' || aside === 'longer_period'),
      'Le détail donné ne contredit pas le total.',
    ],
    ['not_increasing', indicator.nature === 'cumulative', 'Le cumul ne diminue pas.'],
    ['too_old', indicator.carryMaxDays !== null, 'La dernière valeur connue est assez récente.'],
  ];
  return held.flatMap(([check, applies, text]): FigureCheck[] => {
    const found = figure.issues.filter(({ kind }) => kind === check);
    if (found.length > 0) return found.map((issue) => ({ check, passed: false, text: issue.text }));
    return applies ? [{ check, passed: true, text }] : [];
  });
}
