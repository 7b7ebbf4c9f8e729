import type { IndicatorDefinition } from '../../indicators/indicator.types.js';
import type { IndicatorSketch } from '../interpretation.types.js';

/** A short name stands in tables: forms take no longer one. */
const LONGEST_SHORT_NAME = 60;

function shortened(name: string): string {
  if (name.length <= LONGEST_SHORT_NAME) return name;
  return `${name.slice(0, LONGEST_SHORT_NAME - 1).replace(/\p{Cs}$|\s+\S*$/u, '')}…`;
}

/** The definition of an indicator that a file brought and somebody agreed to create. It may be changed like any other. */
export function definitionOf(sketch: IndicatorSketch, position: number): IndicatorDefinition {
  const { aggregation, ...said } = sketch;
  return {
    ...said,
    position,
    shortName: shortened(sketch.name),
    sentenceOne: null,
    sentenceOther: null,
    aggregationTime: aggregation.time,
    aggregationTerritory: aggregation.territory,
    aggregationChannel: aggregation.channel,
    direction: 'up',
    keyFigure: false,
    overlapping: false,
    carriesLastValue: sketch.nature === 'stock' || sketch.nature === 'cumulative',
    subsetOf: null,
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
    note: null,
  };
}
