import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAssetManifest } from './asset-manifest.js';

describe('the addresses of built assets', () => {
  let folder: string;
  let manifest: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'copil-manifest-'));
    manifest = join(folder, 'manifest.json');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('carry the hash that the build gave', () => {
    writeFileSync(manifest, '{"main.css":"main-5JQK3MZB.css"}');
    expect(readAssetManifest(manifest)('main.css')).toBe('/assets/main-5JQK3MZB.css');
  });

  it('stay those of the start while a build rewrites the manifest', () => {
    writeFileSync(manifest, '{"main.css":"main-OLD.css"}');
    const assetUrl = readAssetManifest(manifest);
    assetUrl('main.css');
    writeFileSync(manifest, '{"main.css":"main-NEW.css"}');
    expect(assetUrl('main.css')).toBe('/assets/main-OLD.css');
  });

  it('say in French that nothing was built, then work once it is', () => {
    const assetUrl = readAssetManifest(manifest);
    expect(() => assetUrl('main.css')).toThrow('Lancez « npm run build »');
    writeFileSync(manifest, '{"main.css":"main-1.css"}');
    expect(assetUrl('main.css')).toBe('/assets/main-1.css');
  });

  it.each(['[]', '{"main.css":3}', '{"main.css":"../../secret"}'])(
    'refuse a manifest that holds %s',
    (content) => {
      writeFileSync(manifest, content);
      expect(() => readAssetManifest(manifest)('main.css')).toThrow('ne sont pas construits');
    },
  );

  it.each(['main.css', '__proto__', 'constructor'])('name the file that does not exist: %s', (name) => {
    writeFileSync(manifest, '{"main.js":"main-1.js"}');
    expect(() => readAssetManifest(manifest)(name)).toThrow(`Le fichier « ${name} » n’existe pas`);
  });

  it('do not mistake a damaged manifest for an empty one', () => {
    writeFileSync(manifest, '{"main.css":');
    expect(() => readAssetManifest(manifest)('main.css')).toThrow(/JSON/);
  });
});
