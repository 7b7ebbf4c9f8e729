import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence, typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FieldSpec, Refusal } from '../../platform/forms/form.types.js';
import type { IndicatorSketch, TableGlimpse, ValueChoice } from '../interpretation.types.js';
import { MOST_VALUES, NEW_INDICATOR, type ValueField, valueField } from './draft-fields.rules.js';
import type { ImportNames } from './import-names.service.js';
import { indicatorNamed } from './new-indicator.rules.js';
import type { ValueColumnView } from './preview.types.js';
import { LONGEST_NAME, LONGEST_UNIT, type NewNature, proposedIndicator } from './proposed-indicator.rules.js';

const RANKS = ['Premier nombre', 'Deuxième nombre', 'Troisième nombre', 'Quatrième nombre'];
const NATURES: readonly { value: NewNature; label: string }[] = [
  { value: 'flow', label: 'Les mois s’additionnent' },
  { value: 'stock', label: 'Seul le dernier compte' },
  { value: 'unique', label: 'Ils ne s’additionnent pas' },
];

/** Who reads, and what the assistant may therefore offer. */
export interface AssistantReader {
  mayTeach: boolean;
  names: ImportNames;
  /** ISO instant at which the files came. */
  day: string;
}

interface ValueInput extends AssistantReader {
  id: number;
  glimpse: TableGlimpse;
  /** What was chosen before. */
  chosen: readonly ValueChoice[] | undefined;
  refusal: Refusal | null;
}

/** The columns of numbers: as many as the table seems to have, each with what it counts. */
export function valueColumns(input: ValueInput): ValueColumnView[] {
  const { glimpse, chosen = [] } = input;
  const guessed = glimpse.columns.filter(({ guess }) => guess === 'value').map(({ header }) => header);
  const shown = Math.min(Math.max(guessed.length, chosen.length, 1), MOST_VALUES);
  // Those that were not taken come after those that were.
  const left = guessed.filter((header) => chosen.every(({ column }) => column !== header));
  return Array.from({ length: shown }, (_, index) => {
    const said = chosen[index];
    const column = said?.column ?? left[index - chosen.length] ?? '';
    return valueColumn({ ...input, said, column, rank: index + 1, isAlone: shown === 1 });
  });
}

type OneValue = ValueInput & {
  said: ValueChoice | undefined;
  column: string;
  rank: number;
  isAlone: boolean;
};

function valueColumn(input: OneValue): ValueColumnView {
  const { id, glimpse, refusal, rank, isAlone, said, column, mayTeach, names } = input;
  const name = (member: ValueField): string => valueField(id, member, rank);
  const isNew = said?.sketch !== undefined;
  const fields: FieldSpec[] = [
    {
      kind: 'select',
      name: name('value'),
      label: 'Nombre',
      value: column,
      choices: [
        { value: '', label: 'Choisir…' },
        ...glimpse.columns
          .filter(({ isPersonal }) => !isPersonal)
          .map(({ header }): Choice => ({ value: header, label: header })),
      ],
    },
    {
      kind: 'select',
      name: name('indicator'),
      label: 'Indicateur',
      value: isNew ? NEW_INDICATOR : (said?.indicator ?? ''),
      optional: rank > 1,
      choices: [
        { value: '', label: rank === 1 ? 'Choisir…' : 'Ne pas reprendre' },
        ...(mayTeach ? [{ value: NEW_INDICATOR, label: 'Nouvel indicateur…' }] : []),
        ...names.indicators.map(({ code, name: label }) => ({ value: code, label: typographic(label) })),
      ],
    },
  ];
  const drawn = (specs: FieldSpec[]) =>
    formView({ id: 'import', action: '', submit: '', fields: specs }, refusal).fields;
  return {
    legend: isAlone ? null : (RANKS[rank - 1] ?? ''),
    fields: drawn(fields),
    creation: mayTeach ? { isOpen: isNew, fields: drawn(newFields(input, name)) } : null,
  };
}

function newFields(
  { said, column, names, refusal }: OneValue,
  name: (member: ValueField) => string,
): FieldSpec[] {
  const sketch: IndicatorSketch | undefined = said?.sketch;
  const proposed = proposedIndicator(column);
  const nature = sketch?.nature ?? proposed.nature;
  const taken = refusal?.issues.some(
    ({ path, code }) => path === name('newName') && code === 'indicator_exists',
  );
  const existing = taken ? indicatorNamed(refusal?.values[name('newName')] ?? '', names.indicators) : null;
  const same: FieldSpec[] =
    existing === null
      ? []
      : [
          {
            kind: 'checkbox',
            name: name('newSame'),
            label: sentence`C’est le même : prendre ${quote(existing.name)}`,
          },
        ];
  return [
    {
      kind: 'text',
      name: name('newName'),
      label: 'Nom de l’indicateur',
      hint: 'Tel qu’il se lira sur les pages.',
      value: sketch?.name ?? proposed.name,
      maxLength: LONGEST_NAME,
    },
    ...same,
    {
      kind: 'text',
      name: name('newOther'),
      label: 'Unité au pluriel',
      hint: '120 « visiteurs ».',
      value: sketch?.labelOther ?? proposed.other,
      optional: true,
      maxLength: LONGEST_UNIT,
    },
    {
      kind: 'text',
      name: name('newOne'),
      label: 'Unité au singulier',
      hint: '1 « visiteur ».',
      value: sketch?.labelOne ?? proposed.one,
      optional: true,
      maxLength: LONGEST_UNIT,
    },
    {
      kind: 'select',
      name: name('newNature'),
      label: 'D’un mois à l’autre',
      hint: 'D’abonnés, seul le dernier compte.',
      value: nature,
      choices: NATURES.map(({ value, label }) => ({ value, label: typographic(label) })),
    },
  ];
}
