import {
  amountIssues,
  changedMembers,
  definingContent,
  isRewording,
  seriesBreaks,
} from './indicator-versions.rules.js';
import { DEFINING_MEMBERS, type DefiningContent, type IndicatorVersion } from './indicator.types.js';

const CONTENT: DefiningContent = {
  unit: 'personne',
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
  definition: 'Personnes comptées au stand.',
  method: null,
};
const version = (more: Partial<IndicatorVersion>): IndicatorVersion => ({
  indicator: 'VISITEURS',
  version: 2,
  validFrom: '2021-01-01',
  content: CONTENT,
  breaksSeries: true,
  reason: 'Comptage par cellule',
  recordedAt: '2021-01-04T09:00:00Z',
  recordedBy: 'person:1',
  ...more,
});

describe('a definition', () => {
  it('keeps the members that say what is counted, in one order, whatever else there is', () => {
    const shuffled = { name: 'Visiteurs', ...CONTENT, code: 'VISITEURS' };
    expect(Object.keys(definingContent(shuffled))).toEqual([...DEFINING_MEMBERS]);
    expect(definingContent(shuffled)).toEqual(CONTENT);
  });

  it('differs by the members that say something else', () => {
    expect(changedMembers(CONTENT, { ...CONTENT })).toEqual([]);
    expect(changedMembers(CONTENT, { ...CONTENT, method: 'À la main', unit: 'visite' })).toEqual([
      'unit',
      'method',
    ]);
  });

  it('is reworded when nothing but its texts changed', () => {
    expect(isRewording(['definition', 'method'])).toBe(true);
    expect(isRewording(['definition', 'nature'])).toBe(false);
  });

  it('breaks a series from the first day of a version that says so', () => {
    expect(
      seriesBreaks([
        version({ version: 1, validFrom: null, breaksSeries: false }),
        version({}),
        version({ version: 3, breaksSeries: false, validFrom: '2022-01-01' }),
        version({ version: 4, validFrom: null }),
      ]),
    ).toEqual([{ indicator: 'VISITEURS', from: '2021-01-01', version: 2, reason: 'Comptage par cellule' }]);
  });

  it('keeps the decimals and the sign of amounts that are there', () => {
    expect(amountIssues(CONTENT, { decimals: 0, signed: false })).toEqual([]);
    const issues = amountIssues(CONTENT, { decimals: 2, signed: true });
    expect(issues.map(({ path }) => path)).toEqual(['decimals', 'signed']);
  });
});
