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
  saffron: '#c97a00',
  stone: '#786b5a',
  stoneLight: '#d8cdb9',
} satisfies Record<string, string>;

/** A colour for each role; the browser may give that of the dark scheme. */
export type ChartPalette = { readonly [role in keyof typeof PALETTE]: string };

/**
 * The same roles on dark paper. `paper` is also the text on dark bars, so bars that carried white text are light here.
 * `charts.css` repeats these values for the drawing made on the server: a test holds the two together.
 */
export const DARK_PALETTE: ChartPalette = {
  paper: '#1e2226',
  ink: '#f3efe8',
  inkSoft: '#c8cdd2',
  inkFaint: '#a9b1b8',
  grid: '#3f464d',
  river: '#74c6cf',
  riverMedium: '#37757d',
  riverLight: '#2d5a60',
  wine: '#f2abc0',
  saffron: '#985f0e',
  stone: '#a89f92',
  stoneLight: '#5a6067',
};
