import { ROLES } from '../accounts/account.types.js';
import { MEASUREMENT_STATUSES } from './measurement.types.js';
import { counts, defaultStatusOf, mayValidate, statusIssue } from './writer-status.rules.js';

describe('what a writer may say of a figure', () => {
  it('validates for programs, the direction and administrators', () => {
    expect([null, ...ROLES].filter(mayValidate)).toEqual([null, 'validator', 'admin']);
    for (const role of [null, ...ROLES]) {
      for (const mode of ['auto', 'single'] as const)
        expect(defaultStatusOf(role, mode)).toBe(mayValidate(role) ? 'validated' : 'submitted');
    }
  });

  it('lets the others submit or keep a draft, and says so', () => {
    for (const role of ['contributor', 'editor'] as const) {
      const refused = MEASUREMENT_STATUSES.filter((status) => statusIssue(status, role, 'single') !== null);
      expect(refused).toEqual(['returned', 'validated', 'withdrawn']);
      expect(statusIssue(undefined, role, 'single')).toBeNull();
      expect(statusIssue('validated', role, 'four_eyes')).toMatchObject({
        path: 'status',
        code: 'validation_reserved',
      });
    }
    for (const status of MEASUREMENT_STATUSES) expect(statusIssue(status, 'validator', 'single')).toBeNull();
  });

  it('lets nobody validate at once what they write where four eyes are asked for, but programs', () => {
    for (const role of ['validator', 'admin'] as const) {
      expect(defaultStatusOf(role, 'four_eyes')).toBe('submitted');
      const refused = MEASUREMENT_STATUSES.map((status) => statusIssue(status, role, 'four_eyes'));
      expect(refused.map((issue) => issue?.code ?? null)).toEqual([null, null, null, 'four_eyes', null]);
    }
    expect(defaultStatusOf(null, 'four_eyes')).toBe('validated');
    expect(statusIssue('validated', null, 'four_eyes')).toBeNull();
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
