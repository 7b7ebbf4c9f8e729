import type { Territory, TerritoryDefinition } from '../programme.types.js';
import { territoryIssues } from './territory-changes.rules.js';

const known = (code: string, more: Partial<Territory> = {}): Territory => ({
  id: 1,
  code,
  level: 'pays',
  inseeCode: null,
  name: code,
  parentCode: null,
  ...more,
});
const KNOWN = [
  known('D46', { inseeCode: '46' }),
  known('PAYS', { parentCode: 'D46' }),
  known('VALLON', { parentCode: 'PAYS' }),
];
const issues = (definition: Partial<TerritoryDefinition>, isNew = false): string[] =>
  territoryIssues({ ...known('PAYS', { parentCode: 'D46' }), ...definition }, KNOWN, isNew).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('a territory that somebody adds or changes', () => {
  it.each<[string, Partial<TerritoryDefinition>, boolean, string[]]>([
    ['stays as it is', {}, false, []],
    ['moves elsewhere', { parentCode: null }, false, []],
    ['is new', { code: 'CAUSSE', inseeCode: '46042', parentCode: 'VALLON' }, true, []],
    ['has the code of another', { code: 'pays' }, true, ['code territory_exists']],
    ['has the official code of another', { inseeCode: '46' }, false, ['inseeCode territory_exists']],
    ['stands nowhere known', { parentCode: 'AILLEURS' }, false, ['parentCode unknown_territory']],
    ['stands in itself', { parentCode: 'PAYS' }, false, ['parentCode circular_territories']],
    ['stands in what stands in it', { parentCode: 'VALLON' }, false, ['parentCode circular_territories']],
  ])('%s', (_name, definition, isNew, expected) => {
    expect(issues(definition, isNew)).toEqual(expected);
  });

  it('ends on circles that were there before', () => {
    const circle = [known('A', { parentCode: 'B' }), known('B', { parentCode: 'A' }), known('C')];
    expect(territoryIssues(known('C', { parentCode: 'A' }), circle, false)).toEqual([]);
  });
});
