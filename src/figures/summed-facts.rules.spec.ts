import { figuresInput, indicatorRule } from '../../test/support/facts.js';
import { campaignFact, type CampaignMonthRow } from '../measurements/campaign-facts.rules.js';
import type { MeasurementFact } from '../measurements/measurement.types.js';
import { PARTS } from '../measurements/measurement-part.rules.js';
import { figureOf } from './figure.rules.js';
import { perimeterOf } from './perimeter.rules.js';

let last = 0;
const nextId = (): number => (last -= 1);

/** The sum of an indicator told by territory, so much each month. */
function sum(
  indicator: string,
  byMonth: Record<number, number>,
  territories: Record<string, number>,
): MeasurementFact {
  const scope = { indicatorId: 1, campaignId: 0 };
  const months = Object.entries(byMonth).map(([month, total]): CampaignMonthRow => {
    const day = `2020-${String(month).padStart(2, '0')}-15`;
    return {
      ...scope,
      month: 202000 + Number.parseInt(month, 10),
      indicator,
      campaign: null,
      shape: 1,
      part: PARTS.day,
      marking: 'final',
      source: 'Compteur',
      measurements: 2,
      total,
      firstDay: day,
      lastDay: day,
      recordedAt: '2020-12-17T08:00:00Z',
    };
  });
  const shares = Object.entries(territories).map(([member, total]) => ({
    ...scope,
    axis: 'territory' as const,
    member,
    marking: 'final' as const,
    total,
  }));
  return campaignFact(months, shares, nextId);
}

const visitors = indicatorRule();
const projects = indicatorRule({ code: 'PROJETS', subsetOf: 'VISITEURS' });
const whole = sum('VISITEURS', { 1: 30, 2: 40 }, { CAHORS: 50, FIGEAC: 20 });

describe('a figure made of a sum', () => {
  it('is cut by the parts that the sum knows', () => {
    const figure = figureOf(visitors, null, figuresInput({ indicators: [visitors], facts: [whole] }));
    expect(figure).toMatchObject({
      amount: { value: 70 },
      perimeter: { territory: ['CAHORS', 'FIGEAC'], channel: null },
      provenance: { measurements: 4, sources: ['Compteur'] },
      breakdown: [
        { dimension: 'territory', key: 'CAHORS', amount: { value: 50 } },
        { dimension: 'territory', key: 'FIGEAC', amount: { value: 20 } },
      ],
    });
    expect(perimeterOf([whole])).toEqual(figure.perimeter);
  });

  it('has no breakdown where only its total is compared', () => {
    const input = figuresInput({ indicators: [visitors], facts: [whole], totalsOnly: true });
    expect(figureOf(visitors, null, input)).toMatchObject({ amount: { value: 70 }, breakdown: [] });
  });

  it('names the sums of a « dont » that passes its whole, to have their measurements looked at', () => {
    // Told over more months than its whole: only its measurements tell whether it passes it in those of both.
    const part = sum('PROJETS', { 1: 10, 3: 90 }, { CAHORS: 100 });
    const input = figuresInput({ indicators: [visitors, projects], facts: [whole, part] });
    const { issues } = figureOf(projects, null, input);
    expect(issues.map(({ kind }) => kind)).toContain('exceeds_parent');
    expect(issues.every(({ measurements }) => measurements.every((id) => id < 0))).toBe(true);
  });
});
