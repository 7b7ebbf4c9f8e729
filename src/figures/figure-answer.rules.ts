import type { Amount, RateResult, Wording } from '../kernel/figure.types.js';
import { formatQuantity } from '../kernel/french-number.rules.js';
import { amountNumbers, boundOf, unscaled, type AmountNumbers } from './amount-numbers.rules.js';
import { footnoteOf } from './cost.rules.js';
import { costAnswer, type CostAnswer } from './cost-answer.rules.js';
import { comparisonAnswer, type ComparisonAnswer } from './comparison-answer.rules.js';
import type { Assessment, OpinionView, ProgressView, TargetView } from './figure-standing.types.js';
import type { Figure, FigureIssue } from './figures.types.js';

/** A computed percentage, or why there is none. */
type RateAnswer =
  | { value: number; lower: number | null; upper: number | null; text: string }
  | { reason: string; text: string };

/** An amount beside a figure, in the indicator’s own unit. */
interface AmountAnswer {
  value: number;
  qualifier: string;
  lower: number | null;
  upper: number | null;
  text: string;
}

/** A figure as the API gives it (contract, « A figure »): numbers in the indicator's own unit. */
export interface FigureAnswer extends AmountNumbers, ComparisonAnswer {
  indicator: string;
  campaign?: string;
  year: number;
  at: string;
  text: string;
  /** Only validated measurements count. */
  status: 'validated';
  marking: string;
  absence?: string;
  empty?: string;
  note?: string;
  /** What is certain of a figure that does not add up. */
  lowerBound?: { value: number; qualifier: string; text: string };
  partial?: { given: number; expected: number; text: string };
  /** What a reader must know; `measurements` is how many are concerned. */
  issues?: { kind: string; text: string; measurements: number }[];
  parts?: FigureAnswer[];
  breakdown?: {
    dimension: string;
    key: string;
    label: string;
    value: number | null;
    qualifier: string | null;
    text: string;
  }[];
  target?: AmountAnswer & {
    decidedBy: string | null;
    decidedIn: string | null;
    version: number | null;
    note: string | null;
  };
  attainment?: RateAnswer;
  expectedToDate?: AmountAnswer & { path: string };
  progress?: RateAnswer & { baseline: AmountAnswer };
  opinion?: OpinionView;
  shareOfParent?: RateAnswer;
  costPerResult?: CostAnswer;
  assessment: Assessment;
  assessmentText: string;
  provenance: Figure['provenance'];
}

export function figureAnswer(figure: Figure): FigureAnswer {
  const { indicator, amount } = figure;
  const { decimals } = indicator.wording;
  return {
    indicator: indicator.code,
    ...(figure.campaign ? { campaign: figure.campaign.code } : {}),
    year: figure.year,
    at: figure.at,
    ...amountNumbers(amount, decimals),
    text: figure.text,
    status: 'validated',
    marking: figure.marking,
    ...(figure.empty ? { empty: figure.empty } : {}),
    ...(figure.absence ? { absence: figure.absence.kind } : {}),
    ...(figure.absence?.note ? { note: figure.absence.note } : {}),
    ...(figure.partial
      ? {
          partial: {
            given: figure.partial.given,
            expected: figure.partial.expected,
            text: figure.partial.text,
          },
        }
      : {}),
    ...(figure.lowerBound ? { lowerBound: lowerBoundAnswer(figure.lowerBound, indicator.wording) } : {}),
    ...(figure.issues.length > 0 ? { issues: figure.issues.map(issueAnswer) } : {}),
    ...(figure.subsets.length > 0 ? { parts: figure.subsets.map(figureAnswer) } : {}),
    ...(figure.breakdown.length > 0
      ? { breakdown: figure.breakdown.map((part) => partAnswer(part, decimals)) }
      : {}),
    ...(figure.target ? { target: targetAnswer(figure.target, decimals) } : {}),
    ...(figure.attainment ? { attainment: rateAnswer(figure.attainment) } : {}),
    ...(figure.shareOfParent ? { shareOfParent: rateAnswer(figure.shareOfParent) } : {}),
    ...(figure.expectedToDate
      ? {
          expectedToDate: {
            ...amountAnswer(figure.expectedToDate, decimals),
            path: figure.expectedToDate.path,
          },
        }
      : {}),
    ...(figure.progress ? { progress: progressAnswer(figure.progress, decimals) } : {}),
    assessment: figure.assessment,
    assessmentText: figure.assessmentText,
    ...(figure.opinion ? { opinion: figure.opinion } : {}),
    ...comparisonAnswer(figure, decimals),
    ...(figure.costPerResult ? { costPerResult: costAnswer(figure.costPerResult, footnoteOf(figure)) } : {}),
    provenance: figure.provenance,
  };
}

function lowerBoundAnswer(amount: Amount, wording: Wording): FigureAnswer['lowerBound'] {
  const { text } = formatQuantity(amount, wording);
  return { value: unscaled(amount.value, wording.decimals), qualifier: amount.qualifier, text };
}

const issueAnswer = ({ kind, text, measurements }: FigureIssue) => ({
  kind,
  text,
  measurements: measurements.length,
});

function amountAnswer({ amount, text }: { amount: Amount; text: string }, decimals: number): AmountAnswer {
  const { value, qualifier, interval } = amount;
  return {
    value: unscaled(value, decimals),
    qualifier,
    lower: boundOf(interval.lower, decimals),
    upper: boundOf(interval.upper, decimals),
    text,
  };
}

function targetAnswer(target: TargetView, decimals: number): FigureAnswer['target'] {
  const { decidedBy, decidedIn, version, note } = target;
  return { ...amountAnswer(target, decimals), decidedBy, decidedIn, version, note };
}

function progressAnswer(progress: ProgressView, decimals: number): FigureAnswer['progress'] {
  return { ...rateAnswer(progress), baseline: amountAnswer(progress.baseline, decimals) };
}

function partAnswer(
  part: Figure['breakdown'][number],
  decimals: number,
): NonNullable<FigureAnswer['breakdown']>[number] {
  return {
    dimension: part.dimension,
    key: part.key,
    label: part.label,
    value: part.amount && unscaled(part.amount.value, decimals),
    qualifier: part.amount?.qualifier ?? null,
    text: part.text,
  };
}

function rateAnswer({ rate, text }: { rate: RateResult; text: string }): RateAnswer {
  if (rate.kind === 'not_computable') return { reason: rate.reason, text };
  return { value: rate.value, lower: rate.lower, upper: rate.upper, text };
}
