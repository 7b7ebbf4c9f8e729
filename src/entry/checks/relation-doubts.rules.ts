import { yearOf } from '../../kernel/calendar.rules.js';
import type { Quantity } from '../../kernel/figure.types.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { exceedsTotal } from '../../measurements/measurement-subset.rules.js';
import { amountFirst, amountWords } from './amount-words.rules.js';
import type { CheckedIndicator, Doubt, SaidFigure, Surroundings } from './checks.types.js';
import { sliceText } from '../plan/row-key.rules.js';
import { stands } from './said-figures.rules.js';

/** A part is larger than a whole: for certain, or by the numbers named only. */
export function exceeding(part: Quantity, whole: Quantity): 'certain' | 'perhaps' | null {
  if (exceedsTotal(part, whole)) return 'certain';
  return part.value > (whole.valueMax ?? whole.value) ? 'perhaps' : null;
}

/** Figures of another indicator at the same place. */
const elsewhere = (figure: SaidFigure, indicator: string, { bySlice }: Surroundings): SaidFigure[] =>
  (bySlice.get(sliceText({ ...figure, indicator })) ?? []).filter(stands);

const sameDays = (one: SaidFigure, other: SaidFigure): boolean =>
  one.start === other.start && one.end === other.end;

interface Pair {
  part: SaidFigure;
  whole: SaidFigure;
}

/** A « dont » above its total, told of whichever of the two is looked at. */
export function partDoubts(figure: SaidFigure, indicator: CheckedIndicator, around: Surroundings): Doubt[] {
  const pairs: Pair[] = [];
  const counterpart = (code: string): SaidFigure | undefined =>
    elsewhere(figure, code, around).find((other) => sameDays(figure, other));
  const whole = indicator.subsetOf === null ? undefined : counterpart(indicator.subsetOf);
  if (whole) pairs.push({ part: figure, whole });
  for (const { code, subsetOf } of around.indicators.values()) {
    const part = subsetOf === indicator.code ? counterpart(code) : undefined;
    if (part) pairs.push({ part, whole: figure });
  }
  return pairs.flatMap((pair) => partDoubt(pair, around.indicators));
}

function partDoubt({ part, whole }: Pair, indicators: Surroundings['indicators']): Doubt[] {
  const [ofPart, ofWhole] = [indicators.get(part.indicator), indicators.get(whole.indicator)];
  if (!ofPart || !ofWhole || part.quantity === null || whole.quantity === null) return [];
  const how = exceeding(part.quantity, whole.quantity);
  if (how === null) return [];
  const [more, less] = [
    amountFirst(part.quantity, ofPart.wording),
    amountWords(whole.quantity, ofWhole.wording),
  ];
  const names = sentence`${quote(ofPart.shortName)} est une part de ${quote(ofWhole.shortName)}`;
  const message =
    how === 'certain'
      ? sentence`${more} dépasse le total de ${less} : ${names}, elle ne peut pas être plus grande. Corrigez l’un des deux, ou confirmez avec une explication.`
      : sentence`${more} dépasse peut-être le total de ${less} : ${names}. Vérifiez, ou confirmez avec une explication.`;
  return [{ code: 'part_above_total', message }];
}

/** The exact values of a year up to a day, added up; null as soon as one is not exact. */
function yearToDate(figures: readonly SaidFigure[], { end }: SaidFigure): number | null {
  let sum = 0;
  for (const { quantity, start, end: other } of figures) {
    if (yearOf(start) !== yearOf(end) || other > end) continue;
    if (quantity?.qualifier !== 'exact') return null;
    sum += quantity.value;
  }
  return sum;
}

/** A step of a chain above the step before: never more is distributed than was delivered. */
export function stepDoubts(figure: SaidFigure, indicator: CheckedIndicator, around: Surroundings): Doubt[] {
  const before = around.indicators.get(indicator.chainAfter ?? '');
  const { quantity } = figure;
  if (!before || quantity === null) return [];
  const earlier = elsewhere(figure, before.code, around);
  const step = earlier.find((other) => sameDays(figure, other));
  if (!step || step.quantity === null) return [];
  const how = exceeding(quantity, step.quantity);
  if (how === null) return [];
  // What was delivered in June may be distributed in July.
  const mine = yearToDate(
    [...elsewhere(figure, indicator.code, around).filter(({ id }) => id !== figure.id), figure],
    figure,
  );
  const theirs = yearToDate(earlier, figure);
  if (mine !== null && theirs !== null && mine <= theirs) return [];
  const [more, less] = [amountFirst(quantity, indicator.wording), amountWords(step.quantity, before.wording)];
  const verb = how === 'certain' ? 'dépasse' : 'dépasse peut-être';
  const message = sentence`${more} ${verb} l’étape d’avant, ${quote(before.shortName)} : ${less} sur la même période. Corrigez l’un des deux, ou confirmez avec une explication.`;
  return [{ code: 'step_above_before', message }];
}
