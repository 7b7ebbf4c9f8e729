import { VersionedCache } from './versioned-cache.js';

function setUp(most = 2): {
  cache: VersionedCache<{ made: string }>;
  made: string[];
  data: { version: string | null };
} {
  const data: { version: string | null } = { version: '1' };
  const cache = new VersionedCache<{ made: string }>({ dataVersion: async () => data.version }, most);
  return { cache, made: [], data };
}

describe('VersionedCache', () => {
  it('makes each thing once a version', async () => {
    const { cache, made, data } = setUp();
    const ask = (name: string): Promise<{ made: string }> =>
      cache.of(name, async () => {
        made.push(`${name}${data.version}`);
        return { made: `${name}${data.version}` };
      });
    const asked = await Promise.all([ask('a'), ask('a'), ask('b')]);
    expect(asked.map((one) => one.made)).toEqual(['a1', 'a1', 'b1']);
    data.version = '2';
    expect((await ask('a')).made).toBe('a2');
    expect(made).toEqual(['a1', 'b1', 'a2']);
  });

  it('keeps the latest asked for', async () => {
    const { cache, made } = setUp();
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) {
      await cache.of(name, async () => {
        made.push(name);
        return { made: name };
      });
    }
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps nothing of a transaction, of a failure, nor of what was read while somebody wrote', async () => {
    const { cache, made, data } = setUp();
    const ask = (meanwhile: () => void = () => undefined): Promise<{ made: string }> =>
      cache.of('a', async () => {
        made.push(String(data.version));
        meanwhile();
        return { made: 'a' };
      });
    data.version = null;
    await ask();
    await ask();
    data.version = '1';
    await expect(
      ask(() => {
        throw new Error('no disk');
      }),
    ).rejects.toThrow('no disk');
    await ask(() => {
      data.version = '2';
    });
    data.version = '1';
    await ask();
    await ask();
    expect(made).toEqual(['null', 'null', '1', '1', '1']);
  });

  it('lets nobody change what others are given', async () => {
    const { cache } = setUp();
    const deep = await new VersionedCache<Map<string, { parts: number[] }>>(
      { dataVersion: async () => '1' },
      1,
    ).of('a', async () => new Map([['one', { parts: [1] }]]));
    expect(() => deep.get('one')?.parts.push(2)).toThrow(TypeError);
    expect(Object.isFrozen(await cache.of('a', async () => ({ made: 'a' })))).toBe(true);
  });
});
