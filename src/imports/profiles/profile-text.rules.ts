import type { ImportProfile } from './import-profile.types.js';

/** Nothing to say: what a profile holds when its file leaves the member out. */
const isUnsaid = (name: string, value: unknown): boolean =>
  value === null || (value === false && name !== 'adds') || (Array.isArray(value) && value.length === 0);

/** A profile as its file would say it, members that say nothing left out. */
export function profileText(profile: ImportProfile): string {
  return `${JSON.stringify(profile, (name, value: unknown) => (isUnsaid(name, value) ? undefined : value), 2)}\n`;
}
