import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { KeptAnswer, KeptAnswers } from './kept-answers.js';

const page = (text: string): KeptAnswer => new KeptAnswer('text/html', text);

describe('KeptAnswer', () => {
  it('has a tag of its bytes, another one for each encoding', async () => {
    const [one, same, other] = [page('é'.repeat(900)), page('é'.repeat(900)), page('è')];
    expect(one.tag(null)).toBe(same.tag(null));
    expect(new Set([one.tag(null), one.tag('br'), one.tag('gzip'), other.tag(null)]).size).toBe(4);
    expect(one.tag('br')).toMatch(/^"[\w-]{27}-br"$/);
  });

  it('compresses once', async () => {
    const answer = page('é'.repeat(900));
    expect(await answer.bytes('br')).toBe(await answer.bytes('br'));
    expect(brotliDecompressSync(await answer.bytes('br')).toString()).toBe('é'.repeat(900));
    expect(gunzipSync(await answer.bytes('gzip')).toString()).toBe('é'.repeat(900));
    expect(answer.bytes(null)).toBe(answer.plain);
  });
});

describe('KeptAnswers', () => {
  it('stays within its bytes, whatever is asked for, and keeps the latest asked for', () => {
    const answers = new KeptAnswers(20_000);
    for (let index = 0; index < 500; index += 1) {
      answers.keep(`page ${index}`, page('x'.repeat(1_000)));
      answers.find('page 0');
      expect(answers.size).toBeLessThanOrEqual(20_000);
    }
    const kept = Array.from({ length: 500 }, (_, index) => index).filter(
      (index) => answers.find(`page ${index}`) !== undefined,
    );
    expect(kept).toEqual([0, 495, 496, 497, 498, 499]);
  });

  it('counts what it replaces once, and never keeps what is larger than all of it', () => {
    const answers = new KeptAnswers(10_000);
    for (let round = 0; round < 5; round += 1) answers.keep('page', page('x'.repeat(1_000)));
    expect(answers.size).toBe(page('x'.repeat(1_000)).size);
    answers.keep('page', page('x'.repeat(10_000)));
    expect([answers.size, answers.find('page')]).toEqual([0, undefined]);
  });
});
