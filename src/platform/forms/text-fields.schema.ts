import { z } from 'zod';
import { textDefect } from '../../kernel/kept-text.rules.js';
import { parseIsoDate } from '../../kernel/period.rules.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';

const LINE_MAX_LENGTH = 200;
/** What a form's textarea takes when nothing else is said: a page of text. */
export const PROSE_MAX_LENGTH = 5_000;

const LINE_END = /[\n\r\u2028\u2029]/;

interface TextShape {
  /** Begins the messages: « Le nom ». */
  name: string;
  maxLength: number;
  isLine: boolean;
}

/** What is wrong with a text, as far as its shape goes. */
function problemsOf(text: string, { name, maxLength, isLine }: TextShape): string[] {
  const defect = textDefect(text);
  return [
    defect === null ? null : sentence`${name} : ${defect.message}`,
    isLine && LINE_END.test(text)
      ? sentence`${name} tient sur une seule ligne : retirez le saut de ligne.`
      : null,
    text.length > maxLength
      ? sentence`${name} compte ${formatNumber(text.length)} caractères : écrivez-en au plus ${formatNumber(maxLength)}.`
      : null,
  ].filter((problem) => problem !== null);
}

/** Text kept as it was typed, but for the ends of lines: browsers send CR LF, whatever was typed. */
const shaped = (shape: TextShape) =>
  z
    .string({ error: `${shape.name} est à remplir.` })
    .transform((text) => (shape.isLine ? text : text.replace(/\r\n?/g, '\n')))
    .superRefine((text, context) => {
      for (const message of problemsOf(text, shape)) context.addIssue(message);
    });

const required = (shape: TextShape) =>
  shaped(shape).refine((text) => text.trim() !== '', { error: `${shape.name} est à remplir.` });

const optional = (shape: TextShape) => shaped(shape).transform((text) => (text.trim() === '' ? null : text));

/** One line that must say something. */
export const lineField = (name: string, maxLength = LINE_MAX_LENGTH) =>
  required({ name, maxLength, isLine: true });

/** One line that may be left empty, which is null. */
export const optionalLineField = (name: string, maxLength = LINE_MAX_LENGTH) =>
  optional({ name, maxLength, isLine: true });

/** Lines that must say something. */
export const proseField = (name: string, maxLength = PROSE_MAX_LENGTH) =>
  required({ name, maxLength, isLine: false });

/** Lines that may be left empty, which is null. */
export const optionalProseField = (name: string, maxLength = PROSE_MAX_LENGTH) =>
  optional({ name, maxLength, isLine: false });

/** A day of the calendar, as `<input type="date">` sends it; empty is null. */
export const optionalDayField = (name: string) =>
  z
    .string({ error: `${name} est à remplir.` })
    .max(40, { error: sentence`${name} : écrivez une date, par exemple 2020-12-16.` })
    .transform((text) => (text.trim() === '' ? null : text.trim()))
    .refine((text) => text === null || parseIsoDate(text) !== null, {
      error: ({ input }) =>
        sentence`${name} : ${quote(String(input))} n’est pas un jour du calendrier, écrivez par exemple 2020-12-16.`,
    });

/** A day of the calendar that must be given. */
export const dayField = (name: string) =>
  optionalDayField(name).transform((day, context) => {
    if (day !== null) return day;
    context.addIssue(`${name} est à remplir.`);
    return z.NEVER;
  });
