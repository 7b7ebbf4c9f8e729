import type { InputIssue } from '../kernel/domain-error.js';
import { quote } from '../kernel/decimal-string.rules.js';
import { parseIsoDate } from '../kernel/period.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import type { GivenContent } from './measurement-content.rules.js';
import { textProblem } from './measurement-text.rules.js';
import { readContent } from './measurement-value.rules.js';
import { findWords } from './measurement-words.rules.js';
import type { IndicatorTerm, MeasurementInput, MeasurementVocabulary } from './measurement.types.js';

/** The seven parts that say what is measured, where and when. */
export interface MeasurementKey {
  indicatorId: number;
  campaignId: number | null;
  territoryId: number | null;
  channel: string | null;
  organisationId: number | null;
  periodStart: IsoDate;
  periodEnd: IsoDate;
}

/** An input whose words exist and whose members agree with each other. */
export interface CheckedMeasurement {
  key: MeasurementKey;
  /** The key as one text. */
  naturalKey: string;
  indicator: IndicatorTerm;
  content: GivenContent;
  /** The version that its author believes current. */
  version?: number;
  /** Why it replaces what was said before. */
  reason?: string | null;
}

export type Checking = { ok: true; checked: CheckedMeasurement } | { ok: false; issues: InputIssue[] };

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';
const TEXTS = ['source', 'note', 'internalNote', 'reason'] as const;

/** The seven parts joined: unique although most may be empty. Identifiers, so that renaming a code changes no key. */
export function naturalKey(key: MeasurementKey): string {
  const { indicatorId, campaignId, territoryId, channel, organisationId, periodStart, periodEnd } = key;
  return `${indicatorId}|${campaignId ?? ''}|${territoryId ?? ''}|${channel ?? ''}|${organisationId ?? ''}|${periodStart}|${periodEnd}`;
}

/** Checks everything that can be known of one input alone; all its mistakes are told at once. */
export function checkMeasurement(input: MeasurementInput, vocabulary: MeasurementVocabulary): Checking {
  const issues: InputIssue[] = [];
  const found = findWords(input, vocabulary, issues);
  addPeriodIssues(input, issues);
  addTextIssues(input, issues);
  const content = readContent(input, found.indicator?.decimals ?? null, issues);
  if (found.indicator === null || content === null || issues.length > 0) return { ok: false, issues };
  const { periodStart, periodEnd, version } = input;
  const reason = input.reason === '' ? null : input.reason;
  const key: MeasurementKey = {
    indicatorId: found.indicator.id,
    campaignId: found.campaign?.id ?? null,
    territoryId: found.territory?.id ?? null,
    channel: found.channel?.code ?? null,
    organisationId: found.organisation?.id ?? null,
    periodStart,
    periodEnd,
  };
  return {
    ok: true,
    checked: { indicator: found.indicator, content, version, reason, key, naturalKey: naturalKey(key) },
  };
}

function addPeriodIssues(
  { periodStart: start, periodEnd: end }: MeasurementInput,
  issues: InputIssue[],
): void {
  const before = issues.length;
  addDayIssue('periodStart', start, issues);
  // A single day that is right is right twice.
  if (end !== start || issues.length > before) addDayIssue('periodEnd', end, issues);
  if (issues.length > before || start <= end) return;
  const message = `La période finit le ${end}, avant de commencer le ${start} : échangez les deux dates ou corrigez-en une.`;
  issues.push({ path: 'periodEnd', code: 'period_reversed', message });
}

function addDayIssue(path: string, day: string, issues: InputIssue[]): void {
  if (parseIsoDate(day) === null) {
    const message = `${quote(day)} n’est pas un jour du calendrier : écrivez par exemple 2020-01-31.`;
    issues.push({ path, code: 'not_a_date', message });
  } else if (day < FIRST_DAY || day > LAST_DAY) {
    const message = `${quote(day)} sort du calendrier du programme : écrivez un jour entre 1900 et 2999.`;
    issues.push({ path, code: 'date_out_of_range', message });
  }
}

function addTextIssues(input: MeasurementInput, issues: InputIssue[]): void {
  for (const path of TEXTS) {
    const text = input[path];
    const problem = typeof text === 'string' ? textProblem(text) : null;
    if (problem !== null) issues.push({ path, ...problem });
  }
}
