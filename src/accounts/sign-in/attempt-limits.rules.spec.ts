import { limitOf, networkOf, waitOf, waitWords } from './attempt-limits.rules.js';

describe('The network that an address belongs to', () => {
  it.each([
    ['192.0.2.4', '192.0.2.4'],
    ['::ffff:192.0.2.4', '192.0.2.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['local', 'local'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('The wait before one more try', () => {
  const now = Date.parse('2021-01-15T09:00:00.000Z');
  const limit = limitOf('account:jeanne@exemple.fr');

  it('is none below the limit, and until the tenth last leaves the window at the limit', () => {
    const latest = Array.from({ length: 10 }, (_, index) =>
      new Date(now - (index + 1) * 60_000).toISOString(),
    );
    expect(waitOf(limit, latest.slice(0, 9), now)).toBe(0);
    expect(waitOf(limit, latest, now)).toBe(5 * 60_000);
    expect(waitOf(limit, latest, now + 5 * 60_000)).toBe(0);
  });

  it('depends on what is counted', () => {
    expect(limitOf('second-factor:12')).toEqual(limit);
    expect(limitOf('address:192.0.2.4')).toMatchObject({ most: 100, successForgets: 'one' });
    expect(limitOf('constructor:1')).toEqual(limit);
  });

  it.each([
    [1, 'dans une seconde'],
    [45, 'dans 45 secondes'],
    [60, 'dans une minute'],
    [61, 'dans deux minutes'],
    [900, 'dans quinze minutes'],
  ])('of %d seconds is said %s', (seconds, words) => {
    expect(waitWords(seconds).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
