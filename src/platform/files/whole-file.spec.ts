import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWholeFile } from './whole-file.js';

describe('a file written whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-whole-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the place of the former one, in folders made for it', async () => {
    const path = join(folder, 'un', 'deux', 'chiffres.csv');
    await writeWholeFile(path, ['a;', 'b\r\n']);
    await writeWholeFile(path, [Buffer.from('c')]);
    expect(readFileSync(path, 'utf8')).toBe('c');
    expect(readdirSync(join(folder, 'un', 'deux'))).toEqual(['chiffres.csv']);
  });

  it('leaves the former one and nothing else when what it is made of fails half-way', async () => {
    const path = join(folder, 'chiffres.csv');
    writeFileSync(path, 'former');
    async function* failing(): AsyncGenerator<string> {
      yield 'half';
      throw new Error('no more');
    }
    await expect(writeWholeFile(path, failing())).rejects.toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('former');
    expect(readdirSync(folder)).toEqual(['chiffres.csv']);
  });

  it('says which file cannot be written, and why', async () => {
    const path = join(folder, 'taken');
    mkdirSync(path);
    writeFileSync(join(path, 'inside'), '');
    await expect(writeWholeFile(path, ['a'])).rejects.toMatchObject({
      code: 'unwritable_file',
      title: expect.stringContaining(path),
    });
    await expect(writeWholeFile(join(path, 'inside', 'a.csv'), ['a'])).rejects.toMatchObject({
      code: 'unwritable_file',
    });
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
