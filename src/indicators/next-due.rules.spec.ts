import fc from 'fast-check';
import { addDays } from '../kernel/calendar.rules.js';
import { FREQUENCIES } from './indicator.types.js';
import { nextDue } from './next-due.rules.js';

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1950-01-01', count));

describe('the next value of an indicator', () => {
  it.each([
    ['day', 0, '2024-02-28', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['week', 2, '2024-12-29', '2024-12-30', '2025-01-05', '2025-01-07'],
    ['month', 15, '2024-12-31', '2025-01-01', '2025-01-31', '2025-02-15'],
    ['month', null, '2024-01-31', '2024-02-01', '2024-02-29', '2024-02-29'],
    // Half of April was given: the rest of it is still to come.
    ['month', 10, '2024-04-16', '2024-04-01', '2024-04-30', '2024-05-10'],
    ['quarter', 20, '2024-09-30', '2024-10-01', '2024-12-31', '2025-01-20'],
    ['half_year', 0, '2024-06-30', '2024-07-01', '2024-12-31', '2024-12-31'],
    ['year', 31, '2024-12-31', '2025-01-01', '2025-12-31', '2026-01-31'],
  ] as const)('each %s, %p days after, last given to %s', (frequency, dueDays, last, start, end, due) => {
    const indicator = { frequency, dueDays, retiredOn: null };
    expect(nextDue(indicator, last, '2024-01-01')).toEqual({ period: { start, end }, due, isLate: false });
    expect(nextDue(indicator, last, due)?.isLate).toBe(false);
    expect(nextDue(indicator, last, addDays(due, 1))?.isLate).toBe(true);
  });

  it('is that of the present period when none was given', () => {
    const monthly = { frequency: 'month', dueDays: 5, retiredOn: null } as const;
    expect(nextDue(monthly, null, '2025-02-10')).toEqual({
      period: { start: '2025-02-01', end: '2025-02-28' },
      due: '2025-03-05',
      isLate: false,
    });
  });

  it.each([
    ['no frequency', { frequency: null, dueDays: 5, retiredOn: null }],
    ['a value given once', { frequency: 'once', dueDays: 5, retiredOn: null }],
    ['nothing counted any more', { frequency: 'month', dueDays: 5, retiredOn: '2024-12-31' }],
  ] as const)('does not exist with %s', (_, indicator) =>
    expect(nextDue(indicator, '2024-12-31', '2025-06-01')).toBeNull(),
  );

  it('always comes after what was given, and is not due before its last day', () => {
    fc.assert(
      fc.property(days, fc.nat(400), fc.constantFrom(...FREQUENCIES), (last, dueDays, frequency) => {
        const next = nextDue({ frequency, dueDays, retiredOn: null }, last, last);
        if (next === null) return frequency === 'once';
        return next.period.start <= addDays(last, 1) && next.period.end > last && next.due >= next.period.end;
      }),
    );
  });
});
