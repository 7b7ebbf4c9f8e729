import type { InputIssue } from '../kernel/domain-error.js';
import { quote } from '../kernel/decimal-string.rules.js';
import { checkQuantity } from '../kernel/figure.rules.js';
import { parseIsoDate } from '../kernel/period.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import { readAmount } from './measurement-amount.rules.js';
import type { GivenContent } from './measurement-content.rules.js';
import { findTerm, nearestCode, textProblem } from './measurement-text.rules.js';
import type { IndicatorTerm, MeasurementInput, MeasurementVocabulary, Term } from './measurement.types.js';

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
  indicator: IndicatorTerm;
  content: GivenContent;
  /** The version that its author believes current. */
  version?: number;
}

export type Checking = { ok: true; checked: CheckedMeasurement } | { ok: false; issues: InputIssue[] };

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2999-12-31';
const MOST_DECIMALS = 4;

/** The seven parts joined: unique although most may be empty. Identifiers, so that renaming a code changes no key. */
export function naturalKey(key: MeasurementKey): string {
  const { indicatorId, campaignId, territoryId, channel, organisationId, periodStart, periodEnd } = key;
  const part = (value: number | string | null): string => (value === null ? '' : String(value));
  return `${indicatorId}|${part(campaignId)}|${part(territoryId)}|${part(channel)}|${part(organisationId)}|${periodStart}|${periodEnd}`;
}

/** Checks everything that can be known of one input alone; all its mistakes are told at once. */
export function checkMeasurement(input: MeasurementInput, vocabulary: MeasurementVocabulary): Checking {
  const issues: InputIssue[] = [];
  const found = findWords(input, vocabulary, issues);
  issues.push(...periodIssues(input), ...textIssues(input));
  const content = readContent(input, found.indicator?.decimals ?? null, issues);
  if (found.indicator === null || content === null || issues.length > 0) return { ok: false, issues };
  const { periodStart, periodEnd } = input;
  return {
    ok: true,
    checked: {
      indicator: found.indicator,
      content,
      version: input.version,
      key: {
        indicatorId: found.indicator.id,
        campaignId: found.campaign?.id ?? null,
        territoryId: found.territory?.id ?? null,
        channel: found.channel?.code ?? null,
        organisationId: found.organisation?.id ?? null,
        periodStart,
        periodEnd,
      },
    },
  };
}

interface FoundWords {
  indicator: IndicatorTerm | null;
  campaign: Term | null;
  territory: Term | null;
  channel: Term | null;
  organisation: Term | null;
}

function findWords(
  input: MeasurementInput,
  vocabulary: MeasurementVocabulary,
  issues: InputIssue[],
): FoundWords {
  const { indicators, campaigns, territories, channels, organisations } = vocabulary;
  const find = <T extends Term>(
    code: string | null | undefined,
    terms: Map<string, T>,
    issue: (message: string) => InputIssue,
    kind: string,
  ): T | null => {
    if (code === undefined || code === null || code === '') return null;
    const term = findTerm(terms, code);
    if (term === undefined) issues.push(issue(unknownWord(kind, code, terms)));
    return term ?? null;
  };
  if (input.indicator === '') {
    issues.push({
      path: 'indicator',
      code: 'unknown_indicator',
      message: 'Il manque le code de l’indicateur.',
    });
  }
  return {
    indicator: find(
      input.indicator,
      indicators,
      (message) => ({ path: 'indicator', code: 'unknown_indicator', message }),
      'Aucun indicateur',
    ),
    campaign: find(
      input.campaign,
      campaigns,
      (message) => ({ path: 'campaign', code: 'unknown_campaign', message }),
      'Aucune opération',
    ),
    territory: find(
      input.territory,
      territories,
      (message) => ({ path: 'territory', code: 'unknown_territory', message }),
      'Aucun territoire',
    ),
    channel: find(
      input.channel,
      channels,
      (message) => ({ path: 'channel', code: 'unknown_channel', message }),
      'Aucun canal',
    ),
    organisation: find(
      input.organisation,
      organisations,
      (message) => ({ path: 'organisation', code: 'unknown_organisation', message }),
      'Aucune organisation',
    ),
  };
}

function unknownWord(none: string, code: string, terms: Map<string, Term>): string {
  const near = nearestCode(code, new Set([...terms.values()].map((term) => term.code)));
  const way =
    near === null
      ? 'Vérifiez le code : rien n’est créé à partir d’un chiffre.'
      : `Vouliez-vous écrire ${near} ?`;
  return `${none} n’a le code ${quote(code)}. ${way}`;
}

function periodIssues(input: MeasurementInput): InputIssue[] {
  const issues: InputIssue[] = [];
  for (const path of ['periodStart', 'periodEnd'] as const) {
    const day = input[path];
    if (parseIsoDate(day) === null) {
      const message = `${quote(day)} n’est pas un jour du calendrier : écrivez par exemple 2020-01-31.`;
      issues.push({ path, code: 'not_a_date', message });
    } else if (day < FIRST_DAY || day > LAST_DAY) {
      const message = `${quote(day)} sort du calendrier du programme : écrivez un jour entre 1900 et 2999.`;
      issues.push({ path, code: 'date_out_of_range', message });
    }
  }
  if (issues.length === 0 && input.periodStart > input.periodEnd) {
    issues.push({
      path: 'periodEnd',
      code: 'period_reversed',
      message: `La période finit le ${input.periodEnd}, avant de commencer le ${input.periodStart} : échangez les deux dates ou corrigez-en une.`,
    });
  }
  return issues;
}

function textIssues(input: MeasurementInput): InputIssue[] {
  const issues: InputIssue[] = [];
  for (const path of ['source', 'note', 'internalNote'] as const) {
    const text = input[path];
    const problem = typeof text === 'string' ? textProblem(text) : null;
    if (problem !== null) issues.push({ path, ...problem });
  }
  return issues;
}

/** Value or absence, never both, never neither; `between` alone has a second bound. Null when something is wrong. */
function readContent(
  input: MeasurementInput,
  decimals: number | null,
  issues: InputIssue[],
): GivenContent | null {
  const {
    value = null,
    valueMax = null,
    absence = null,
    qualifier = 'exact',
    status,
    marking,
    precision,
  } = input;
  const { source, note, internalNote } = input;
  const said = { status, marking, precision, source, note, internalNote };
  if (absence !== null) {
    const issue = absenceIssue(input);
    if (issue !== null) issues.push(issue);
    return { value: null, valueMax: null, qualifier: null, absence, ...said };
  }
  if (value === null) {
    issues.push({
      path: 'value',
      code: 'value_missing',
      message:
        'Il manque la valeur : écrivez un nombre (0 si rien n’a été compté), ou une absence avec son motif, par exemple « not_communicated ».',
    });
    return null;
  }
  const least = amountOf('value', value, decimals, issues);
  const most = valueMax === null ? null : amountOf('valueMax', valueMax, decimals, issues);
  if (least === null || (valueMax !== null && most === null)) return null;
  issues.push(...checkQuantity({ value: least, valueMax: most, qualifier }));
  return { value: least, valueMax: most, qualifier, absence: null, ...said };
}

function absenceIssue({
  value = null,
  valueMax = null,
  qualifier = 'exact',
}: MeasurementInput): InputIssue | null {
  if (value !== null || valueMax !== null) {
    const message = 'Une valeur et une absence se contredisent : gardez l’une des deux.';
    return { path: 'absence', code: 'value_and_absence', message };
  }
  if (qualifier === 'exact') return null;
  const message = 'Un qualificatif accompagne une valeur : retirez-le, ou donnez la valeur.';
  return { path: 'qualifier', code: 'qualifier_without_value', message };
}

function amountOf(
  path: string,
  given: number | string,
  decimals: number | null,
  issues: InputIssue[],
): number | null {
  // Without its indicator, only the shape of a number can be checked.
  const reading = readAmount(given, decimals ?? MOST_DECIMALS);
  if (reading.kind === 'value') return reading.value;
  const { code, message } = reading;
  issues.push({ path, code, message });
  return null;
}
