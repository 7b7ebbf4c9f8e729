import { quote } from '../../kernel/decimal-string.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { joinList, normaliseForSearch, sentence, typographic } from '../../kernel/french-text.rules.js';
import type { ImportReport, RejectedCell } from '../import.types.js';

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-8-bom': 'UTF-8',
  'utf-16le': 'UTF-16',
  'windows-1252': 'Windows-1252',
};
const SEPARATORS: ReadonlyMap<string, string> = new Map([
  [',', 'virgule'],
  [';', 'point-virgule'],
  ['\t', 'tabulation'],
  ['|', 'barre verticale'],
]);
const DATE_FORMS = {
  iso: 'dates année-mois-jour',
  day_first: 'dates jour/mois/année',
  month_first: 'dates mois/jour/année',
  words: 'dates en lettres',
};
/** What headers about people speak of, in the order in which they are told. */
const PERSONAL_KINDS: readonly [RegExp, string][] = [
  [/mail|courriel/, 'courriels'],
  [/phone|tel\b|telephone|mobile|portable/, 'téléphones'],
  [/address|adresse|zip|postal|ville|city/, 'adresses'],
  [/birth|naissance|\bage\b/, 'âges'],
  [/name|nom\b|participant|payeur|acheteur|buyer|attendee|contact|personne/, 'noms'],
];

/** « 3 chiffres », « 1 chiffre ». */
export const counted = (count: number, one: string, several: string): string =>
  `${formatNumber(count)}\u00a0${count < 2 ? one : several}`;

/** « Meta, publications (français) · UTF-8 · virgule · dates mois/jour/année ». */
export function recognitionWords(
  report: Pick<ImportReport, 'profileName' | 'encoding' | 'separator' | 'entry' | 'dateForm'>,
): string {
  const { profileName, encoding, separator, entry, dateForm } = report;
  return [
    profileName === null ? 'colonnes choisies' : typographic(profileName),
    ...(entry === null ? [] : [sentence`${quote(entry)} dans l’archive`]),
    encoding === null ? 'classeur' : ENCODINGS[encoding],
    ...(separator === null ? [] : [SEPARATORS.get(separator) ?? sentence`séparateur ${quote(separator)}`]),
    ...(dateForm === null ? [] : [DATE_FORMS[dateForm]]),
  ].join(' · ');
}

/** « 7 lignes lues, aucune laissée de côté. » */
export function rowsWords({ rowsRead, rowsLeftOut }: Pick<ImportReport, 'rowsRead' | 'rowsLeftOut'>): string {
  const left = rowsLeftOut.reduce((sum, { count }) => sum + count, 0);
  const read = counted(rowsRead, 'ligne lue', 'lignes lues');
  if (left === 0) return `${read}, aucune laissée de côté.`;
  const reasons = rowsLeftOut.map(({ reason, count }) => sentence`${reason} (${formatNumber(count)})`);
  const side = left === 1 ? '1 laissée de côté' : `${formatNumber(left)} laissées de côté`;
  return sentence`${read}, ${side} : ${joinList(reasons)}.`;
}

/** « Noms et courriels non conservés (First Name, Email). »; null when nothing is personal. */
export function personalWords(columns: readonly string[]): string | null {
  if (columns.length === 0) return null;
  const kinds = new Set<string>();
  for (const column of columns) {
    const header = normaliseForSearch(column);
    kinds.add(PERSONAL_KINDS.find(([pattern]) => pattern.test(header))?.[1] ?? 'autres renseignements');
  }
  const order = [...PERSONAL_KINDS.map(([, kind]) => kind), 'autres renseignements'];
  const ranked = [...kinds].toSorted((one, other) => rank(order, one) - rank(order, other));
  const known = ranked.join(' ') === 'autres renseignements' ? ['renseignements sur des personnes'] : ranked;
  return sentence`${joinList(known)} non conservés (${columns.join(', ')}).`;
}

/** Names come first. */
const rank = (order: readonly string[], kind: string): number => (kind === 'noms' ? -1 : order.indexOf(kind));

/** « 4 valeurs nouvelles, 4 remplacées, 3 identiques et 1 en conflit »; null when nothing is said of any. */
export function changesWords(
  report: Pick<ImportReport, 'created' | 'updated' | 'unchanged' | 'conflicts'>,
): string | null {
  const { created, updated, unchanged, conflicts } = report;
  const parts: [number, string, string][] = [
    [created, 'nouvelle', 'nouvelles'],
    [updated, 'remplacée', 'remplacées'],
    [unchanged, 'identique', 'identiques'],
    [conflicts, 'en conflit', 'en conflit'],
  ];
  const told = parts.filter(([count]) => count > 0);
  const words = told.map(([count, one, several], index) => {
    const number = formatNumber(count);
    const state = count === 1 ? one : several;
    return index === 0
      ? `${number}\u00a0${count === 1 ? 'valeur' : 'valeurs'} ${state}`
      : `${number}\u00a0${state}`;
  });
  return words.length === 0 ? null : joinList(words);
}

/** « Ligne 4, colonne « Vues » : … ». */
export function rejectionWords({ line, column, message }: RejectedCell): string {
  const where =
    column === ''
      ? sentence`Ligne ${formatNumber(line)}`
      : sentence`Ligne ${formatNumber(line)}, colonne ${quote(column)}`;
  return sentence`${where} : ${message}`;
}

const MEGABYTE = 1_048_576;

/** « 1,2 Mo », « 340 ko ». */
export function sizeWords(bytes: number): string {
  return bytes < MEGABYTE
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1_024)))}\u00a0ko`
    : `${formatNumber(Math.round((bytes * 10) / MEGABYTE), 1)}\u00a0Mo`;
}
