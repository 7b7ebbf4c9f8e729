import { valueText } from '../../figures/chart-parts.rules.js';
import type { Figure } from '../../figures/figures.types.js';
import { joinList } from '../../kernel/french-text.rules.js';
import type { KeyFigureTile, RichText } from '../../platform/documents/document.types.js';
import type { BilanView } from '../bilan-view.rules.js';
import { bold, clipped, labelText, rich, whereAndWhen } from '../bilan-words.rules.js';
import { opinionWords } from './opinions.rules.js';

/** Spans of the tiles on twelve columns, by their number: rows are full whatever it is. */
const LAYOUTS: readonly (readonly (readonly number[])[])[] = [
  [],
  [[12]],
  [[6, 6]],
  [[4, 4, 4]],
  [
    [6, 6],
    [6, 6],
  ],
  [
    [4, 4, 4],
    [4, 8],
  ],
  [
    [4, 4, 4],
    [4, 4, 4],
  ],
  [
    [4, 4, 4],
    [3, 3, 3, 3],
  ],
  [
    [3, 3, 3, 3],
    [3, 3, 3, 3],
  ],
  [
    [4, 4, 4],
    [4, 4, 4],
    [4, 4, 4],
  ],
];
const MOST_TILES = LAYOUTS.length - 1;
const HERO_SPAN = 8;

const MARKS: Record<Figure['marking'], string | null> = {
  final: null,
  provisional: 'provisoire',
  estimated: 'estimation',
  revised: 'révisé',
};

/** « visiteurs accueillis sur le stand, dont **150** avec un projet de mobilité ». */
export function tileLabel(figure: Figure): RichText {
  const parts = figure.subsets
    .filter((subset) => subset.amount !== null)
    .map((subset) => `${bold(rich(valueText(subset)))} ${rich(labelText(subset))}`);
  const label = rich(clipped(labelText(figure), 110));
  const mark = MARKS[figure.marking];
  const marked = mark === null ? label : `${label} (${mark})`;
  return parts.length === 0 ? marked : `${marked}, dont ${joinList(parts)}`;
}

function tile(figure: Figure, span: number): KeyFigureTile {
  const hero = span >= HERO_SPAN;
  const target = figure.target === null ? [] : [figure.assessmentText];
  const partial = figure.partial === null ? [] : [figure.partial.text];
  return {
    span,
    qualifier: figure.qualifierText,
    number: figure.numberText ?? '',
    label: tileLabel(figure),
    context: rich(
      [whereAndWhen(figure), ...target, ...opinionWords(figure), ...partial]
        .filter((part) => part !== '')
        .join(' · '),
    ),
    tone: hero ? 'wine' : 'river',
    size: hero ? 'hero' : 'normal',
  };
}

/** The number that needs most room takes the widest tile, at the end of the last row. */
function inOrderOfTiles(figures: readonly Figure[], spans: readonly number[]): Figure[] {
  if (!spans.includes(HERO_SPAN)) return [...figures];
  const longest = Math.max(...figures.map((figure) => figure.numberText?.length ?? 0));
  const hero = figures.find((figure) => figure.numberText?.length === longest);
  return hero === undefined ? [...figures] : [...figures.filter((figure) => figure !== hero), hero];
}

/** Rows of tiles for « L’essentiel », at most nine or as many as given. */
export function keyFigureRows({ keyFigures }: BilanView, atMost: number = MOST_TILES): KeyFigureTile[][] {
  const shown = keyFigures.slice(0, Math.min(atMost, MOST_TILES));
  const layout = LAYOUTS[shown.length] ?? [];
  const spans = layout.flat();
  const ordered = inOrderOfTiles(shown, spans);
  let next = 0;
  return layout.map((row) =>
    row.flatMap((span) => {
      const figure = ordered[next];
      next += 1;
      return figure === undefined ? [] : [tile(figure, span)];
    }),
  );
}

/** Rows of two tiles for the sheet of an operation, in eight columns of its own grid. */
export function resultTiles(figures: readonly Figure[]): KeyFigureTile[][] {
  const rows: KeyFigureTile[][] = [];
  for (let first = 0; first < figures.length; first += 2) {
    const pair = figures.slice(first, first + 2);
    rows.push(
      pair.map((figure, index) => ({
        ...tile(figure, 12 / pair.length),
        size: 'normal' as const,
        context: resultContext(figure),
        tone: index === 0 ? 'river' : 'wine',
      })),
    );
  }
  return rows;
}

/** On its own sheet an operation is not named again: only what is not said around. */
function resultContext(figure: Figure): string {
  const notes = [
    ...(figure.target === null ? [] : [figure.assessmentText]),
    ...opinionWords(figure),
    ...(figure.partial === null ? [] : [figure.partial.text]),
  ];
  return rich(notes.join(' · '));
}
