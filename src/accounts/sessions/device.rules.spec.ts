import { deviceWords } from './device.rules.js';

describe('deviceWords', () => {
  it.each<[string, string | null]>([
    [
      'Firefox sur Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0',
    ],
    ['Chrome sur Linux', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36'],
    [
      'Edge sur Windows',
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
    ],
    ['Safari sur Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/17.0 Safari/605.1.15'],
    [
      'Safari sur iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1',
    ],
    [
      'Firefox sur iPad',
      'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) FxiOS/130.0 Mobile/15E148 Safari/605.1.15',
    ],
    [
      'Samsung Internet sur Android',
      'Mozilla/5.0 (Linux; Android 14) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
    ],
    ['Opera sur Linux', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/120.0.0.0 Safari/537.36 OPR/106.0.0.0'],
    ['Chrome sur ChromeOS', 'Mozilla/5.0 (X11; CrOS x86_64 15633.69.0) Chrome/119.0.0.0 Safari/537.36'],
    ['Navigateur sur Linux', 'curl (Linux)'],
    ['Firefox', 'Firefox/1.0'],
    ['Appareil inconnu', 'node'],
    ['Appareil inconnu', ''],
    ['Appareil inconnu', null],
  ])('says %s', (words, userAgent) => {
    expect(deviceWords(userAgent)).toBe(words);
  });

  it('repeats nothing of what a client says of itself', () => {
    expect(deviceWords('<script>alert(1)</script> Firefox/1 Windows'.repeat(1_000))).toBe(
      'Firefox sur Windows',
    );
  });
});
