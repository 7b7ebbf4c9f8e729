/** The page: A4 in points, with the margins that the footer and the binding need. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 51,
  right: 51,
  /** Where content starts on the first page of a section. */
  top: 54,
  /** Where content starts on the following pages, under the running title. */
  topContinued: 78,
  bottom: 62,
} as const;

export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const CONTENT_BOTTOM = PAGE.height - PAGE.bottom;
/** Height that a block may use on a page that continues one: the most that is always available. */
export const CONTINUED_HEIGHT = CONTENT_BOTTOM - PAGE.topContinued;

/** Space between the columns of the twelve-column grid, at any width. */
export const GUTTER = 14;

/** Width of `span` columns out of twelve in a frame of `width`. */
export function spanWidth(span: number, width: number): number {
  const column = (width - 11 * GUTTER) / 12;
  return span * column + (span - 1) * GUTTER;
}

/** Left edge of the column at `index` (0 to 11) in a frame of `width`. */
export function columnOffset(index: number, width: number): number {
  return index * ((width - 11 * GUTTER) / 12 + GUTTER);
}

export const COLORS = {
  paper: '#ffffff',
  stone1: '#fbf8f2',
  stone2: '#f3ede2',
  stone3: '#e4dac8',
  stone4: '#c9bca4',
  ink: '#1d2731',
  inkSoft: '#4a5560',
  wine: '#7b1e3b',
  wineSoft: '#f6e7ec',
  wineLine: '#a8677c',
  river: '#14626b',
  riverLight: '#cfe0e1',
  riverSoft: '#e0eff0',
  saffron: '#d98e04',
  saffronLight: '#f2c879',
} as const;

/** The faces that are embedded; see fonts.ts for their files. */
export type FontName = 'text' | 'semibold' | 'bold' | 'title' | 'number';

/** How a text is set. Sizes and leadings are in points. */
export interface TextStyle {
  font: FontName;
  /** Face of **bold** runs. */
  strong: FontName;
  size: number;
  leading: number;
  color: string;
  /** Space added after each character, for small capitals-like overlines. */
  tracking: number;
  /** Lines of about equal length, for titles and leads. */
  balanced: boolean;
  /** Little words (« de », « et ») never end a line, for titles. */
  glued: boolean;
}

function style(font: FontName, size: number, leading: number, rest: Partial<TextStyle> = {}): TextStyle {
  return {
    font,
    strong: 'bold',
    size,
    leading,
    color: COLORS.ink,
    tracking: 0,
    balanced: false,
    glued: false,
    ...rest,
  };
}

const titled = { strong: 'title', balanced: true, glued: true } as const;

export const STYLES = {
  coverTitle: style('title', 76, 84, { ...titled, color: COLORS.paper }),
  coverSubtitle: style('number', 19, 25, { ...titled, strong: 'title', color: COLORS.paper }),
  coverOverline: style('semibold', 12, 16, { color: COLORS.wineSoft }),
  coverText: style('text', 10.5, 15, { color: COLORS.wineSoft }),
  coverEntry: style('text', 10.5, 15, { color: COLORS.paper }),
  stamp: style('semibold', 9, 12, { color: COLORS.saffronLight, tracking: 1.6 }),
  overline: style('semibold', 9, 12, { color: COLORS.wine, tracking: 0.8 }),
  sectionTitle: style('title', 24, 28, titled),
  lead: style('text', 12, 17, { color: COLORS.inkSoft, balanced: true, glued: true }),
  heading2: style('title', 14.5, 19, titled),
  heading3: style('title', 12.5, 16, titled),
  body: style('text', 10.5, 15),
  list: style('text', 10.5, 14.6),
  small: style('text', 10, 14),
  note: style('text', 8.5, 11.5, { color: COLORS.inkSoft }),
  marker: style('bold', 10.5, 14.6, { color: COLORS.wine }),
  ordinal: style('number', 11.5, 14.6, { color: COLORS.wine }),
  measure: style('text', 9, 12, { color: COLORS.inkSoft }),
  tableHead: style('semibold', 9.5, 12.6, { color: COLORS.paper }),
  tableCell: style('text', 9.5, 12.6),
  factLabel: style('semibold', 9, 12, { color: COLORS.river }),
  factValue: style('text', 10.5, 14.4),
  tileQualifier: style('text', 10, 14, { color: COLORS.inkSoft }),
  tileNumber: style('title', 34, 36),
  tileHero: style('title', 46, 48),
  tileLabel: style('text', 10, 12.8),
  tileContext: style('text', 8.5, 11, { color: COLORS.inkSoft }),
  cardNumber: style('title', 32, 34, { color: COLORS.wine }),
  cardText: style('text', 11.5, 15.6, { balanced: true }),
  stripNumber: style('title', 20, 17, { color: COLORS.saffronLight }),
  stripText: style('text', 9.5, 12.4, { color: COLORS.paper, balanced: true }),
  link: style('semibold', 10, 14, { color: COLORS.wine }),
  entry: style('text', 11, 15),
  entryPage: style('semibold', 11, 15),
  footer: style('text', 8.5, 11, { color: COLORS.inkSoft }),
  footerPage: style('semibold', 8.5, 11, { color: COLORS.inkSoft }),
} as const;
