import { definitionHistory, retirementText } from './definition-history.rules.js';
import { definingContent } from './indicator-versions.rules.js';
import type { DefiningContent, IndicatorVersion } from './indicator.types.js';

const CONTENT: DefiningContent = definingContent({
  unit: 'exemplaire',
  decimals: 0,
  signed: false,
  nature: 'flow',
  aggregationTime: 'sum',
  aggregationTerritory: 'sum',
  aggregationChannel: 'sum',
  overlapping: false,
  exhaustive: false,
  carriesLastValue: false,
  carryMaxDays: null,
  restartsOn: null,
  subsetOf: null,
  numerator: null,
  denominator: null,
  factor: 1,
  definition: 'Sets remis aux restaurateurs',
  method: null,
});
const version = (number: number, told: Partial<IndicatorVersion>): IndicatorVersion => ({
  indicator: 'SETS',
  version: number,
  validFrom: null,
  breaksSeries: false,
  reason: null,
  content: CONTENT,
  recordedAt: '2021-01-04T09:00:00Z',
  recordedBy: 'person:1',
  ...told,
});
const plain = (texts: readonly string[]): string[] =>
  texts.map((text) => text.replace(/[\u00a0\u202f]/g, ' '));

describe('the definitions that an indicator has had', () => {
  const method = { ...CONTENT, method: 'Pesée des cartons' };
  const [third, second, first] = definitionHistory([
    version(1, {}),
    version(2, { content: method, validFrom: '2021-01-01', breaksSeries: true, reason: 'Plus sûr' }),
    version(3, { content: { ...CONTENT, unit: 'set', exhaustive: true } }),
  ]);

  it('are told newest first, the first with all that it says', () => {
    expect(first).toMatchObject({ version: 1, from: 'depuis le début', changed: 'première définition' });
    expect(plain(first?.told ?? [])).toEqual([
      'Définition : Sets remis aux restaurateurs',
      'Unité : exemplaire',
    ]);
  });

  it('say from when, what changed, why and whether figures still compare', () => {
    expect(second).toMatchObject({ version: 2, changed: 'méthode', reason: 'Plus sûr', breaks: true });
    expect(plain([second?.from ?? ''])).toEqual(['depuis le 1er janvier 2021']);
    expect(plain(second?.told ?? [])).toEqual(['Méthode : Pesée des cartons']);
  });

  it('name what has no words of its own, and tell what was taken away', () => {
    expect(third?.changed).toBe('unité, parts complètes, méthode');
    expect(plain(third?.told ?? [])).toEqual(['Méthode : retirée', 'Unité : set']);
  });

  it('end on a day that is counted', () => {
    expect(plain([retirementText('2021-12-31') ?? ''])).toEqual(['compté jusqu’au 31 décembre 2021']);
    expect(retirementText(null)).toBeNull();
  });
});
