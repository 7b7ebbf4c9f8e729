import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './folders.js';

describe('the folders of an installation', () => {
  let scratch: string;
  beforeEach(() => {
    scratch = mkdtempSync(join(tmpdir(), 'copil-folders-'));
  });
  afterEach(() => rmSync(scratch, { recursive: true }));

  it('are made with those above them, once', () => {
    const folder = join(scratch, 'a', 'é', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('are refused in words where a file stands', () => {
    const file = join(scratch, 'fichier');
    writeFileSync(file, '');
    expect(() => makeFolder(join(file, 'data'))).toThrow(/un fichier tient la place d’un dossier/);
  });
});
