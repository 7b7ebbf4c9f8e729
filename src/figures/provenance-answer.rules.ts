import type { MeasurementAnswer } from '../measurements/measurement-answer.types.js';
import { amountNumbers, type AmountNumbers } from './amount-numbers.rules.js';
import type { Provenance } from './figures.types.js';
import type { AsideReason, FigureCheck, FigureProvenance, ShownFact } from './provenance.types.js';

/** Where a figure comes from, as the API tells it. */
export interface ProvenanceAnswer extends AmountNumbers {
  indicator: string;
  campaign?: string;
  year: number;
  at: string;
  text: string;
  computation: string;
  provenance: Provenance;
  checks: FigureCheck[];
  items: (MeasurementAnswer & { counted: boolean; aside?: { code: AsideReason; text: string } })[];
  /** Measurements among these that the reader may not see. */
  hidden?: number;
  next?: string;
}

export function provenanceAnswer(told: FigureProvenance): ProvenanceAnswer {
  const { figure, computation, checks, facts, hidden, next } = told;
  const { indicator, campaign, year, at, text, provenance, amount } = figure;
  return {
    indicator: indicator.code,
    ...(campaign ? { campaign: campaign.code } : {}),
    year,
    at,
    ...amountNumbers(amount, indicator.wording.decimals),
    text,
    computation,
    provenance,
    checks,
    items: facts.map(itemOf),
    ...(hidden > 0 ? { hidden } : {}),
    ...(next === null ? {} : { next }),
  };
}

function itemOf({ current, aside, reason }: ShownFact): ProvenanceAnswer['items'][number] {
  return {
    ...current.answer,
    counted: aside === null,
    ...(aside === null || reason === null ? {} : { aside: { code: aside, text: reason } }),
  };
}
