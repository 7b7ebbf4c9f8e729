import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

const SANS = '@expo-google-fonts/source-sans-3';
const GROTESQUE = '@expo-google-fonts/bricolage-grotesque';

/** The faces of the pages, from the very files that the PDF embeds. */
const FACES = {
  'source-sans-3-400': `${SANS}/400Regular/SourceSans3_400Regular.ttf`,
  'source-sans-3-400-italic': `${SANS}/400Regular_Italic/SourceSans3_400Regular_Italic.ttf`,
  'source-sans-3-600': `${SANS}/600SemiBold/SourceSans3_600SemiBold.ttf`,
  'source-sans-3-700': `${SANS}/700Bold/SourceSans3_700Bold.ttf`,
  'bricolage-grotesque-600': `${GROTESQUE}/600SemiBold/BricolageGrotesque_600SemiBold.ttf`,
  'bricolage-grotesque-700': `${GROTESQUE}/700Bold/BricolageGrotesque_700Bold.ttf`,
};

const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

/**
 * Latin letters of French and of its neighbours' names, French punctuation and spaces (narrow no-break, no-break
 * hyphen), signs of figures, and the shapes that go with a status. Ready-made web subsets lack half of them.
 */
const CHARACTERS = [
  range(0x20, 0x7e),
  range(0xa0, 0xff),
  'ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķŁłŃńŅņŇňŌōŐőŒœŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽž',
  '\u2009\u200b\u202f\u2010\u2011–—‘’‚“”„†‡•…‰′″‹›⁄€™№ᵉʳ⁰¹²³⁴⁵⁶⁷⁸⁹−≈≠≤≥×÷∞',
  '←↑→↓↗↘▲▼▶◀●○◆◇■□✓✔✗',
].join('');

/** Layout features worth their bytes: kerning, ligatures, accents, superscripts of « 1er », tabular figures. */
const FEATURES = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'calt', 'sups', 'tnum', 'lnum'];

/** Changing this (or any input) gives fonts another name. */
const RECIPE = JSON.stringify({ characters: CHARACTERS, features: FEATURES, hinting: false });

/**
 * Cuts each face down and writes it as WOFF2 under a name that hashes its inputs, so that a font already there is not
 * made again. Answers the hashed names by logical name.
 */
export async function buildFonts(folder, write) {
  const { version } = require('subset-font/package.json');
  const names = new Map();
  for (const [face, path] of Object.entries(FACES)) {
    const source = await readFile(require.resolve(path));
    const hash = createHash('sha256').update(source).update(RECIPE).update(version).digest('hex').slice(0, 8);
    const name = `${face}-${hash}.woff2`;
    names.set(`${face}.woff2`, name);
    if (existsSync(join(folder, name))) continue;
    const { default: subsetFont } = await import('subset-font');
    const options = { targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true };
    await write(name, await subsetFont(source, CHARACTERS, options));
  }
  return names;
}
