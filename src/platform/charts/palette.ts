/**
 * The colours of charts, the same on screen, in the page's SVG and on paper. They are the tokens of the identity,
 * kept opaque: paper knows no alpha, and `views/assets/styles/charts.css` swaps these very values in the dark scheme.
 */
export const PALETTE = {
  paper: '#ffffff',
  ink: '#1d2731',
  inkSoft: '#4a5560',
  inkFaint: '#66707a',
  grid: '#e4dac8',
  river: '#14626b',
  riverMedium: '#5b9aa0',
  riverLight: '#a9c9cd',
  wine: '#7b1e3b',
  saffron: '#c77700',
  stone: '#786b5a',
  stoneLight: '#d8cdb9',
} satisfies Record<string, string>;

/** A colour for each role; the browser may give that of the dark scheme. */
export type ChartPalette = typeof PALETTE;
