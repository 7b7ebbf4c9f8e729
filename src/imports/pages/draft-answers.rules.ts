import type { InputIssue } from '../../kernel/domain-error.js';
import type { AnswerName, ImportQuestion } from '../import.types.js';
import type { IndicatorSketch, ReadingAnswers } from '../interpretation.types.js';
import type { Draft, DraftAnswers, DraftFile, DraftFileAnswers, TotalChoice } from '../drafts/draft.types.js';
import type { Trial, TriedFile } from '../drafts/trial.types.js';
import { type AnswersReader, columnAnswers, type Fields } from './column-answers.rules.js';
import { periodAnswer } from './period-answer.rules.js';
import { CREATE_FIELD, fileField, totalField } from './draft-fields.rules.js';

/** What somebody's answers make of a draft's. */
export interface ChangedAnswers {
  answers: DraftAnswers;
  files: Map<number, DraftFileAnswers>;
  /** Whether anything is said otherwise than before. */
  hasChanged: boolean;
  issues: InputIssue[];
}

/** Takes in the fields of a form: what it does not have stays as it was said before. */
export function changedAnswers(
  draft: Draft,
  trial: Trial,
  fields: Fields,
  reader: AnswersReader,
): ChangedAnswers {
  const issues: InputIssue[] = [];
  const files = new Map<number, DraftFileAnswers>();
  for (const tried of trial.files) {
    const { file } = tried;
    // Two files of one draft may bring the same new indicator.
    const brought = draft.files.flatMap((one) =>
      sketchesOf(files.get(one.id) ?? one.answers, one.id === file.id),
    );
    files.set(file.id, fileAnswers(tried, fields, { ...reader, brought }, issues));
  }
  const answers = draftAnswers(draft, trial, fields);
  const said = (of: (file: DraftFile) => DraftFileAnswers) =>
    draft.files.map((file) => [of(file).reading, of(file).sender]);
  const before = JSON.stringify([draft.answers, said((file) => file.answers)]);
  const after = JSON.stringify([answers, said((file) => files.get(file.id) ?? file.answers)]);
  return { answers, files, hasChanged: before !== after, issues };
}

function draftAnswers(draft: Draft, { proposals }: Trial, fields: Fields): DraftAnswers {
  const create = fields.get(CREATE_FIELD);
  const totals = new Map((draft.answers.totals ?? []).map(({ key, choice }) => [key, choice]));
  for (const { key, choices } of proposals) {
    const said = choices.find(({ choice }) => choice === fields.get(totalField(key)))?.choice;
    // What nobody touched is kept as it is: the first choice.
    if (said !== undefined && (said !== 'keep' || totals.has(key))) totals.set(key, said);
  }
  const list = [...totals].map(([key, choice]): { key: string; choice: TotalChoice } => ({ key, choice }));
  return {
    ...draft.answers,
    ...(create === undefined ? {} : { create: create === 'true' }),
    ...(list.length === 0 ? {} : { totals: list }),
  };
}

/** The questions of a file: those that are asked, then those that were. */
export function questionsOf({ file, report }: Pick<TriedFile, 'file' | 'report'>): ImportQuestion[] {
  const asked = (report?.questions ?? []).filter(({ answer }) => answer !== undefined);
  const names = new Set(asked.map(({ answer }) => answer?.name));
  return [...file.answers.asked.filter(({ answer }) => !names.has(answer?.name)), ...asked];
}

const sketchesOf = ({ reading }: DraftFileAnswers, isItself: boolean): IndicatorSketch[] =>
  isItself ? [] : (reading.columns?.values ?? []).flatMap(({ sketch }) => sketch ?? []);

function fileAnswers(
  tried: TriedFile,
  fields: Fields,
  reader: Required<AnswersReader>,
  issues: InputIssue[],
): DraftFileAnswers {
  const { file } = tried;
  const reading: ReadingAnswers = { ...file.answers.reading };
  const asked: ImportQuestion[] = [];
  const { period, issues: wrong } = periodAnswer(file.id, fields);
  issues.push(...wrong);
  if (period !== undefined) put(reading, 'period', period ?? undefined);
  for (const question of questionsOf(tried)) {
    const name = question.answer?.name;
    if (name === undefined || name === 'create') continue;
    if (name === 'period') {
      if (reading.period !== undefined) asked.push(question);
      continue;
    }
    const field = fileField(file.id, name);
    const said = fields.get(field);
    const wasAsked = file.answers.asked.includes(question);
    if (said === undefined || isUntouched(question, reading[name], said)) {
      if (wasAsked) asked.push(question);
      continue;
    }
    if (question.answer?.values.includes(said)) {
      put(reading, name, said);
      asked.push(question);
    } else if (said === '') put(reading, name, undefined);
    else {
      issues.push({ path: field, code: 'invalid_request', message: 'Choisissez dans la liste.' });
      if (wasAsked) asked.push(question);
    }
  }
  const { columns, sender } = columnAnswers(file, tried.glimpse, {
    fields,
    reader,
    issues,
    hasPeriod: reading.period !== undefined || wrong.length > 0,
  });
  // Dates that a column says need no period.
  if (typeof columns?.date === 'string') put(reading, 'period', undefined);
  if (columns === undefined) delete reading.columns;
  else reading.columns = columns;
  return { reading, asked, sender };
}

/** The choice that is taken when nobody answers says nothing by being sent along. */
const isUntouched = ({ answer }: ImportQuestion, before: string | undefined, said: string): boolean =>
  before === undefined && answer?.optional === true && said === answer.values[0];

/** The choices of a question are its values: what is sent was one of them. */
function put(reading: ReadingAnswers, name: Exclude<AnswerName, 'create'>, said: string | undefined): void {
  if (said === undefined) delete reading[name];
  else Object.assign(reading, { [name]: said });
}
