import { DraftLimit } from './draft-limit.js';

describe('DraftLimit', () => {
  const NOW = Date.parse('2020-12-17T10:00:00Z');
  const takeMany = (limit: DraftLimit, count: number, address: string): (number | null)[] =>
    Array.from({ length: count }, () => limit.take(address, NOW));

  it('lets an address ask 60 times a minute, then says how long to wait', () => {
    const limit = new DraftLimit();
    expect(takeMany(limit, 60, '192.0.2.1').every((wait) => wait === null)).toBe(true);
    expect(limit.take('192.0.2.1', NOW + 20_500)).toBe(40);
    expect(limit.take('192.0.2.2', NOW)).toBeNull();
    expect(limit.take('192.0.2.1', NOW + 60_000)).toBeNull();
  });

  it('locks nobody out when the clock is set back', () => {
    const limit = new DraftLimit();
    takeMany(limit, 61, '192.0.2.1');
    expect(limit.take('192.0.2.1', NOW - 1)).toBeNull();
  });

  it('counts on while thousands of addresses come and go', () => {
    const limit = new DraftLimit();
    takeMany(limit, 60, '192.0.2.1');
    for (let index = 0; index < 3_000; index += 1) limit.take(`2001:db8::${index}`, NOW + 1);
    expect(limit.take('192.0.2.1', NOW + 2)).toBe(60);
  });
});
