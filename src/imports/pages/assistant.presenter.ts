import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, FieldView, Refusal } from '../../platform/forms/form.types.js';
import type { TriedFile } from '../drafts/trial.types.js';
import type { ColumnGlimpse, TableGlimpse } from '../interpretation.types.js';
import { type AssistantReader, valueColumns } from './assistant-values.presenter.js';
import { type ColumnField, fileField, NO_DATE_COLUMN } from './draft-fields.rules.js';
import type { AssistantView } from './preview.types.js';
import { periodFields } from './period-fields.presenter.js';
import { proposedIndicator } from './proposed-indicator.rules.js';
import { counted } from './report-words.rules.js';

/** Asks which column is what, with what each seems to be already chosen. */
export function assistantView(
  { file, glimpse }: TriedFile,
  reader: AssistantReader,
  refusal: Refusal | null,
): AssistantView | null {
  if (glimpse === null) return null;
  const chosen = file.answers.reading.columns;
  const form = formView(
    { id: 'import', action: '', submit: '', fields: fieldsOf(file.id, glimpse, { ...reader, file }) },
    refusal,
  );
  return {
    lede: ledeOf(glimpse),
    label: `Colonnes de ${file.name}`,
    columns: glimpse.columns.map(({ header, examples, isPersonal }) => ({
      header,
      examples: isPersonal ? 'sur des personnes : rien n’en est gardé' : examples.join(' · '),
      isPersonal,
    })),
    date: form.fields.slice(0, 1),
    period: periodFields(file.id, file.answers.reading.period, { day: reader.day, refusal }),
    values: valueColumns({ ...reader, id: file.id, glimpse, chosen: chosen?.values, refusal }),
    proposals: JSON.stringify(reader.mayTeach ? proposalsOf(glimpse) : {}),
    fields: form.fields.slice(1),
    isChosen: chosen !== undefined,
  };
}

/** All of its fields. */
export const assistantFields = ({ date, period, values, fields }: AssistantView): FieldView[] => [
  ...date,
  ...period,
  ...values.flatMap((value) => [...value.fields, ...(value.creation?.fields ?? [])]),
  ...fields,
];

/** What each column could be called as a new indicator, for whoever chooses another one. */
const proposalsOf = ({ columns }: TableGlimpse) =>
  Object.fromEntries(
    columns.filter(({ isPersonal }) => !isPersonal).map(({ header }) => [header, proposedIndicator(header)]),
  );

function ledeOf({ rows, headerLine, totalLines, sheet }: TableGlimpse): string {
  const where = sheet === null ? '' : sentence`, feuille « ${sheet} »`;
  const read = sentence`${counted(rows, 'ligne', 'lignes')} sous l’en-tête de la ligne ${formatNumber(headerLine)}${where}.`;
  if (totalLines.length === 0) return read;
  const lines = totalLines.map((line) => formatNumber(line)).join(', ');
  return sentence`${read} ${totalLines.length === 1 ? 'Une ligne semble être un total' : 'Des lignes semblent être des totaux'} : ${lines}.`;
}

function fieldsOf(
  id: number,
  { columns, totalLines }: TableGlimpse,
  { mayTeach, file }: AssistantReader & Pick<TriedFile, 'file'>,
): FieldSpec[] {
  const chosen = file.answers.reading.columns;
  const offered = columns.filter(({ isPersonal }) => !isPersonal);
  const choices = offered.map(({ header }): Choice => ({ value: header, label: header }));
  const guessed = (guess: ColumnGlimpse['guess']): string =>
    offered.find((column) => column.guess === guess)?.header ?? '';
  const column = (
    member: ColumnField,
    label: string,
    said: string | null | undefined,
    guess: ColumnGlimpse['guess'],
  ): FieldSpec => ({
    kind: 'select',
    name: fileField(id, member),
    label,
    value: chosen === undefined ? guessed(guess) : (said ?? ''),
    choices: [{ value: '', label: 'Aucune colonne' }, ...choices],
    optional: true,
  });
  const learned: FieldSpec[] = [
    {
      kind: 'checkbox',
      name: fileField(id, 'remember'),
      label: 'Mémoriser pour les prochains fichiers de cet expéditeur',
      value: file.answers.sender === null ? '' : 'on',
    },
    {
      kind: 'text',
      name: fileField(id, 'sender'),
      label: 'Expéditeur',
      hint: 'Une organisation plutôt qu’une personne : « Imprimerie de Figeac ».',
      value: file.answers.sender ?? '',
      optional: true,
      maxLength: 100,
    },
  ];
  return [
    {
      kind: 'select',
      name: fileField(id, 'date'),
      label: 'Date',
      value: (chosen === undefined ? guessed('date') : chosen.date) || NO_DATE_COLUMN,
      choices: [
        { value: '', label: 'Choisir…' },
        { value: NO_DATE_COLUMN, label: 'Pas de colonne de date' },
        ...choices,
      ],
    },
    {
      kind: 'select',
      name: fileField(id, 'grain'),
      label: 'Un chiffre par',
      value: chosen?.grain ?? 'month',
      choices: [
        { value: 'month', label: 'mois' },
        { value: 'day', label: 'jour' },
      ],
    },
    column('item', 'Identifiant', chosen?.item, 'item'),
    column('territoryColumn', 'Territoire', chosen?.territory, 'territory'),
    column('channelColumn', 'Canal', chosen?.channel, 'channel'),
    column('note', 'Remarque', chosen?.note, 'note'),
    {
      kind: 'checkbox',
      name: fileField(id, 'totals'),
      label: 'Laisser de côté les lignes de total',
      value: (chosen?.leaveTotalsOut ?? totalLines.length > 0) ? 'on' : '',
    },
    ...(mayTeach ? learned : []),
  ];
}
