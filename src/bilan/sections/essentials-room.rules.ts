import type { KeyFigureTile } from '../../platform/documents/document.types.js';

/**
 * How much of « L’essentiel » is left for its lists, so that it stands on one page. Estimates in points, from the type
 * sizes of the printed page: a little too careful rather than a line too long.
 */
const PAGE = 726;
const TITLE_LINE = 28;
const TITLE_CHARACTERS = 41;
const LEAD_LINE = 17;
const LEAD_CHARACTERS = 84;
const HEADER = 16 + 6 + 18;
const HEADING = 25;
const BLOCK_GAP = 22;
const TILE_GAP = 12;
const TILE_MINIMUM = 104;
const TILE_FRAME = 24;
const NUMBER = 36;
const HERO = 48;
const QUALIFIER = 14;
const LABEL_LINE = 12.8;
const CONTEXT_LINE = 11;
const COLUMN = 28.3;
const GUTTER = 14;
const LABEL_CHARACTER = 4.9;
const CONTEXT_CHARACTER = 4.2;
const STRIP_FRAME = 46;
const STRIP_LINE = 12.4;
const STRIP_GAP = 14;
const STRIP_CHARACTERS = 17;

/** A line of the lists, the space after an item, and the characters of half a page. */
export const LIST_LINE = 14.6;
export const LIST_GAP = 4;
export const LIST_CHARACTERS = 45;

/** Lines that a text takes at so many characters a line: at least one. */
export const linesOf = (text: string, characters: number): number =>
  Math.max(1, Math.ceil(text.length / Math.max(1, characters)));

function tileHeight(tile: KeyFigureTile, qualified: boolean): number {
  const inside = tile.span * COLUMN + (tile.span - 1) * GUTTER - TILE_FRAME;
  const label = linesOf(tile.label, inside / LABEL_CHARACTER) * LABEL_LINE;
  const context = linesOf(tile.context, inside / CONTEXT_CHARACTER) * CONTEXT_LINE;
  const number = tile.size === 'hero' ? HERO : NUMBER;
  return Math.max(TILE_MINIMUM, TILE_FRAME + (qualified ? QUALIFIER : 0) + number + label + context + 8);
}

/** Rows of tiles, their heading and the space after them. */
function tilesHeight(rows: readonly KeyFigureTile[][]): number {
  if (rows.length === 0) return 0;
  const heights = rows.map((row) => {
    const qualified = row.some(({ qualifier }) => qualifier !== null);
    return Math.max(...row.map((tile) => tileHeight(tile, qualified)));
  });
  return HEADING + heights.reduce((sum, height) => sum + height + TILE_GAP, 0) - TILE_GAP + BLOCK_GAP;
}

/** The strip of objectives, by rows of four. */
function stripHeight(objectives: readonly string[]): number {
  if (objectives.length === 0) return 0;
  let height = STRIP_FRAME;
  for (let first = 0; first < objectives.length; first += 4) {
    const row = objectives.slice(first, first + 4).map((text) => linesOf(text, STRIP_CHARACTERS));
    height += Math.max(...row) * STRIP_LINE + (first > 0 ? STRIP_GAP : 0);
  }
  return height + BLOCK_GAP;
}

/** Points that the two lists may take under their headings. */
export function roomForLists(page: {
  headline: string;
  lead: string | null;
  tiles: readonly KeyFigureTile[][];
  objectives: readonly string[];
}): number {
  const lead = page.lead === null ? 0 : linesOf(page.lead, LEAD_CHARACTERS) * LEAD_LINE;
  const head = HEADER + linesOf(page.headline, TITLE_CHARACTERS) * TITLE_LINE + lead;
  return PAGE - head - tilesHeight(page.tiles) - HEADING - stripHeight(page.objectives);
}
