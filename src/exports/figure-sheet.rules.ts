import type { FigureAnswer } from '../figures/figure-answer.rules.js';
import type { Indicator } from '../indicators/indicator.types.js';
import type { Absence, Marking, Qualifier } from '../kernel/figure.types.js';
import { absenceText } from '../kernel/figure-text.rules.js';
import { qualifierPrefix } from '../kernel/french-number.rules.js';
import type { CellStyle, Sheet, SheetCell, SheetRow } from '../platform/spreadsheets/spreadsheet.types.js';
import { headerRow, NumberStyles, textSheetCell } from './sheet-cells.rules.js';

type Told = Pick<Indicator, 'name' | 'unit' | 'decimals' | 'symbol' | 'signed'>;

/** A figure beside what its indicator says of it. */
interface FigureLine {
  figure: FigureAnswer;
  indicator: Told | undefined;
  amount: CellStyle;
}

interface FigureColumn {
  header: string;
  width: number;
  of: (line: FigureLine) => SheetCell;
}

const MARKINGS: Record<Marking, string> = {
  final: 'définitif',
  provisional: 'provisoire',
  estimated: 'estimé',
  revised: 'révisé',
};
const PERCENT: CellStyle = { format: '#,##0.0"\u00a0%"' };

const number = (value: number | null | undefined, style: CellStyle): SheetCell =>
  value === null || value === undefined ? null : { number: String(value), style };
const rate = (told: FigureAnswer['attainment']): SheetCell =>
  told !== undefined && 'value' in told ? number(told.value, PERCENT) : null;

const COLUMNS: readonly FigureColumn[] = [
  { header: 'Exercice', width: 10, of: ({ figure }) => ({ number: String(figure.year) }) },
  { header: 'Code de l’indicateur', width: 28, of: ({ figure }) => textSheetCell(figure.indicator) },
  {
    header: 'Indicateur',
    width: 40,
    of: ({ figure, indicator }) => textSheetCell(indicator?.name ?? figure.indicator),
  },
  { header: 'Opération', width: 24, of: ({ figure }) => textSheetCell(figure.campaign ?? null) },
  { header: 'Chiffre', width: 48, of: ({ figure }) => textSheetCell(figure.text) },
  { header: 'Valeur', width: 14, of: ({ figure, amount }) => number(figure.value, amount) },
  { header: 'Valeur la plus haute', width: 14, of: ({ figure, amount }) => number(figure.valueMax, amount) },
  { header: 'Qualificatif', width: 13, of: ({ figure }) => textSheetCell(qualifierWords(figure.qualifier)) },
  { header: 'Unité', width: 16, of: ({ indicator }) => textSheetCell(indicator?.unit ?? null) },
  {
    header: 'Absence',
    width: 20,
    of: ({ figure: { absence, note } }) =>
      textSheetCell(absence === undefined ? null : absenceText(absence as Absence, note ?? null)),
  },
  { header: 'Arrêté au', width: 12, of: ({ figure }) => ({ day: figure.at }) },
  { header: 'Caractère', width: 13, of: ({ figure }) => textSheetCell(MARKINGS[figure.marking as Marking]) },
  { header: 'Cible', width: 14, of: ({ figure, amount }) => number(figure.target?.value, amount) },
  { header: 'Atteinte', width: 12, of: ({ figure }) => rate(figure.attainment) },
  { header: 'Où on en est', width: 36, of: ({ figure }) => textSheetCell(figure.assessmentText) },
  { header: 'Mesures', width: 10, of: ({ figure }) => ({ number: String(figure.provenance.measurements) }) },
  { header: 'Sources', width: 48, of: ({ figure }) => textSheetCell(figure.provenance.sources.join(' · ')) },
];

const qualifierWords = (qualifier: string | null): string | null =>
  qualifier === null ? null : (qualifierPrefix(qualifier as Qualifier) ?? 'exact');

/** The figures of some exercices as a sheet, one a row. */
export function figureSheet(figures: readonly FigureAnswer[], indicators: ReadonlyMap<string, Told>): Sheet {
  const styles = new NumberStyles();
  const rowOf = (figure: FigureAnswer): SheetRow => {
    const indicator = indicators.get(figure.indicator);
    const amount = styles.of(indicator ?? { decimals: 0, symbol: null, signed: false });
    return COLUMNS.map(({ of }) => of({ figure, indicator, amount }));
  };
  return {
    name: 'Chiffres',
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows: [[headerRow(COLUMNS.map(({ header }) => header)), ...figures.map(rowOf)]],
    frozen: { rows: 1, columns: 3 },
    headerRow: 1,
    filters: true,
  };
}
