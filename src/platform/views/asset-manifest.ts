import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** Written by `npm run build`; the same from `src/` and from `dist/`. */
const MANIFEST = fileURLToPath(new URL('../../../dist/assets/manifest.json', import.meta.url));

const NOT_BUILT =
  'Les styles et scripts du navigateur ne sont pas construits. Lancez « npm run build », puis relancez la commande.';

const manifestSchema = z.record(z.string(), z.string().regex(/^[A-Za-z0-9._-]+$/));

export type AssetUrls = (name: string) => string;

/**
 * Reads a manifest at the first question and keeps it: a build gives new names, and a server keeps those of its own
 * start. Throws a French sentence when nothing was built, or when a page asks for what does not exist.
 */
export function readAssetManifest(path: string): AssetUrls {
  let names: Map<string, string> | null = null;
  const load = (): Map<string, string> => {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (cause) {
      throw new Error(NOT_BUILT, { cause });
    }
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    if (!parsed.success) throw new Error(NOT_BUILT, { cause: parsed.error });
    return new Map(Object.entries(parsed.data));
  };
  return (name) => {
    names ??= load();
    const hashed = names.get(name);
    if (hashed === undefined)
      throw new Error(`Le fichier « ${name} » n’existe pas parmi ceux du navigateur.`);
    return `/assets/${hashed}`;
  };
}

/** Address of a built file, `assetUrl('main.css')` is `/assets/main-5JQK3MZB.css`. */
export const assetUrl: AssetUrls = readAssetManifest(MANIFEST);
