import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typographic } from '../../src/kernel/french-text.rules.js';

const SEEDS = ['seeds/oh-my-lot-2020', 'seeds/demonstration'];
const FILES = ['dataset.json', 'measurements.json'];

describe.each(SEEDS)('the texts of %s', (seed) => {
  const texts = FILES.map((file) => readFileSync(join(seed, file), 'utf8'));

  it('hold no telephone number and no e-mail address', () => {
    for (const text of texts) {
      expect(text).not.toMatch(/[\w.+-]+@[\w-]+\.\w/);
      expect(text).not.toMatch(/(?<!\d)(?:\+33[\s.]?|0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d)/);
    }
  });

  it('are set in French type', () => {
    const wrong: string[] = [];
    for (const text of texts) {
      JSON.parse(text, (key, value: unknown) => {
        if (typeof value !== 'string' || key === 'url' || key === 'link') return value;
        if (typographic(value) !== value) wrong.push(value);
        return value;
      });
    }
    expect(wrong).toEqual([]);
  });
});
