import { changedMembers, definingContent } from './indicator-versions.rules.js';
import type { DefiningContent, DefiningMember, Indicator, IndicatorVersion } from './indicator.types.js';

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
    retiredOn: indicator.retiredOn,
    definition: indicator.definition,
    note: indicator.note,
    updatedAt: indicator.updatedAt,
  };
}

/** One definition that an indicator has had. Who recorded it is the journal's matter. */
export interface IndicatorVersionAnswer {
  version: number;
  validFrom: string | null;
  breaksSeries: boolean;
  reason: string | null;
  recordedAt: string;
  /** What it says otherwise than the version before; empty for the first. */
  changed: DefiningMember[];
  content: DefiningContent;
}

/** The definitions of an indicator as the API tells them, oldest first. */
export const versionsAnswer = (versions: readonly IndicatorVersion[]): IndicatorVersionAnswer[] =>
  versions.map(({ version, validFrom, breaksSeries, reason, recordedAt, content }, index) => {
    const before = versions[index - 1];
    return {
      version,
      validFrom,
      breaksSeries,
      reason,
      recordedAt,
      changed: before === undefined ? [] : changedMembers(before.content, content),
      content: definingContent(content),
    };
  });
