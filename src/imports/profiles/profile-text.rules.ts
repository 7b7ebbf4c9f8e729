import type { ImportProfile } from './import-profile.types.js';

/** Nothing to say: what a profile holds when its file leaves the member out. */
const isUnsaid = (name: string, value: unknown): boolean =>
  value === null || (value === false && name !== 'adds') || (Array.isArray(value) && value.length === 0);

const LONGEST_LINE = 100;
const TEXT = String.raw`"(?:[^"\\]|\\.)*"`;
const LIST = new RegExp(String.raw`\[\n\s+(${TEXT}(?:,\n\s+${TEXT})*)\n\s+\]`, 'g');

/** A profile as its file would say it, members that say nothing left out, short lists of names on one line. */
export function profileText(profile: ImportProfile): string {
  const text = JSON.stringify(
    profile,
    (name, value: unknown) => (isUnsaid(name, value) ? undefined : value),
    2,
  );
  const compact = text.replace(LIST, (list, names: string) => {
    const line = `[${names.replace(/,\n\s+/g, ', ')}]`;
    return line.length > LONGEST_LINE ? list : line;
  });
  return `${compact}\n`;
}
