import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { normaliseForSearch, sentence, slug, startsWithVowelSound } from '../../kernel/french-text.rules.js';
import { codeOfName, freeCode } from '../../kernel/new-code.rules.js';
import { DEFAULT_OPERATORS } from '../../indicators/indicator-definition.rules.js';
import type { IndicatorSketch, ValueChoice } from '../interpretation.types.js';
import type { ValueField } from './draft-fields.rules.js';
import { LONGEST_NAME, LONGEST_UNIT, NEW_NATURES, proposedIndicator } from './proposed-indicator.rules.js';

/** Of a name without any letter that a code may have. */
const NAMELESS = 'INDICATEUR';
/** `/administration/indicateurs/nouveau` is the form of a new one. */
const RESERVED = 'NOUVEAU';
const LINE_END = /[\n\r\u2028\u2029]/;

interface Named {
  code: string;
  name: string;
}

/** What is wrong with a field of a new indicator. */
export interface NewIndicatorIssue {
  member: ValueField;
  code?: 'indicator_exists';
  message: string;
}

/** The indicator that already bears a name, whatever its accents, capitals and spaces. */
export const indicatorNamed = <One extends Named>(name: string, indicators: readonly One[]): One | null =>
  indicators.find((one) => same(one.name, name) || slug(one.code) === slug(name)) ?? null;

const same = (one: string, other: string): boolean => normaliseForSearch(one) === normaliseForSearch(other);

/**
 * The indicator that somebody describes for a column of numbers: a new one, or the one that bears its name already when
 * they say it is the same.
 * @param brought new ones of other files: one of the same name is the same one
 */
export function newIndicator(
  said: (member: ValueField) => string,
  {
    indicators,
    brought,
    decimals,
  }: { indicators: readonly Named[]; brought: readonly IndicatorSketch[]; decimals: number },
): { chosen: Omit<ValueChoice, 'column'> | null; issues: NewIndicatorIssue[] } {
  const name = said('newName').trim();
  const issues: NewIndicatorIssue[] = [];
  const nameIssue = lineIssue(name, 'Le nom', LONGEST_NAME);
  if (nameIssue !== null) issues.push({ member: 'newName', message: nameIssue });
  else if (name === '')
    issues.push({
      member: 'newName',
      message: sentence`Écrivez le nom du nouvel indicateur, par exemple « Visiteurs du stand ».`,
    });
  const existing = issues.length > 0 ? null : indicatorNamed(name, indicators);
  if (existing !== null) {
    if (said('newSame') !== '') return { chosen: { indicator: existing.code }, issues };
    issues.push({
      member: 'newName',
      code: 'indicator_exists',
      message: sentence`L’indicateur ${quote(existing.name)} existe déjà : prenez-le, ou écrivez un autre nom.`,
    });
  }
  for (const [member, what] of [
    ['newOther', 'Le pluriel'],
    ['newOne', 'Le singulier'],
  ] as const) {
    const message = lineIssue(said(member).trim(), what, LONGEST_UNIT);
    if (message !== null) issues.push({ member, message });
  }
  if (issues.length > 0) return { chosen: null, issues };
  const known = brought.find((one) => same(one.name, name));
  const code = known?.code ?? newCode(name, [...indicators, ...brought]);
  return { chosen: { indicator: code, sketch: { ...sketchOf(name, said, decimals), code } }, issues };
}

function lineIssue(text: string, what: string, most: number): string | null {
  if (LINE_END.test(text)) return sentence`${what} tient sur une seule ligne : retirez le saut de ligne.`;
  if (text.length <= most) return null;
  return sentence`${what} compte ${formatNumber(text.length)} caractères : écrivez-en au plus ${formatNumber(most)}.`;
}

function newCode(name: string, known: readonly Named[]): string {
  const taken = new Set([RESERVED, ...known.map(({ code }) => code)]);
  return freeCode(codeOfName(name, '_') || NAMELESS, '_', taken);
}

/** What is left empty is as its name proposes. */
function sketchOf(
  name: string,
  said: (member: ValueField) => string,
  decimals: number,
): Omit<IndicatorSketch, 'code'> {
  const proposed = proposedIndicator(name);
  const labelOther = said('newOther').trim() || proposed.other || name.slice(0, LONGEST_UNIT);
  const labelOne = said('newOne').trim() || proposed.one || labelOther;
  const nature = NEW_NATURES.find((one) => one === said('newNature')) ?? 'flow';
  const { aggregationTime, aggregationTerritory, aggregationChannel } = DEFAULT_OPERATORS[nature];
  return {
    name,
    labelOne,
    labelOther,
    elision: startsWithVowelSound(labelOther),
    unit: labelOne,
    symbol: null,
    decimals,
    signed: false,
    nature,
    aggregation: { time: aggregationTime, territory: aggregationTerritory, channel: aggregationChannel },
    chainLevel: 'output',
    numerator: null,
    denominator: null,
    factor: 1,
    definition: null,
  };
}
