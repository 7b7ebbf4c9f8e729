import { Turns } from './turns.js';

describe('Turns', () => {
  it('let two run at once, begin in the order they came, and go on after a failure', async () => {
    const turns = new Turns(2);
    const begun: number[] = [];
    let running = 0;
    let most = 0;
    const works = Array.from({ length: 8 }, (_, index) =>
      turns.take(async () => {
        begun.push(index);
        running += 1;
        most = Math.max(most, running);
        // The first is the slowest: others overtake it, never a third beside two.
        for (let tick = 0; tick < (index === 0 ? 20 : 2); tick += 1) await Promise.resolve();
        running -= 1;
        if (index === 3) throw new Error('refused');
        return index;
      }),
    );
    const settled = await Promise.allSettled(works);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(2);
    expect(settled.map(({ status }) => status)).toEqual(
      begun.map((index) => (index === 3 ? 'rejected' : 'fulfilled')),
    );
    await expect(turns.take(async () => 'again')).resolves.toBe('again');
  });
});
