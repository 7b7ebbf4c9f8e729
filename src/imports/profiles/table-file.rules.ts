import { quote } from '../../kernel/decimal-string.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ClosedPeriod } from '../../kernel/period.types.js';
import type { InterpretationContext } from '../interpretation.types.js';
import type { ReadFile } from '../reading/reading.types.js';
import { presentColumns, tellIgnored, valuesOf } from './block-columns.rules.js';
import { blocksOf, type Block } from './blocks.rules.js';
import { dateOrderOf, type FileDates } from './date-order.rules.js';
import { Findings } from './findings.rules.js';
import { cellText, columnAt } from './header-names.rules.js';
import type { ImportProfile } from './import-profile.types.js';
import { scaleFinder } from './indicator-words.rules.js';
import { ItemBook } from './item-book.rules.js';
import { damagedIds } from './item-keys.rules.js';
import type { PointMeaning } from './number-cells.rules.js';
import { periodAbove } from './periods.rules.js';
import { PERIOD_QUESTION, saidPeriod } from './said-period.rules.js';
import { Slices } from './slices.rules.js';
import { StatusCounts } from './status-counts.rules.js';
import { readRows, type BlockPeriod, type RowTools } from './table-rows.rules.js';
import { ValueCells } from './value-cells.rules.js';

/** Reads a file whose columns a profile describes. */
export function readTableFile(
  file: ReadFile,
  profile: ImportProfile,
  context: InterpretationContext,
): Findings {
  const findings = new Findings();
  const { blocks, others } = blocksOf(file, profile);
  findings.leaveOut('ligne d’un autre tableau du fichier', others);
  const damage = damagedIds(blocks, profile);
  if (damage !== null) {
    findings.reject(damage);
    findings.rowsRead = blocks.reduce((sum, { rows }) => sum + rows.length, 0);
    return findings;
  }
  const dates = datesOf(blocks, profile, context);
  findings.dateForm = dates.form;
  if (dates.question !== null) findings.ask(dates.question);
  const scaleOf = scaleFinder(context, profile);
  const tools: RowTools = {
    profile,
    context,
    findings,
    scaleOf,
    slices: new Slices(profile, context),
    dates,
    cells: new ValueCells(pointOf(profile, context), findings),
    items: profile.item === null ? null : new ItemBook(profile.item, findings),
    counts: profile.counts === null ? null : new StatusCounts(profile.counts, scaleOf, findings),
    alone: new Map(),
  };
  let before: ClosedPeriod | null = null;
  for (const block of blocks) {
    tellIgnored(block, profile, findings);
    const when = periodsOf(block, tools, before, file);
    if (when === null || !hasValues(block, tools)) {
      findings.rowsRead += block.rows.length;
      continue;
    }
    if ('above' in when) before = when.above;
    readRows(block, when, tools);
  }
  tools.counts?.finish();
  takeAlone(tools);
  tools.slices.settle(findings);
  return findings;
}

const pointOf = (profile: ImportProfile, { answers }: InterpretationContext): PointMeaning =>
  profile.point === 'decimal' ? 'english' : (answers.point ?? 'unknown');

function datesOf(
  blocks: readonly Block[],
  { date }: ImportProfile,
  { answers }: InterpretationContext,
): FileDates {
  if (date?.from !== 'column') return { order: null, form: null, question: null };
  const texts = blocks.flatMap((block) => {
    const index = columnAt(block.columns, date.columns);
    return index === null ? [] : block.rows.map(({ cells }) => cellText(cells[index]));
  });
  return dateOrderOf(texts, date.order, answers.dateOrder);
}

/** A block without a period of its own is of the same as the one before. */
function periodsOf(
  block: Block,
  { profile: { date }, context, findings }: RowTools,
  before: ClosedPeriod | null,
  { separator }: ReadFile,
): BlockPeriod | null {
  const line = Math.max(1, block.header.line);
  if (date === null) return null;
  if (date.from === 'column') {
    const index = columnAt(block.columns, date.columns);
    if (index !== null) return { column: index };
    if (date.askedIfAbsent) return periodSaid(context, findings);
    const [name = ''] = date.columns;
    const message = sentence`Il manque la colonne ${quote(name)}, qui dit la date de chaque ligne.`;
    findings.reject({ line, column: name, code: 'missing_column', message });
    return null;
  }
  if (date.from === 'asked') return periodSaid(context, findings);
  const above = periodAbove(block, date, separator ?? ' ') ?? before;
  if (above !== null) return { above };
  const example = date.from === 'comments' ? `# ${date.start[0] ?? ''}: 20240101` : 'novembre 2020';
  const message = sentence`Rien au-dessus du tableau ne dit sa période : ajoutez-la, par exemple ${quote(example)}.`;
  findings.reject({ line, column: '', code: 'missing_period', message });
  return null;
}

/** The period that somebody gave the whole file; asked when nobody did yet. */
function periodSaid({ answers }: InterpretationContext, findings: Findings): BlockPeriod | null {
  const above = saidPeriod(answers.period ?? '');
  if (above !== null) return { above };
  findings.ask(PERIOD_QUESTION);
  return null;
}

/** Whether the block has a column to read; says which are missing when it has none. */
function hasValues(block: Block, tools: RowTools): boolean {
  const { profile, findings } = tools;
  if (profile.values.length === 0 || profile.prefix !== null || profile.titles !== null) return true;
  if (valuesOf(block, tools).length > 0) return true;
  if (
    presentColumns(
      block,
      profile.ignored.map(({ columns }) => columns),
    ).length > 0
  )
    return false;
  const names = profile.values.map(({ columns }) => quote(columns[0] ?? '')).join(', ');
  const message = sentence`Aucune des colonnes à lire n’est dans ce fichier : ${names}.`;
  findings.reject({ line: Math.max(1, block.header.line), column: '', code: 'missing_column', message });
  return false;
}

/** Values that never add up are taken where they are alone in their period, and told where they are not. */
function takeAlone({ alone, findings }: RowTools): void {
  for (const { column, observations } of alone.values()) {
    if (observations.length === 1) findings.observations.push(...observations);
    else findings.ignore(column, 'non cumulable : plusieurs valeurs pour une même période');
  }
}
