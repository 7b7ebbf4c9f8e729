import type { Indicator } from './indicator.types.js';

/** What the API answers of an indicator: its definition, without database keys. */
export type IndicatorAnswer = Omit<Indicator, 'id' | 'wording'>;

/** An indicator as the API tells it: members in this order, whatever the engine. */
export function indicatorAnswer(indicator: Indicator): IndicatorAnswer {
  return {
    code: indicator.code,
    slug: indicator.slug,
    position: indicator.position,
    name: indicator.name,
    shortName: indicator.shortName,
    labelOne: indicator.labelOne,
    labelOther: indicator.labelOther,
    sentenceOne: indicator.sentenceOne,
    sentenceOther: indicator.sentenceOther,
    elision: indicator.elision,
    unit: indicator.unit,
    symbol: indicator.symbol,
    decimals: indicator.decimals,
    signed: indicator.signed,
    nature: indicator.nature,
    aggregationTime: indicator.aggregationTime,
    aggregationTerritory: indicator.aggregationTerritory,
    aggregationChannel: indicator.aggregationChannel,
    direction: indicator.direction,
    chainLevel: indicator.chainLevel,
    keyFigure: indicator.keyFigure,
    overlapping: indicator.overlapping,
    carriesLastValue: indicator.carriesLastValue,
    subsetOf: indicator.subsetOf,
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    factor: indicator.factor,
    chainAfter: indicator.chainAfter,
    exhaustive: indicator.exhaustive,
    carryMaxDays: indicator.carryMaxDays,
    restartsOn: indicator.restartsOn,
    costKind: indicator.costKind,
    method: indicator.method,
    producer: indicator.producer,
    owner: indicator.owner,
    frequency: indicator.frequency,
    dueDays: indicator.dueDays,
    version: indicator.version,
    validFrom: indicator.validFrom,
    definition: indicator.definition,
    note: indicator.note,
    updatedAt: indicator.updatedAt,
  };
}
