import fc from 'fast-check';
import { content, measurementKey } from '../../test/support/measurement-contents.js';
import type { PlannedMeasurement } from './measurement-batch.types.js';
import { batchEvent, decisionEvents } from './measurement-journal.rules.js';
import { PARTS } from './measurement-part.rules.js';
import type { MeasurementContent, MeasurementStatus } from './measurement.types.js';

const TALLY = { created: 2, updated: 1, unchanged: 4 };
const after = (recordedBy: string, ids: Iterable<number>): unknown =>
  batchEvent(TALLY, recordedBy, [...ids]).after;

describe('a batch in the journal', () => {
  it.each([
    ['person:12', 'person:12'],
    ['data-set:oh-my-lot-2020', 'data-set:oh-my-lot-2020'],
    ['token:Stand', 'token'],
    ['import:Marie Dupont: visiteurs.csv', 'import'],
    ['import:deux\nlignes', 'import'],
    ['import', 'import'],
  ])('is signed %j « %s »: what is a name stays out', (recordedBy, by) => {
    expect(after(recordedBy, [3])).toEqual({ ...TALLY, by, measurements: '3' });
  });

  it('names the measurements that it wrote, and only their ends when they are too many and scattered', () => {
    expect(after('token:A', [5, 3, 4, 9])).toMatchObject({ measurements: '3-5,9' });
    const scattered = Array.from({ length: 900 }, (_, index) => 7 + index * 2);
    expect(after('token:A', scattered.toReversed())).toMatchObject({ measurements: '7…1805' });
    const together = Array.from({ length: 100_000 }, (_, index) => index + 1);
    expect(after('token:A', together)).toMatchObject({ measurements: '1-100000' });
  });

  it('never takes more room than a line', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 31 }), { maxLength: 300 }), (ids) => {
        const { measurements } = after('token:A', ids) as { measurements: string };
        expect(measurements.length).toBeLessThanOrEqual(1_000);
        if (ids.length === 0) expect(measurements).toBe('');
        else expect(measurements).toContain(String(Math.max(...ids)));
      }),
    );
  });

  const planned = (
    id: number,
    version: number,
    status: MeasurementStatus,
    next: Partial<MeasurementContent>,
  ): PlannedMeasurement => ({
    indicator: 'VISITEURS',
    key: measurementKey(),
    naturalKey: String(id),
    stored: { id, version, standing: 0, part: PARTS.none, content: content(450, { status }) },
    versions: [{ ...content(450), ...next, reason: 'Marie Dupont l’a dit' }],
  });

  it('tells withdrawals one by one, by the version that keeps the reason', () => {
    expect(decisionEvents([planned(12, 3, 'submitted', { status: 'withdrawn' })], 'withdrawn')).toEqual([
      {
        action: 'measurement.withdrawn',
        subject: 'measurement:12',
        before: { status: 'submitted', version: 3 },
        after: { status: 'withdrawn', version: 4 },
      },
    ]);
    expect(decisionEvents([{ ...planned(12, 3, 'submitted', {}), stored: null }], 'withdrawn')).toEqual([]);
  });

  it('tells other decisions in one entry, with how many revise what counted, and never a reason', () => {
    const [one, other] = [
      planned(12, 3, 'submitted', { marking: 'revised' }),
      planned(13, 1, 'submitted', {}),
    ] as const;
    expect(decisionEvents([one, other], 'validated')).toEqual([
      {
        action: 'measurements.validated',
        subject: null,
        before: null,
        after: { updated: 2, measurements: '12-13', revised: 1 },
      },
    ]);
    expect(decisionEvents([other], 'returned')).toMatchObject([
      {
        action: 'measurements.returned',
        subject: 'measurement:13',
        after: { updated: 1, measurements: '13' },
      },
    ]);
  });
});
