import ts from 'typescript';
import { filesUnder, pathOf, placesOf, productSources } from './source-tree.js';

/** Files that turn text into a number after its shape was checked, each with the check it rests on. */
const READS_CHECKED_TEXT: Record<string, string> = {
  'src/kernel/french-date.rules.ts': 'digits captured by a pattern',
  'src/kernel/period.rules.ts': 'digits captured by a pattern, or slices of an ISO date',
  'src/platform/config/configuration.ts': 'digits accepted by the schema',
  'src/platform/database/columns.ts': 'an integer column that PostgreSQL gives as text',
  'src/platform/charts/canvas-font.ts': 'digits captured by a pattern',
  'src/platform/charts/colour.ts': 'hexadecimal digits of our own palette',
  'src/platform/charts/nice-scale.ts': 'a number rounded through its own text',
  'src/platform/charts/tick-format.ts': 'a number rounded through its own text',
  'src/platform/charts/text-measurer.ts': 'widths of a generated table',
};

const NUMBER_READERS = new Set(['Number', 'parseInt', 'Number.parseInt']);

const isCallOf = (node: ts.Node, names: (name: string) => boolean): boolean =>
  ts.isCallExpression(node) &&
  (names(node.expression.getText()) || node.arguments.some((argument) => names(argument.getText())));

describe('Habits of the sources', () => {
  it('finds the sources', () => {
    expect(productSources().length).toBeGreaterThan(40);
  });

  it('reads the environment under platform/config only', () => {
    const readers = placesOf(
      (node) => ts.isPropertyAccessExpression(node) && node.getText() === 'process.env',
    );
    expect(readers.filter((place) => !place.startsWith('src/platform/config/'))).toEqual([]);
    expect(readers).not.toEqual([]);
  });

  it('has no barrel, which would let a feature be entered by any door', () => {
    expect(filesUnder('src', /(^|\/)index\.[cm]?[jt]s$/)).toEqual([]);
  });

  it('has no forwardRef, which hides a cycle', () => {
    expect(placesOf((node) => ts.isIdentifier(node) && node.text === 'forwardRef')).toEqual([]);
  });

  it('never calls parseFloat, which reads 13 in « 13 000 »', () => {
    expect(placesOf((node) => isCallOf(node, (name) => /^(Number\.)?parseFloat$/.test(name)))).toEqual([]);
  });

  it('turns text into numbers by the strict reader, or where its shape was checked', () => {
    const places = placesOf((node) => isCallOf(node, (name) => NUMBER_READERS.has(name)));
    expect(places.filter((place) => !(pathOf(place) in READS_CHECKED_TEXT))).toEqual([]);
  });

  it('excuses no file that has nothing to excuse', () => {
    const places = placesOf((node) => isCallOf(node, (name) => NUMBER_READERS.has(name)));
    const readers = new Set(places.map(pathOf));
    expect(Object.keys(READS_CHECKED_TEXT).filter((path) => !readers.has(path))).toEqual([]);
  });
});
