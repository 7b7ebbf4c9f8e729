import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportsService } from '../../src/imports/imports.service.js';
import { HELD, IMPORTED, WatchedFolder, type WatchedFile } from '../../src/imports/watch/watched-folder.js';
import { openServices, type TestServices } from '../support/services.js';

const OK = 'test/import/ok/press-release-figures.csv';

describe('a watched folder', () => {
  let services: TestServices;
  let folder: string;
  let watched: WatchedFolder;

  beforeEach(async () => {
    services = await openServices('sqlite');
    folder = await mkdtemp(join(tmpdir(), 'copil-watch-'));
    const imports = services.context.get(ImportsService, { strict: false });
    watched = new WatchedFolder(folder, (path) =>
      imports.importFile(path, { dryRun: false, origin: 'watch' }),
    );
    await watched.open();
  });
  afterEach(async () => {
    await services.close();
    await rm(folder, { recursive: true });
  });

  const look = async (): Promise<WatchedFile[]> => {
    const files: WatchedFile[] = [];
    await watched.look((file) => files.push(file));
    return files;
  };

  it('imports a file once it no longer grows, and puts it away', async () => {
    await copyFile(OK, join(folder, 'chiffres.csv'));
    expect(await look()).toEqual([]);
    await appendFile(join(folder, 'chiffres.csv'), '\r\n');
    expect(await look()).toEqual([]);
    expect(await look()).toMatchObject([{ report: { created: 8 }, movedTo: join(IMPORTED, 'chiffres.csv') }]);
    expect(await readdir(folder)).toEqual([HELD, IMPORTED].toSorted());
    await copyFile(OK, join(folder, 'chiffres.csv'));
    await look();
    expect(await look()).toMatchObject([
      { report: { created: 0, unchanged: 8 }, movedTo: join(IMPORTED, 'chiffres (2).csv') },
    ]);
  });

  it('puts what it cannot take beside the reasons, and leaves what others still write', async () => {
    await copyFile('test/import/not-ok/words-as-number.csv', join(folder, 'été.csv'));
    for (const name of ['~$été.xlsx', '.cache', 'été.csv.part']) await writeFile(join(folder, name), 'x');
    await look();
    expect(await look()).toMatchObject([{ movedTo: join(HELD, 'été.csv') }]);
    const reasons = await readFile(join(folder, HELD, 'été.csv.rapport.txt'), 'utf8');
    expect(reasons).toContain('n’est pas un nombre');
    expect(reasons).toContain('Ligne 2, colonne valeur');
    expect((await readdir(folder)).toSorted()).toEqual(
      ['.cache', HELD, IMPORTED, 'été.csv.part', '~$été.xlsx'].toSorted(),
    );
  });

  it('says that a folder is not there instead of watching nothing', async () => {
    const lost = new WatchedFolder(join(folder, 'partage'), () => Promise.reject(new Error('never asked')));
    await expect(lost.open()).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
