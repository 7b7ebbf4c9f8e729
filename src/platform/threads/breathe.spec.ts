import { each, type LongWork } from '../../kernel/long-work.rules.js';
import { inPieces, Pace } from './breathe.js';

const busy = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

function* slow(pieces: number): LongWork<string> {
  for (let piece = 0; piece < pieces; piece += 1) {
    busy(10);
    yield;
  }
  return 'done';
}

describe('work that gives way', () => {
  it('lets others pass between its pieces, and answers what it comes to', async () => {
    const order: string[] = [];
    const work = inPieces(slow(3)).then((answer) => order.push(answer));
    setImmediate(() => order.push('another'));
    await work;
    expect(order).toEqual(['another', 'done']);
  });

  it('does not wait when it is short', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    await inPieces(each([1, 2, 3], (one) => order.push(String(one))));
    await new Pace().breathe();
    expect(order).toEqual(['1', '2', '3']);
  });

  it('counts together the works of one turn, each of which is short', async () => {
    const order: string[] = [];
    setImmediate(() => order.push('another'));
    for (const name of ['one', 'two', 'three']) {
      const pace = new Pace();
      busy(4);
      order.push(name);
      await pace.breathe();
    }
    expect(order.indexOf('another')).toBeGreaterThan(0);
    expect(order.indexOf('another')).toBeLessThan(3);
  });

  it('fails as it fails when it is done at once', async () => {
    const failing = each(Array.from({ length: 500 }), () => {
      throw new Error('broken');
    });
    await expect(inPieces(failing)).rejects.toThrow('broken');
  });
});
