import { OTHER, OWN, type TestCaller } from '../support/callers.js';
import { get, post, type Row } from './row.types.js';

const GRID = '/saisie/:period';

/** A row that this caller may fill, of a year of its own: two of them never fill one cell. */
const rowOf = ({ name }: TestCaller): string =>
  `ambassadeurs~~~~${(name === 'otherContributor' ? OTHER : OWN).toLowerCase()}`;
const monthOf = (unique: number): string => `${1_900 + (unique % 1_000)}-10`;

/** The grid of a period, as a form and cell by cell. */
export const GRID_ROWS: readonly Row[] = [
  get('/saisie', 'entry:use'),
  get(GRID, 'entry:use', '/saisie/2020-09'),
  get(`${GRID}/modele.xlsx`, 'entry:use', '/saisie/2020-09/modele.xlsx'),
  post(GRID, 'entry:use', ({ unique }, caller) => ({
    path: `/saisie/${monthOf(unique())}`,
    form: { [`c:${rowOf(caller)}`]: '12', [`v:${rowOf(caller)}`]: '0', action: 'enregistrer', motif: '' },
  })),
  post(`${GRID}/cellules`, 'entry:use', ({ unique }, caller) => ({
    path: `/saisie/${monthOf(unique())}/cellules`,
    body: { cells: [{ key: rowOf(caller), typed: '12', version: 0 }] },
  })),
];
