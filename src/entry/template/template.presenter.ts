import { QUALIFIERS } from '../../kernel/figure.types.js';
import { qualifierPrefix } from '../../kernel/french-number.rules.js';
import { textCell } from '../../kernel/spreadsheet-text.rules.js';
import { numberFormat } from '../../platform/spreadsheets/number-formats.rules.js';
import type { CellStyle, SheetRow, Workbook } from '../../platform/spreadsheets/spreadsheet.types.js';
import type { EntryPeriod } from '../plan/entry-period.rules.js';
import type { ExpectedFigure } from '../plan/expected-figure.types.js';
import type { SliceNames } from '../plan/slice-names.service.js';

/** What a partner fills in by hand, and for whom. */
export interface TemplateMaterial {
  programme: string;
  period: EntryPeriod;
  /** Name of the organisation; null for the team's own figures. */
  organisation: string | null;
  /** Code of the operation that the figures are of; null for the whole programme. */
  campaign: string | null;
  rows: readonly Pick<ExpectedFigure, 'indicator'>[];
  names: SliceNames;
}

const HEADERS = [
  { text: 'Code', width: 30 },
  { text: 'Indicateur', width: 48 },
  { text: 'Unité', width: 18 },
  { text: 'Valeur', width: 16 },
  { text: 'Qualificatif (exact, plus de, près de, environ)', width: 22 },
  { text: 'Commentaire', width: 40 },
  { text: 'Justificatif (lien)', width: 32 },
];
const HEADER_ROW = 3;
const QUALIFIER_COLUMN = 4;
const QUALIFIER_LIST = 'qualificatifs';

const TITLE: CellStyle = { title: true };
const HEADER: CellStyle = { bold: true, fill: 'header', wrap: true };
const LOCKED: CellStyle = { fill: 'quiet', wrap: true };
const ENTRY: CellStyle = { fill: 'entry', wrap: true, unlocked: true };

/** « plus de », « près de »… but « entre », which needs two values. */
const QUALIFIER_WORDS = QUALIFIERS.filter((qualifier) => qualifier !== 'between').map(
  (qualifier) => qualifierPrefix(qualifier) ?? 'exact',
);

/** A sheet to fill in: only values and what goes with them may be written; an empty value says nothing. */
export function templateWorkbook(material: TemplateMaterial): Workbook {
  const { programme, period } = material;
  const title = `Saisie partenaire – ${programme} – ${period.label}`;
  return {
    title,
    author: programme,
    lists: new Map([[QUALIFIER_LIST, QUALIFIER_WORDS]]),
    sheets: [
      {
        name: 'Saisie',
        columns: HEADERS.map(({ width }) => ({ width })),
        rows: [
          [
            [{ text: title, style: TITLE }],
            aboutRow(material),
            HEADERS.map(({ text }) => ({ text, style: HEADER })),
            ...material.rows.map((row) => entryRow(row, material.names)),
          ],
        ],
        frozen: { rows: HEADER_ROW, columns: 2 },
        headerRow: HEADER_ROW,
        isProtected: true,
        choices: [
          {
            column: QUALIFIER_COLUMN,
            firstRow: HEADER_ROW + 1,
            list: QUALIFIER_LIST,
            hint: {
              title: 'Qualificatif',
              text: 'Laissez vide si le nombre est exact. « plus de », « près de »… s’il est arrondi.',
            },
            refusal: { title: 'Mot inconnu', text: 'Choisissez dans la liste, ou laissez vide.' },
          },
        ],
      },
    ],
  };
}

function aboutRow({ organisation, campaign }: TemplateMaterial): SheetRow {
  const whose =
    organisation === null ? [] : [{ text: 'Organisation' }, { text: textCell(organisation) }, null];
  const which = campaign === null ? [] : [{ text: 'Opération' }, { text: textCell(campaign) }];
  return [
    ...whose,
    { text: 'Ne modifiez pas la colonne A. Une valeur vide n’est pas renseignée.' },
    ...which,
  ];
}

function entryRow({ indicator: code }: Pick<ExpectedFigure, 'indicator'>, names: SliceNames): SheetRow {
  const indicator = names.indicator(code);
  const { decimals = 0, symbol = null, signed = false, nature } = indicator ?? {};
  const isState = nature === 'stock' || nature === 'snapshot' || nature === 'cumulative';
  const title = names.title({ indicator: code });
  const value: CellStyle = { ...ENTRY, align: 'right', format: numberFormat({ decimals, symbol, signed }) };
  return [
    { text: textCell(code), style: LOCKED },
    { text: textCell(isState ? `${title} (stock au dernier jour du mois)` : title), style: LOCKED },
    { text: textCell(indicator?.labelOther ?? indicator?.unit ?? ''), style: LOCKED },
    { style: value },
    { style: ENTRY },
    { style: ENTRY },
    { style: ENTRY },
  ];
}
