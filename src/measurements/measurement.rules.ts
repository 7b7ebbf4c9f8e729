import type { InputIssue } from '../kernel/domain-error.js';
import { parseIsoDate } from '../kernel/period.rules.js';
import type { IsoDate } from '../kernel/period.types.js';
import { quoted, readAmount } from './measurement-amount.rules.js';
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

/** The seven parts joined: unique although most may be empty. Identifiers, so that renaming a code changes no key. */
export function naturalKey(key: MeasurementKey): string {
  const { indicatorId, campaignId, territoryId, channel, organisationId, periodStart, periodEnd } = key;
  const part = (value: number | string | null): string => (value === null ? '' : String(value));
  return `${indicatorId}|${part(campaignId)}|${part(territoryId)}|${part(channel)}|${part(organisationId)}|${periodStart}|${periodEnd}`;
}

/** Checks everything that can be known of one input alone; all its mistakes are told at once. */
export function checkMeasurement(input: MeasurementInput, vocabulary: MeasurementVocabulary): Checking {
  const issues: InputIssue[] = [];
  const refuse: Refuse = (path, code, message) => {
    issues.push({ path, code, message });
  };
  const indicator = findTerm(vocabulary.indicators, input.indicator);
  if (indicator === undefined) {
    refuse(
      'indicator',
      'unknown_indicator',
      unknownWord('indicateur', input.indicator, vocabulary.indicators),
    );
  }
  const word = (path: KeyWord, terms: Map<string, Term>): Term | null => {
    const code = input[path];
    if (code === undefined || code === null || code === '') return null;
    const term = findTerm(terms, code);
    if (term === undefined) refuse(path, `unknown_${path}`, unknownWord(FRENCH_WORDS[path], code, terms));
    return term ?? null;
  };
  const campaign = word('campaign', vocabulary.campaigns);
  const territory = word('territory', vocabulary.territories);
  const channel = word('channel', vocabulary.channels);
  const organisation = word('organisation', vocabulary.organisations);
  checkPeriod(input, refuse);
  checkTexts(input, refuse);
  const content = readContent(input, indicator?.decimals ?? null, refuse);
  if (indicator === undefined || content === null || issues.length > 0) return { ok: false, issues };
  return {
    ok: true,
    checked: {
      indicator,
      content,
      version: input.version,
      key: {
        indicatorId: indicator.id,
        campaignId: campaign?.id ?? null,
        territoryId: territory?.id ?? null,
        channel: channel?.code ?? null,
        organisationId: organisation?.id ?? null,
        periodStart: input.periodStart,
        periodEnd: input.periodEnd,
      },
    },
  };
}

type Refuse = (path: string, code: string, message: string) => void;
type KeyWord = 'campaign' | 'territory' | 'channel' | 'organisation';
const FRENCH_WORDS: Record<KeyWord, string> = {
  campaign: 'opération',
  territory: 'territoire',
  channel: 'canal',
  organisation: 'organisation',
};

function unknownWord(kind: string, code: string, terms: Map<string, Term>): string {
  const none = /^[aeiou]/.test(kind) && kind !== 'indicateur' ? 'Aucune' : 'Aucun';
  const near = nearestCode(code, new Set([...terms.values()].map((term) => term.code)));
  const way =
    near === null
      ? 'Vérifiez le code : rien n’est créé à partir d’un chiffre.'
      : `Vouliez-vous écrire ${near} ?`;
  return `${none} ${kind} n’a le code ${quoted(code)}. ${way}`;
}

function checkPeriod(input: MeasurementInput, refuse: Refuse): void {
  let known = true;
  for (const path of ['periodStart', 'periodEnd'] as const) {
    const day = input[path];
    if (parseIsoDate(day) === null) {
      refuse(
        path,
        'not_a_date',
        `${quoted(day)} n’est pas un jour du calendrier : écrivez par exemple 2020-01-31.`,
      );
      known = false;
    } else if (day < FIRST_DAY || day > LAST_DAY) {
      refuse(
        path,
        'date_out_of_range',
        `${quoted(day)} sort du calendrier du programme : écrivez un jour entre 1900 et 2999.`,
      );
      known = false;
    }
  }
  if (known && input.periodStart > input.periodEnd) {
    refuse(
      'periodEnd',
      'period_reversed',
      `La période finit le ${input.periodEnd}, avant de commencer le ${input.periodStart} : échangez les deux dates ou corrigez-en une.`,
    );
  }
}

function checkTexts(input: MeasurementInput, refuse: Refuse): void {
  for (const path of ['source', 'note', 'internalNote'] as const) {
    const problem = typeof input[path] === 'string' ? textProblem(input[path]) : null;
    if (problem !== null) refuse(path, problem.code, problem.message);
  }
}

/** Value or absence, never both, never neither; `between` alone has a second bound. */
function readContent(input: MeasurementInput, decimals: number | null, refuse: Refuse): GivenContent | null {
  const { value = null, valueMax = null, absence = null, status, marking, precision } = input;
  const said = {
    status,
    marking,
    precision,
    source: input.source,
    note: input.note,
    internalNote: input.internalNote,
  };
  if (absence !== null) {
    if (value !== null || valueMax !== null) {
      refuse(
        'absence',
        'value_and_absence',
        'Une valeur et une absence se contredisent : gardez l’une des deux.',
      );
      return null;
    }
    if (input.qualifier !== undefined && input.qualifier !== 'exact') {
      refuse(
        'qualifier',
        'qualifier_without_value',
        'Un qualificatif accompagne une valeur : retirez-le, ou donnez la valeur.',
      );
      return null;
    }
    return { value: null, valueMax: null, qualifier: null, absence, ...said };
  }
  if (value === null) {
    refuse(
      'value',
      'value_missing',
      'Il manque la valeur : écrivez un nombre (0 si rien n’a été compté), ou donnez `absence` avec son motif, par exemple not_communicated.',
    );
    return null;
  }
  const amount = amountOf('value', value, decimals, refuse);
  const qualifier = input.qualifier ?? 'exact';
  if (qualifier !== 'between') {
    if (valueMax !== null) {
      refuse(
        'valueMax',
        'value_max_without_between',
        'Une seconde borne ne va qu’avec le qualificatif between : ajoutez-le, ou retirez valueMax.',
      );
      return null;
    }
    if (amount === null) return null;
    const empty = emptyRange(qualifier, amount);
    if (empty !== null) refuse('qualifier', 'empty_range', empty);
    return { value: amount, valueMax: null, qualifier, absence: null, ...said };
  }
  if (valueMax === null) {
    refuse(
      'valueMax',
      'value_max_missing',
      '« entre » demande deux bornes : ajoutez valueMax, la plus grande.',
    );
    return null;
  }
  const most = amountOf('valueMax', valueMax, decimals, refuse);
  if (amount === null || most === null) return null;
  if (most <= amount) {
    refuse(
      'valueMax',
      'bounds_reversed',
      `La seconde borne, ${quoted(valueMax)}, doit dépasser la première, ${quoted(value)}.`,
    );
    return null;
  }
  return { value: amount, valueMax: most, qualifier, absence: null, ...said };
}

function amountOf(
  path: string,
  given: number | string,
  decimals: number | null,
  refuse: Refuse,
): number | null {
  // Without its indicator, only the shape of a number can be checked.
  const reading = readAmount(given, decimals ?? 4);
  if (reading.ok) return reading.amount;
  refuse(path, reading.code, reading.message);
  return null;
}

/** « moins de 0 », « près de 0 », « jusqu’à −5 »: ranges that start at zero and hold nothing. */
function emptyRange(qualifier: string, amount: number): string | null {
  const open = qualifier === 'less_than' || qualifier === 'nearly';
  if (open ? amount > 0 : qualifier !== 'up_to' || amount >= 0) return null;
  return `Le qualificatif ${qualifier} demande une valeur ${open ? 'plus grande que zéro' : 'positive ou nulle'} : écrivez plutôt exact ou about.`;
}
