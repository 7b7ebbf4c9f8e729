import type { InputIssue } from '../../kernel/domain-error.js';
import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { DraftFile } from '../drafts/draft.types.js';
import type { ColumnChoices, IndicatorSketch, TableGlimpse, ValueChoice } from '../interpretation.types.js';
import {
  COLUMN_FIELDS,
  type ColumnField,
  fileField,
  MOST_VALUES,
  NEW_INDICATOR,
  NO_DATE_COLUMN,
  type ValueField,
  valueField,
} from './draft-fields.rules.js';
import { newIndicator } from './new-indicator.rules.js';

export type Fields = ReadonlyMap<string, string>;

/** Who answers: what there is to choose, and whether anything may be added to it. */
export interface AnswersReader {
  mayTeach: boolean;
  indicators: readonly { code: string; name: string }[];
  /** Indicators that other files of the draft bring. */
  brought?: readonly IndicatorSketch[];
}

/** What was sent of one file, and where its mistakes go. */
interface Sent {
  fields: Fields;
  reader: Required<AnswersReader>;
  issues: InputIssue[];
  /** Whether a file without dates has its period, or a mistake in it that is told already. */
  hasPeriod: boolean;
}

/** Which column is what, as somebody says in the assistant; as before where they say nothing. */
export function columnAnswers(
  file: DraftFile,
  glimpse: TableGlimpse | null,
  sent: Sent,
): { columns: ColumnChoices | undefined; sender: string | null } {
  const { answers } = file;
  const { fields, issues } = sent;
  const said = (member: ColumnField | 'sender'): string => fields.get(fileField(file.id, member)) ?? '';
  const isSent =
    COLUMN_FIELDS.some((member) => fields.has(fileField(file.id, member))) ||
    fields.has(valueField(file.id, 'value', 1));
  if (!isSent || glimpse === null) return { columns: answers.reading.columns, sender: answers.sender };
  const headers = headersOf(glimpse);
  const column = (member: ColumnField): string | null => (headers.has(said(member)) ? said(member) : null);
  const date = column('date');
  const isDateless = said('date') === NO_DATE_COLUMN;
  if (date === null && !isDateless)
    issues.push(wrong(fileField(file.id, 'date'), 'Dites dans quelle colonne est la date.'));
  if (isDateless && !sent.hasPeriod) {
    const message = sentence`Dites à quelle période ces chiffres se rapportent : un mois, ou des jours.`;
    issues.push(wrong(fileField(file.id, 'periodMonth'), message));
  }
  const values = valueAnswers(file.id, glimpse, sent);
  const sender = fields.has(fileField(file.id, 'remember')) ? said('sender').trim() : null;
  if (sender === '') {
    const message = 'Écrivez de qui viennent ces fichiers, ou décochez « mémoriser ».';
    issues.push(wrong(fileField(file.id, 'sender'), message));
  }
  const kept = sender === '' ? null : sender;
  if ((date === null && !(isDateless && sent.hasPeriod)) || values === null)
    return { columns: answers.reading.columns, sender: kept };
  const columns: ColumnChoices = {
    date,
    values,
    item: column('item'),
    territory: column('territoryColumn'),
    channel: column('channelColumn'),
    note: column('note'),
    leaveTotalsOut: fields.has(fileField(file.id, 'totals')),
    grain: said('grain') === 'day' ? 'day' : 'month',
  };
  return { columns, sender: kept };
}

const headersOf = ({ columns }: TableGlimpse): ReadonlySet<string> =>
  new Set(columns.flatMap(({ header, isPersonal }) => (isPersonal ? [] : [header])));

const wrong = (path: string, message: string, code = 'invalid_request'): InputIssue => ({
  path,
  code,
  message,
});

/** The columns of numbers with what each counts; null when something of them is to be corrected. */
function valueAnswers(fileId: number, glimpse: TableGlimpse, sent: Sent): ValueChoice[] | null {
  const { fields, issues } = sent;
  const before = issues.length;
  const values: ValueChoice[] = [];
  for (let rank = 1; rank <= MOST_VALUES; rank += 1) {
    const said = (member: ValueField): string => fields.get(valueField(fileId, member, rank)) ?? '';
    // Only the first is needed: another one without an indicator is not taken in.
    if (rank > 1 && said('indicator') === '') continue;
    const blame = (member: ValueField, message: string, code?: string): void =>
      void issues.push(wrong(valueField(fileId, member, rank), message, code));
    const column = headersOf(glimpse).has(said('value')) ? said('value') : null;
    if (column === null) blame('value', 'Dites dans quelle colonne est le nombre.');
    else if (values.some((value) => value.column === column))
      blame(
        'value',
        sentence`La colonne ${quote(column)} est déjà prise plus haut : choisissez-en une autre.`,
      );
    const decimals = glimpse.columns.find(({ header }) => header === column)?.decimals ?? 0;
    const chosen = indicatorAnswer(said, { ...sent, decimals, values, blame });
    if (column !== null && chosen !== null) values.push({ column, ...chosen });
  }
  return issues.length > before ? null : values;
}

function indicatorAnswer(
  said: (member: ValueField) => string,
  {
    reader,
    decimals,
    values,
    blame,
  }: Sent & {
    decimals: number;
    values: readonly ValueChoice[];
    blame: (member: ValueField, message: string, code?: string) => void;
  },
): Omit<ValueChoice, 'column'> | null {
  const code = said('indicator');
  let chosen: Omit<ValueChoice, 'column'> = { indicator: code };
  if (code === NEW_INDICATOR) {
    if (!reader.mayTeach) {
      blame(
        'indicator',
        'Seule l’équipe du programme crée un indicateur : choisissez dans la liste, ou écrivez-lui.',
        'creation_reserved',
      );
      return null;
    }
    const made = newIndicator(said, { ...reader, decimals });
    for (const { member, message, code: why } of made.issues) blame(member, message, why);
    if (made.chosen === null) return null;
    chosen = made.chosen;
  } else if (!reader.indicators.some((one) => one.code === code)) {
    blame(
      'indicator',
      code === '' ? 'Dites de quel indicateur sont ces chiffres.' : 'Choisissez dans la liste.',
    );
    return null;
  }
  const same = values.find(({ indicator }) => indicator === chosen.indicator);
  if (same === undefined) return chosen;
  blame(
    'indicator',
    sentence`Cet indicateur compte déjà la colonne ${quote(same.column)} : choisissez-en un autre.`,
  );
  return null;
}
