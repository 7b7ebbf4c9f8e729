import { z } from 'zod';
import { DEFAULT_OPERATORS } from '../../indicators/indicator-definition.rules.js';
import {
  type Aggregation,
  AGGREGATIONS,
  CHAIN_LEVELS,
  COST_KINDS,
  DIRECTIONS,
  FREQUENCIES,
  NATURES,
} from '../../indicators/indicator.types.js';
import { quote, readDecimalString } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { canonicalCode, sentence } from '../../kernel/french-text.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import {
  dayField,
  lineField,
  optionalDayField,
  optionalLineField,
  optionalProseField,
} from '../../platform/forms/text-fields.schema.js';

const CODE_MAX_LENGTH = 80;
/** Capitals and digits, parted by underscores, as codes of indicators are written. */
const CODE = /^[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/;
/** The address of the form of a new one. */
const RESERVED = 'NOUVEAU';

const wrongCode = (typed: string): string => {
  const proposed = canonicalCode(typed, '_').slice(0, CODE_MAX_LENGTH);
  const example = CODE.test(proposed) && proposed !== RESERVED ? proposed : 'VISITEURS_STAND';
  return sentence`Le code s’écrit en capitales sans accent ni espace : trouvé ${quote(typed)}, écrivez par exemple ${example}.`;
};

const newCode = z
  .string({ error: 'Le code est à remplir.' })
  .transform((text) => text.trim().toUpperCase())
  .refine((text) => text.length <= CODE_MAX_LENGTH && CODE.test(text) && text !== RESERVED, {
    error: ({ input }) => wrongCode(String(input)),
  });

/** A box is sent as `on` when it is ticked, and not at all otherwise. */
const box = z
  .literal('on', { error: 'Cette case est cochée, ou ne l’est pas.' })
  .optional()
  .transform((ticked) => ticked === 'on');

const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: 'Choisissez dans la liste.' });

/** Nothing chosen is null. */
const optionalOneOf = <const Words extends readonly string[]>(words: Words) =>
  z
    .enum([...words, ''], { error: 'Choisissez dans la liste.' })
    .transform((word) => (word === '' ? null : (word as Words[number])));

/** A code of the list, or none. Whether it is a known one, the rules of links say. */
const link = z
  .string({ error: 'Choisissez un indicateur de la liste.' })
  .max(CODE_MAX_LENGTH, { error: 'Choisissez un indicateur de la liste.' })
  .transform((code) => (code === '' ? null : code));

const whole = (name: string, least: number, most: number, isOptional: boolean) =>
  z.string({ error: sentence`${name} est à remplir.` }).transform((text, context) => {
    if (isOptional && text.trim() === '') return null;
    const reading = readDecimalString(text.trim(), 0);
    if (reading.kind === 'value' && reading.value >= least && reading.value <= most) return reading.value;
    context.addIssue(
      sentence`${name} est un nombre entier de ${least} à ${formatNumber(most)} : trouvé ${quote(text.slice(0, 40))}.`,
    );
    return z.NEVER;
  });

const operator = z.enum([...AGGREGATIONS, ''], { error: 'Choisissez dans la liste.' });

const described = {
  name: lineField('Le nom'),
  shortName: lineField('Le nom court', 60),
  labelOne: lineField('Le singulier'),
  labelOther: lineField('Le pluriel'),
  sentenceOne: optionalLineField('La phrase au singulier'),
  sentenceOther: optionalLineField('La phrase au pluriel'),
  elision: box,
  definition: optionalProseField('La définition'),
  method: optionalProseField('La méthode'),
  unit: lineField('L’unité', 60),
  symbol: optionalLineField('Le symbole', 10),
  decimals: oneOf(['0', '1', '2', '3', '4']).transform(Number),
  signed: box,
  nature: oneOf(NATURES),
  aggregationTime: operator,
  aggregationTerritory: operator,
  aggregationChannel: operator,
  overlapping: box,
  exhaustive: box,
  carriesLastValue: box,
  carryMaxDays: whole('L’âge le plus grand', 1, 36_500, true),
  restartsOn: z
    .string({ error: 'Choisissez dans la liste.' })
    .refine((day) => day === '' || parseIsoDate(`2001-${day}`) !== null, {
      error: 'Choisissez dans la liste.',
    })
    .transform((day) => (day === '' ? null : day)),
  subsetOf: link,
  numerator: link,
  denominator: link,
  factor: whole('Le facteur', 1, 1_000_000, false).transform((value) => value ?? 1),
  chainAfter: link,
  chainLevel: oneOf(CHAIN_LEVELS),
  direction: oneOf(DIRECTIONS),
  keyFigure: box,
  costKind: optionalOneOf(COST_KINDS),
  producer: optionalLineField('Le producteur'),
  owner: optionalLineField('Le responsable'),
  frequency: optionalOneOf(FREQUENCIES),
  dueDays: whole('Le délai', 0, 3_650, true),
  note: optionalProseField('La note'),
};

interface Chosen {
  nature: (typeof NATURES)[number];
  aggregationTime: Aggregation | '';
  aggregationTerritory: Aggregation | '';
  aggregationChannel: Aggregation | '';
}

/** « Comme il convient à sa nature » is what an operator says when nothing else was chosen. */
function withOperators<Value extends Chosen>({ ...value }: Value) {
  const usual = DEFAULT_OPERATORS[value.nature];
  return {
    ...value,
    aggregationTime: value.aggregationTime || usual.aggregationTime,
    aggregationTerritory: value.aggregationTerritory || usual.aggregationTerritory,
    aggregationChannel: value.aggregationChannel || usual.aggregationChannel,
  };
}

/** Which button was pressed: looking at an example saves nothing. */
const intent = z.literal('preview', { error: 'Ce bouton n’existe pas.' }).optional();

export const newIndicatorBody = z
  .strictObject({ code: newCode, ...described, intent })
  .transform(withOperators);

export const indicatorBody = z
  .strictObject({
    ...described,
    change: oneOf(['same', 'break']).optional(),
    validFrom: optionalDayField('Le premier jour').optional(),
    reason: optionalLineField('Le motif').optional(),
    intent,
  })
  .transform(withOperators);

export const moveBody = z.strictObject({ direction: oneOf(['up', 'down']) });
export const retirementBody = z.strictObject({ on: dayField('Le dernier jour') });

/** Nothing but the button that was pressed. */
export const buttonBody = z.strictObject({});

/** The code in an address: anything else is simply not found. */
export const codeParam = z.string().max(200);

/** `?fait=creation`: what was just done. */
export const doneQuery = z.object({ fait: z.string().max(50).optional().catch(undefined) });
export type DoneQuery = z.output<typeof doneQuery>;
