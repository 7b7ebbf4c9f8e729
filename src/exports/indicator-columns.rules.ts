import { frequencyWords, levelLabel, natureWords, timeWords } from '../indicators/indicator-words.rules.js';
import type { Indicator } from '../indicators/indicator.types.js';
import { slug } from '../kernel/french-text.rules.js';
import { BYTE_ORDER_MARK, csvCell } from '../kernel/spreadsheet-text.rules.js';
import type { Sheet, SheetCell } from '../platform/spreadsheets/spreadsheet.types.js';
import { headerRow, textSheetCell } from './sheet-cells.rules.js';

interface IndicatorColumn {
  header: string;
  width: number;
  of: (indicator: Indicator) => string | number | null;
}

const yes = (said: boolean): string => (said ? 'oui' : 'non');

/** What is told of an indicator, by whoever wonders what a figure means. */
const COLUMNS: readonly IndicatorColumn[] = [
  { header: 'Code', width: 28, of: ({ code }) => code },
  { header: 'Nom', width: 40, of: ({ name }) => name },
  { header: 'Unité', width: 16, of: ({ unit }) => unit },
  { header: 'Symbole', width: 10, of: ({ symbol }) => symbol },
  { header: 'Décimales', width: 10, of: ({ decimals }) => decimals },
  { header: 'Nature', width: 24, of: ({ nature }) => natureWords(nature).label },
  { header: 'Niveau', width: 14, of: ({ chainLevel }) => levelLabel(chainLevel) },
  { header: 'Total sur l’année', width: 28, of: ({ aggregationTime }) => timeWords(aggregationTime) },
  { header: 'Chiffre clé', width: 12, of: ({ keyFigure }) => yes(keyFigure) },
  { header: 'Partie de', width: 24, of: ({ subsetOf }) => subsetOf },
  { header: 'Numérateur', width: 24, of: ({ numerator }) => numerator },
  { header: 'Dénominateur', width: 24, of: ({ denominator }) => denominator },
  { header: 'Définition', width: 60, of: ({ definition }) => definition },
  { header: 'Méthode', width: 40, of: ({ method }) => method },
  { header: 'Producteur', width: 28, of: ({ producer }) => producer },
  { header: 'Fréquence', width: 16, of: ({ frequency }) => frequency && frequencyWords(frequency) },
  { header: 'Version', width: 9, of: ({ version }) => version },
  { header: 'Valable depuis', width: 15, of: ({ validFrom }) => validFrom },
  { header: 'Compté jusqu’au', width: 15, of: ({ retiredOn }) => retiredOn },
  { header: 'Remarque', width: 40, of: ({ note }) => note },
];
const HEADERS = COLUMNS.map(({ header }) => header);
const DAYS: readonly string[] = ['Valable depuis', 'Compté jusqu’au'];
/** The same names as programs like them: `total_sur_l_annee`. */
const CODES = HEADERS.map((header) => slug(header).replaceAll('-', '_'));

/** The definitions as a CSV, a line each. */
export const indicatorsCsv = (indicators: readonly Indicator[]): string[] => [
  `${BYTE_ORDER_MARK}${CODES.join(';')}\r\n`,
  ...indicators.map(
    (indicator) => `${COLUMNS.map(({ of }) => csvCell(String(of(indicator) ?? ''))).join(';')}\r\n`,
  ),
];

/** The definitions as a sheet. */
export function indicatorSheet(indicators: readonly Indicator[]): Sheet {
  const rows = indicators.map((indicator) => COLUMNS.map((column) => cellOf(column, indicator)));
  return {
    name: 'Indicateurs',
    columns: COLUMNS.map(({ width }) => ({ width })),
    rows: [[headerRow(HEADERS), ...rows]],
    frozen: { rows: 1, columns: 1 },
    headerRow: 1,
    filters: true,
  };
}

function cellOf({ header, of }: IndicatorColumn, indicator: Indicator): SheetCell {
  const said = of(indicator);
  if (typeof said === 'number') return { number: String(said) };
  return said !== null && DAYS.includes(header) ? { day: said } : textSheetCell(said);
}
