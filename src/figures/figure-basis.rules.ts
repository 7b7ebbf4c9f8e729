import { formatPeriod } from '../kernel/french-date.rules.js';
import { compareFrench } from '../kernel/french-text.rules.js';
import { precisionOf } from '../kernel/period.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { hasValue } from './declared-total.rules.js';
import type { Figure, Provenance } from './figures.types.js';
import { perimeterOf, type Perimeter } from './perimeter.rules.js';

/** All that a figure tells of the measurements behind it: whoever adds up without them answers this instead. */
export interface Basis {
  provenance: Provenance;
  /** Codes of the campaigns measured, null for what belongs to none. */
  campaigns: ReadonlySet<string | null>;
  period: Figure['period'];
  perimeter: Perimeter;
  /** The first and the last day on which a value ends; none without a value. */
  ends: IsoDate[];
}

export function basisOf(counted: readonly MeasurementFact[]): Basis {
  const ends = counted.filter(hasValue).flatMap(endsOf);
  const [first] = ends;
  return {
    provenance: provenanceOf(counted),
    campaigns: new Set(counted.map((fact) => fact.campaign)),
    period: periodOf(counted),
    perimeter: perimeterOf(counted),
    ends: first === undefined ? [] : [ends.reduce(minOf, first), ends.reduce(maxOf, first)],
  };
}

const endsOf = ({ summed, periodEnd }: MeasurementFact): readonly IsoDate[] => summed?.ends ?? [periodEnd];

/** 150 of the 450 visitors of one fair are not a share of the 750 of two. */
export function sameScope(one: Basis, other: Basis): boolean {
  const campaigns = (basis: Basis): string =>
    [...basis.campaigns]
      .map((code) => code ?? '')
      .sort()
      .join('|');
  return one.period?.text === other.period?.text && campaigns(one) === campaigns(other);
}

function periodOf(facts: readonly MeasurementFact[]): Figure['period'] {
  const [first] = facts;
  if (!first) return null;
  const start = facts.map((fact) => fact.periodStart).reduce(minOf);
  const end = facts.map((fact) => fact.periodEnd).reduce(maxOf);
  const alike = facts.every((fact) => fact.periodStart === start && fact.periodEnd === end);
  const precision = alike ? first.precision : precisionOf(start, end);
  return { start, end, precision, text: formatPeriod({ start, end, precision }) };
}

function provenanceOf(facts: readonly MeasurementFact[]): Provenance {
  const sources = [...new Set(facts.flatMap((fact) => fact.summed?.sources ?? fact.source ?? []))].sort(
    compareFrench,
  );
  const instants = facts.map((fact) => fact.recordedAt);
  return {
    measurements: facts.reduce((count, fact) => count + (fact.summed?.measurements ?? 1), 0),
    sources,
    lastUpdate: instants.length === 0 ? null : instants.reduce(maxOf),
  };
}

const minOf = (one: string, other: string): string => (one < other ? one : other);
const maxOf = (one: string, other: string): string => (one > other ? one : other);
