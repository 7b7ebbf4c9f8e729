import { get, post, type Row } from './row.types.js';

const GRID = '/saisie/:period';
const ROW = 'ambassadeurs~~~~lot-tourisme';
const CHECKED = 'A contributor of another organisation is told which of the rows are not theirs.';

/** The grid of a period, as a form and cell by cell. */
export const GRID_ROWS: readonly Row[] = [
  get('/saisie', 'entry:use'),
  get(GRID, 'entry:use', '/saisie/2020-09'),
  post(
    GRID,
    'entry:use',
    ({ unique }) => ({
      path: '/saisie/2020-10',
      form: { [`c:${ROW}`]: String(unique()), [`v:${ROW}`]: '0', action: 'enregistrer', motif: '' },
    }),
    { except: { otherContributor: 'x' }, ignoresBody: CHECKED },
  ),
  post(`${GRID}/cellules`, 'entry:use', ({ unique }) => ({
    path: `/saisie/19${String(10 + (unique() % 80))}-11/cellules`,
    body: { cells: [{ key: ROW, typed: String(unique()), version: 0 }] },
  })),
];
