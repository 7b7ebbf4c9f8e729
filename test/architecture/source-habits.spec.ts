import ts from 'typescript';
import { filesUnder, pathOf, placesOf, productSources, ROOT } from './source-tree.js';

/** Files that turn text into a number once its shape is known, each with what it rests on. */
const READS_CHECKED_TEXT: Record<string, string> = {
  'src/bilan/sections/months.rules.ts': 'a slice of an ISO date',
  'src/entry/checks/checks.repository.ts': 'an integer that PostgreSQL gives as text',
  'src/entry/grid/grid-notices.ts': 'digits captured by a pattern',
  'src/figures/chart-descriptions.rules.ts': 'a slice of an ISO date',
  'src/imports/reading/json-text.rules.ts': 'a number as JSON writes it, compared with its text',
  'src/imports/reading/workbook/cell-references.rules.ts': 'digits accepted by a pattern',
  'src/imports/reading/workbook/cell-values.rules.ts':
    'a number as XML writes it, digits captured by a pattern',
  'src/kernel/calendar.rules.ts': 'slices of an ISO date',
  'src/kernel/decimal-string.rules.ts': 'digits captured by a pattern, scaled as text',
  'src/kernel/french-date.rules.ts': 'digits captured by a pattern',
  'src/kernel/number-ranges.rules.ts': 'digits captured by a pattern',
  'src/kernel/period.rules.ts': 'digits captured by a pattern, slices of an ISO date',
  'src/imports/batches/items.repository.ts': 'amounts that PostgreSQL gives as text',
  'src/measurements/campaign-rows.rules.ts': 'sums that PostgreSQL gives as text, identifiers kept as text',
  'src/measurements/measurement-records.service.ts': 'digits of a cursor captured by a pattern',
  'src/measurements/measurement-sql.ts': 'an integer that PostgreSQL gives as text',
  'src/measurements/roll-up-differences.repository.ts': 'counts and sums that PostgreSQL gives as text',
  'src/platform/audit/address-truncation.rules.ts': 'groups of an address that URL wrote',
  'src/platform/audit/audit-verification.repository.ts': 'a count that PostgreSQL gives as text',
  'src/platform/charts/bar-config.ts': 'a tick, which Chart.js types as text or number',
  'src/platform/charts/canvas-font.ts': 'digits captured by a pattern',
  'src/platform/charts/colour.ts': 'digits of a colour of our palette',
  'src/platform/charts/line-config.ts': 'a tick, which Chart.js types as text or number',
  'src/platform/charts/nice-scale.ts': 'a number rounded through its own text',
  'src/platform/charts/text-measurer.ts': 'widths of a generated table',
  'src/platform/charts/tick-format.ts': 'a number rounded through its own text',
  'src/platform/config/configuration.ts': 'digits accepted by the schema',
  'src/platform/database/columns.ts': 'an integer column that PostgreSQL gives as text',
  'src/platform/http/uploads.ts': 'a length that Node took for digits',
};

/** A schema states the shape just before it turns the text into a number. */
const isExcused = (path: string): boolean => path in READS_CHECKED_TEXT || path.endsWith('.schema.ts');

const NUMBER_READERS = new Set(['Number', 'parseInt', 'Number.parseInt']);

const isFloatReader = (name: string): boolean => /^(Number\.)?parseFloat$/.test(name);

/** Calls the given function, or hands it to another one as in `.map(Number)`. */
const isUseOf = (node: ts.Node, names: (name: string) => boolean): node is ts.CallExpression =>
  ts.isCallExpression(node) &&
  (names(node.expression.getText()) || node.arguments.some((argument) => names(argument.getText())));

/** Places where a text, and not a boolean or a big integer, becomes a number. */
function readersOfText(): string[] {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(productSources(), options);
  const checker = program.getTypeChecker();
  const mayBeText = (node: ts.Node): boolean => {
    const type = checker.getTypeAtLocation(node);
    const members = type.isUnion() ? type.types : [type];
    const loose = ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown;
    return members.some((member) => (member.flags & loose) !== 0);
  };
  const places: string[] = [];
  for (const path of productSources()) {
    const source = program.getSourceFile(path);
    const walk = (node: ts.Node): void => {
      ts.forEachChild(node, walk);
      if (!isUseOf(node, (name) => NUMBER_READERS.has(name))) return;
      const called = NUMBER_READERS.has(node.expression.getText());
      if (called && !node.arguments.slice(0, 1).some(mayBeText)) return;
      const line = (source?.getLineAndCharacterOfPosition(node.getStart()).line ?? 0) + 1;
      places.push(`${path}:${line} ${node.getText().split('\n', 1)[0]}`);
    };
    if (source) walk(source);
  }
  return places;
}

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
    expect(placesOf((node) => isUseOf(node, isFloatReader))).toEqual([]);
  });

  it('turns text into numbers by the strict reader, or where its shape is known', () => {
    const places = readersOfText();
    expect(places.filter((place) => !isExcused(pathOf(place)))).toEqual([]);
    // An excuse that excuses nothing any more would hide the next mistake.
    const readers = new Set(places.map(pathOf));
    expect(Object.keys(READS_CHECKED_TEXT).filter((path) => !readers.has(path))).toEqual([]);
  });
});
