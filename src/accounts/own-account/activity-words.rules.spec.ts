import { activityWords } from './activity-words.rules.js';

const NOW = Date.parse('2021-01-15T09:00:00Z');

describe('Activity of a device', () => {
  it.each([
    ['2021-01-15T09:00:00Z', 'actif à l’instant'],
    ['2021-01-15T08:59:01Z', 'actif à l’instant'],
    ['2021-01-15T08:59:00Z', 'actif il y a 1\u00a0minute'],
    ['2021-01-15T08:55:00Z', 'actif il y a 5\u00a0minutes'],
    ['2021-01-15T09:03:00Z', 'actif à l’instant'],
  ])('%s', (instant, words) => {
    expect(activityWords(instant, NOW)).toBe(words);
  });
});
