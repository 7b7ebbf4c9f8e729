import { ROLES } from '../accounts/account.types.js';
import { MEASUREMENT_STATUSES } from './measurement.types.js';
import { counts, defaultStatusOf, mayValidate, statusIssue } from './writer-status.rules.js';

describe('what a writer may say of a figure', () => {
  it('validates for programs, the direction and administrators', () => {
    expect([null, ...ROLES].filter(mayValidate)).toEqual([null, 'validator', 'admin']);
    for (const role of [null, ...ROLES]) {
      expect(defaultStatusOf(role)).toBe(mayValidate(role) ? 'validated' : 'submitted');
    }
  });

  it('lets the others submit or keep a draft, and says so', () => {
    for (const role of ['contributor', 'editor'] as const) {
      const refused = MEASUREMENT_STATUSES.filter((status) => statusIssue(status, role) !== null);
      expect(refused).toEqual(['returned', 'validated', 'withdrawn']);
      expect(statusIssue(undefined, role)).toBeNull();
      expect(statusIssue('validated', role)).toMatchObject({ path: 'status', code: 'validation_reserved' });
    }
    for (const status of MEASUREMENT_STATUSES) expect(statusIssue(status, 'validator')).toBeNull();
  });

  it('knows whether a figure counts, whatever waits beside it', () => {
    const history = (
      ...statuses: (typeof MEASUREMENT_STATUSES)[number][]
    ): { status: (typeof statuses)[0] }[] => statuses.map((status) => ({ status }));
    expect(counts(history('validated', 'submitted', 'draft'))).toBe(true);
    expect(counts(history('validated', 'withdrawn', 'submitted'))).toBe(false);
    expect(counts(history('submitted', 'returned'))).toBe(false);
    expect(counts([])).toBe(false);
  });
});
