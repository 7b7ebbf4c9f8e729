import { quote } from '../../kernel/decimal-string.rules.js';
import { canonicalCode, sentence, startsWithVowelSound } from '../../kernel/french-text.rules.js';
import { QUALIFIER_FRENCH_CODES } from '../../kernel/qualifier-codes.rules.js';
import type { IndicatorSketch } from '../interpretation.types.js';
import type { TableRow } from '../reading/reading.types.js';
import { headerText } from './block-columns.rules.js';
import type { Block } from './blocks.rules.js';
import type { Findings } from './findings.rules.js';
import { cellText, columnAt } from './header-names.rules.js';
import type { FormRule } from './import-profile.types.js';
import type { ValueScale } from './indicator-words.rules.js';
import { withQualifier, type CellValue, type ValueCells } from './value-cells.rules.js';

const LONGEST_NAME = 200;

/** What a row of a form says. */
export interface FormValue extends CellValue {
  scale: ValueScale;
}

/** Reads forms in which each row names its indicator; null for a row that says nothing or cannot be read. */
export function formReader(
  block: Block,
  rule: FormRule,
  tools: { cells: ValueCells; scaleOf: (code: string) => ValueScale; findings: Findings },
): (row: TableRow) => FormValue | null {
  const { cells, scaleOf, findings } = tools;
  const at = (names: readonly string[]): number => columnAt(block.columns, names) ?? -1;
  const [codeAt, nameAt, unitAt, valueAt] = [at(rule.code), at(rule.name), at(rule.unit), at(rule.value)];
  const qualifierAt = [...block.header.cells.keys()].find((index) =>
    rule.qualifier.some((name) => headerText(block, index).toLowerCase().startsWith(name.toLowerCase())),
  );
  const textAt = (row: TableRow, index: number | undefined): string =>
    index === undefined ? '' : cellText(row.cells[index]);
  return (row) => {
    const code = textAt(row, codeAt);
    if (textAt(row, valueAt) === '') {
      findings.leaveOut('pas renseigné');
      return null;
    }
    if (code === '') {
      const message = 'Il manque le code de l’indicateur.';
      findings.reject({
        line: row.line,
        column: headerText(block, codeAt),
        code: 'unknown_indicator',
        message,
      });
      return null;
    }
    const scale = scaleOf(code);
    if (!scale.isKnown) sketchOnce(findings, code, textAt(row, nameAt), textAt(row, unitAt));
    const column = headerText(block, valueAt);
    const value = cells.read(row, { indexes: [valueAt], scale, column });
    if (value === null || value.quantity === null) return value === null ? null : { ...value, scale };
    const words = textAt(row, qualifierAt);
    const quantity = withQualifier(value.quantity, words);
    if (quantity !== null) return { quantity, absence: null, scale };
    findings.reject({
      line: row.line,
      column: headerText(block, qualifierAt ?? 0),
      code: 'unknown_word',
      message: sentence`${quote(words)} ne va pas avec cette valeur : écrivez l’un de ${QUALIFIER_FRENCH_CODES.join(', ')}.`,
    });
    return null;
  };
}

/** An indicator that the form describes in its own words. */
function sketchOnce(findings: Findings, code: string, name: string, unit: string): void {
  const canonical = canonicalCode(code, '_');
  if (findings.sketches.some((known) => known.code === canonical)) return;
  const isStock = /\bstock\b/i.test(name);
  const label = unit === '' ? 'unités' : unit;
  const sketch: IndicatorSketch = {
    code: canonical,
    name: name === '' ? canonical : name.slice(0, LONGEST_NAME).replace(/ ?\([^()]*\)$/, ''),
    labelOne: label.replace(/s$/, ''),
    labelOther: label,
    elision: startsWithVowelSound(label),
    unit: label.replace(/s$/, ''),
    symbol: null,
    decimals: 0,
    signed: false,
    nature: isStock ? 'stock' : 'flow',
    aggregation: { time: isStock ? 'last' : 'sum', territory: 'sum', channel: isStock ? 'none' : 'sum' },
    chainLevel: 'output',
    numerator: null,
    denominator: null,
    factor: 1,
    definition: null,
  };
  findings.sketches.push(sketch);
}
