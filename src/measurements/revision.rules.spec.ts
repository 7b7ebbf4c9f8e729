import type { Wording } from '../kernel/figure.types.js';
import type { SaidVersion } from './measurement-answer.types.js';
import type { MeasurementStatus } from './measurement.types.js';
import { revisionText } from './revision.rules.js';

const VISITORS: Wording = {
  labelOne: 'visiteur',
  labelOther: 'visiteurs',
  elision: false,
  symbol: null,
  decimals: 0,
  signed: false,
};

let day = 0;

/** One version a day, from 1 March 2021 on. */
function said(
  value: number | null,
  status: MeasurementStatus = 'validated',
  more: Partial<SaidVersion['answer']> = {},
): SaidVersion {
  day += 1;
  const answer = { version: day, status, marking: 'final', recordedAt: `2021-03-0${day}T23:30:00Z`, ...more };
  return {
    answer: answer as SaidVersion['answer'],
    quantity: value === null ? null : { value, valueMax: null, qualifier: 'exact' },
  };
}
const revised = { marking: 'revised' } as const;
const textOf = (...versions: SaidVersion[]): string | undefined =>
  revisionText(versions, VISITORS)?.replace(/[\u00a0\u202f]/g, ' ');

describe('what is said of a revised figure', () => {
  beforeEach(() => (day = 0));

  it('is the day in Paris, the amounts before and after, and why to whoever may read it', () => {
    const first = said(450);
    const why = said(463, 'validated', { ...revised, reason: 'recomptage' });
    expect(textOf(first, why)).toBe('Révisé le 3 mars 2021 : 450 → 463 (recomptage)');
    const untold = said(463, 'validated', revised);
    expect(textOf(first, untold)).toBe('Révisé le 4 mars 2021 : 450 → 463');
  });

  it('is of the decision, not of what waited for it nor of what waits now', () => {
    const versions = [said(450), said(463, 'submitted'), said(463, 'validated', revised)];
    expect(textOf(...versions, said(470, 'draft'))).toBe('Révisé le 4 mars 2021 : 450 → 463');
  });

  it('stays that of the amount when a source is corrected later', () => {
    const versions = [said(450), said(463, 'validated', { ...revised, reason: 'recomptage' })];
    const source = said(463, 'validated', { ...revised, reason: 'source précisée' });
    expect(textOf(...versions, source)).toBe('Révisé le 3 mars 2021 : 450 → 463 (recomptage)');
  });

  it('is of the last change, absences in words', () => {
    const absent = said(null, 'validated', { absence: 'not_communicated' });
    const versions = [said(450), absent, said(13_000, 'validated', revised)];
    expect(textOf(...versions)).toBe('Révisé le 4 mars 2021 : non communiqué → 13 000');
    expect(textOf(said(450), said(null, 'validated', revised))).toMatch(/450 → non disponible$/);
  });

  it('is nothing of a figure that never changed, whose change waits, or that was taken back', () => {
    expect(textOf()).toBeUndefined();
    expect(textOf(said(450))).toBeUndefined();
    expect(textOf(said(450, 'validated', revised))).toBeUndefined();
    expect(textOf(said(450), said(463, 'submitted', revised))).toBeUndefined();
    expect(textOf(said(450), said(463, 'validated', { marking: 'provisional' }))).toBeUndefined();
    day = 0;
    expect(
      textOf(said(450), said(463, 'validated', revised), said(463, 'withdrawn', revised)),
    ).toBeUndefined();
  });
});
