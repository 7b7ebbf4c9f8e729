import { quote } from '../../kernel/decimal-string.rules.js';
import { normaliseForSearch, sentence } from '../../kernel/french-text.rules.js';
import { nearestCode } from '../../kernel/nearest-code.rules.js';
import type { InterpretationContext } from '../interpretation.types.js';
import { titleOf, type Block } from './blocks.rules.js';
import type { Findings } from './findings.rules.js';
import { cellText, columnAt, filledCells, isOneOf } from './header-names.rules.js';
import type { ImportProfile, Names } from './import-profile.types.js';
import type { ValueScale } from './indicator-words.rules.js';

/** One indicator that the columns of a block give, and where. */
export interface BlockValue {
  scale: ValueScale;
  /** More than one: they make the value together. */
  indexes: readonly number[];
  adds: boolean;
  /** Header of the first of them, for what is told of its cells. */
  column: string;
}

interface Reading {
  profile: ImportProfile;
  context: InterpretationContext;
  scaleOf: (code: string) => ValueScale;
  findings: Findings;
}

/** The header of a column as the file writes it. */
export const headerText = (block: Block, index: number): string => cellText(block.header.cells[index]);

/** Where the values of a block stand; a column that is missing from this export is no mistake. */
export function valuesOf(block: Block, reading: Reading): BlockValue[] {
  const { profile, scaleOf } = reading;
  const values: BlockValue[] = [];
  const add = (code: string, indexes: readonly number[], adds: boolean): void => {
    values.push({ scale: scaleOf(code), indexes, adds, column: headerText(block, indexes[0] ?? 0) });
  };
  for (const { indicator, columns, sumOf, adds } of profile.values) {
    const index = columnAt(block.columns, columns);
    const parts = sumOf.map((names) => columnAt(block.columns, names));
    if (index !== null) add(indicator, [index], adds);
    else if (parts.length > 0 && parts.every((part) => part !== null)) add(indicator, parts, adds);
  }
  if (profile.prefix !== null) values.push(...prefixed(block, profile.prefix, reading));
  if (profile.titles !== null) values.push(...titled(block, reading));
  return values;
}

/** `compteurs.VISITEURS_STAND`: the code of the indicator is the rest of the header. */
function prefixed(block: Block, prefix: string, { scaleOf, context, findings }: Reading): BlockValue[] {
  const start = normaliseForSearch(prefix);
  const values: BlockValue[] = [];
  for (const [index, cell] of block.header.cells.entries()) {
    const header = cellText(cell);
    if (!normaliseForSearch(header).startsWith(start)) continue;
    const scale = scaleOf(header.slice(prefix.length));
    if (scale.isKnown) {
      values.push({ scale, indexes: [index], adds: true, column: header });
      continue;
    }
    const near = nearestCode(
      scale.code,
      context.scales.map(({ code }) => code),
    );
    const way = near === null ? 'Créez-le d’abord, ou corrigez son code.' : `Vouliez-vous écrire ${near} ?`;
    findings.reject({
      line: Math.max(1, block.header.line),
      column: header,
      code: 'unknown_indicator',
      message: sentence`Aucun indicateur n’a le code ${quote(scale.code)}. ${way}`,
    });
  }
  return values;
}

/** One metric a file: its title says which. */
function titled(block: Block, { profile, scaleOf, findings }: Reading): BlockValue[] {
  const row = titleOf(block, profile.comment);
  const [title = ''] = row === null ? [] : filledCells(row);
  const index = columnAt(block.columns, profile.titles?.column ?? []);
  if (index === null) return [];
  const metric = profile.titles?.titles.find(({ names }) => isOneOf(title, names));
  if (metric === undefined) {
    const found = title === '' ? 'Aucun titre ne dit' : sentence`Le titre ${quote(title)} ne dit pas`;
    findings.reject({
      line: row?.line ?? block.header.line,
      column: '',
      code: 'unknown_title',
      message: sentence`${found} à Copil ce que compte cette courbe : ajoutez-le au profil ${quote(profile.name)}, ou retirez-la du fichier.`,
    });
    return [];
  }
  if (metric.indicator === null) {
    findings.ignore(title, metric.reason ?? 'non retenue');
    return [];
  }
  return [
    { scale: scaleOf(metric.indicator), indexes: [index], adds: true, column: headerText(block, index) },
  ];
}

/** Tells the columns of a block that are deliberately not taken in. */
export function tellIgnored(block: Block, { ignored }: ImportProfile, findings: Findings): void {
  for (const { columns, reason } of ignored) {
    for (const name of columns) {
      const index = columnAt(block.columns, [name]);
      if (index !== null) findings.ignore(headerText(block, index), reason);
    }
  }
}

/** The places of columns that may be missing. */
export const presentColumns = (block: Block, columns: readonly Names[]): number[] =>
  columns.map((names) => columnAt(block.columns, names)).filter((index) => index !== null);
