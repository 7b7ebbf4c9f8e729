import { momentText } from './paris-time.js';

describe('momentText', () => {
  it('says the day and the hour of Paris, in winter and in summer', () => {
    const plain = (text: string): string => text.replace(/\u00a0/g, ' ');
    expect(plain(momentText('2020-12-16T13:05:00Z'))).toBe('16 décembre 2020 à 14 h 05');
    expect(plain(momentText('2020-07-14T22:00:00Z'))).toBe('15 juillet 2020 à 0 h');
    expect(momentText('2020-12-16T13:05:59Z')).toMatch(/à\u00a014\u00a0h\u00a005$/);
  });
});
