import { campaignDoubts, futureDoubts } from './calendar-doubts.rules.js';
import type { Doubt, SaidFigure, Surroundings } from './checks.types.js';
import { alreadyDeclared, sameElsewhere } from './duplicate-doubts.rules.js';
import { partDoubts, stepDoubts } from './relation-doubts.rules.js';
import { fallingDoubts } from './running-total.rules.js';
import { unusualDoubts } from './unusual.rules.js';

/** All that surprises in a figure, the gravest first, one of each kind. Nothing is said of what is absent or withdrawn. */
export function doubtsOf(figure: SaidFigure, around: Surroundings): Doubt[] {
  const indicator = around.indicators.get(figure.indicator);
  if (!indicator || figure.quantity === null || figure.status === 'withdrawn') return [];
  const doubts = [
    ...partDoubts(figure, indicator, around),
    ...stepDoubts(figure, indicator, around),
    ...fallingDoubts(figure, indicator, around),
    ...unusualDoubts(figure, indicator, around),
    ...sameElsewhere(figure, indicator, around),
    ...alreadyDeclared(figure, indicator, around),
    ...futureDoubts(figure, around),
    ...campaignDoubts(figure, indicator, around),
  ];
  return [...new Map(doubts.toReversed().map((doubt) => [doubt.code, doubt])).values()].toReversed();
}
