import { slug } from '../../kernel/french-text.rules.js';
import type { Slice } from './collection-line.types.js';

const MEMBERS = ['indicator', 'campaign', 'territory', 'channel', 'organisation'] as const;
const SEPARATOR = '~';

/** A slice as addresses and forms name it: the slugs of its codes, `spots-partages~op-2020-spots`. */
export const rowKey = (slice: Slice): string =>
  MEMBERS.map((member) => slug(slice[member] ?? ''))
    .join(SEPARATOR)
    .replace(/~+$/, '');

/** The slugs that a key names, empty ones as null; null when it is no key. */
export function parseRowKey(key: string): Slice | null {
  const parts = key.split(SEPARATOR);
  if (parts[0] === '' || parts.length > MEMBERS.length || parts.some((part) => part !== slug(part)))
    return null;
  const [indicator = '', ...rest] = parts;
  const [campaign, territory, channel, organisation] = rest.map((part) => (part === '' ? null : part));
  return {
    indicator,
    campaign: campaign ?? null,
    territory: territory ?? null,
    channel: channel ?? null,
    organisation: organisation ?? null,
  };
}

/** One text for each slice, by its codes. */
export const sliceText = (slice: Slice): string => JSON.stringify(MEMBERS.map((member) => slice[member]));
