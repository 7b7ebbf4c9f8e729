import { content } from '../../test/support/measurement-contents.js';
import { nextContent, sameContent, type GivenContent } from './measurement-content.rules.js';
import type { MeasurementContent, MeasurementStatus } from './measurement.types.js';

const JANUARY = { start: '2020-01-01', end: '2020-01-31' };
const given = (rest: Partial<GivenContent> = {}): GivenContent => ({
  value: 450,
  valueMax: null,
  qualifier: 'exact',
  absence: null,
  ...rest,
});
const next = (
  said: Partial<GivenContent>,
  current: MeasurementContent | null = null,
  status: MeasurementStatus = 'validated',
): MeasurementContent => nextContent(given(said), JANUARY, current, status);

describe('what the next version says', () => {
  it('is final, of the precision of its period and of the writer’s status when it says no better', () => {
    expect(next({})).toEqual(content(450));
    expect(
      next({ status: 'draft', marking: 'estimated', precision: 'range', source: '', note: 'n' }),
    ).toEqual(content(450, { status: 'draft', marking: 'estimated', precision: 'range', note: 'n' }));
  });

  it('keeps what was said of a value that is the same, and forgets it of another one', () => {
    const before = content(450, {
      marking: 'provisional',
      precision: 'range',
      source: 'Compteur',
      note: 'n',
    });
    expect(sameContent(next({}, before), before)).toBe(true);
    expect(next({ source: null }, before)).toEqual({ ...before, source: null });
    for (const other of [
      { value: 451 },
      { qualifier: 'about' as const },
      { qualifier: 'between' as const, valueMax: 460 },
      { value: null, qualifier: null, absence: 'not_available' as const },
    ]) {
      expect(next(other, before)).toEqual(content(450, { ...other, precision: 'range' }));
    }
  });

  it('asks for no second validation of what was validated', () => {
    expect(next({}, content(450), 'submitted').status).toBe('validated');
    expect(next({ value: 451 }, content(450), 'submitted').status).toBe('submitted');
    expect(next({ note: 'recomptage' }, content(450), 'submitted').status).toBe('submitted');
    expect(next({}, content(450, { status: 'returned' }), 'submitted').status).toBe('submitted');
    expect(next({ status: 'submitted' }, content(450), 'submitted').status).toBe('submitted');
    expect(next({}, content(450), 'draft').status).toBe('draft');
    expect(next({}, null, 'submitted').status).toBe('submitted');
  });
});
