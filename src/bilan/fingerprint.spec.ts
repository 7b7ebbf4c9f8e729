import { bilan2020 } from '../../test/support/bilan-2020.fixture.js';
import { canonicalJson, fingerprintOf } from './fingerprint.js';

describe('fingerprint', () => {
  it('ignores the order in which members were gathered, not the order of lists', () => {
    expect(canonicalJson({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}');
    expect(fingerprintOf({ a: [1, 2] })).not.toBe(fingerprintOf({ a: [2, 1] }));
  });

  it('changes with anything that a bilan says', () => {
    const changed = bilan2020();
    changed.members.pop();
    expect(fingerprintOf(bilan2020())).toBe(fingerprintOf(bilan2020()));
    expect(fingerprintOf(changed)).not.toBe(fingerprintOf(bilan2020()));
    expect(fingerprintOf(changed)).toMatch(/^[0-9a-f]{64}$/);
  });
});
