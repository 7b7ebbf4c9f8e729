import { countWords } from '../../kernel/french-text.rules.js';

const MINUTE_MS = 60_000;

/** How many tries may fail in a sliding window; a success forgets them all, or only the try that succeeded. */
export interface AttemptLimit {
  most: number;
  windowMs: number;
  successForgets: 'all' | 'one';
}

/** Ten wrong passwords, or codes, in a quarter of an hour: what reliability.md S2 promises of one account. */
const ACCOUNT: AttemptLimit = { most: 10, windowMs: 15 * MINUTE_MS, successForgets: 'all' };

/** By what stands before the colon of a key; every other kind is limited like an account. */
const LIMITS: Readonly<Record<string, AttemptLimit>> = {
  /** A whole office may sit behind one address: signing in well frees nobody else's tries. */
  address: { most: 100, windowMs: 15 * MINUTE_MS, successForgets: 'one' },
  /** Mails to one person, and asked for from one address. */
  reset: { most: 5, windowMs: 60 * MINUTE_MS, successForgets: 'one' },
  /** Coupons that are none: nobody guesses 256 bits, and a network that tries must not keep the database busy. */
  'coupon-address': { most: 50, windowMs: 15 * MINUTE_MS, successForgets: 'one' },
  'reset-address': { most: 20, windowMs: 60 * MINUTE_MS, successForgets: 'one' },
};

/** Beyond it no try counts any more. */
export const LONGEST_WINDOW_MS = 60 * MINUTE_MS;

/** @param key `account:jeanne@exemple.fr`, `second-factor:12`, `address:192.0.2.4`. */
export function limitOf(key: string): AttemptLimit {
  const kind = key.split(':', 1)[0] ?? '';
  return (Object.hasOwn(LIMITS, kind) ? LIMITS[kind] : undefined) ?? ACCOUNT;
}

/** How long until one more try is allowed, in ms: 0 when it is. @param latest when tries happened, the newest first. */
export function waitOf({ most, windowMs }: AttemptLimit, latest: readonly string[], now: number): number {
  const oldest = latest[most - 1];
  return oldest === undefined ? 0 : Math.max(0, Date.parse(oldest) + windowMs - now);
}

/**
 * What one subscriber holds of the network: an IPv4 address, or the first half of an IPv6 one, whose second half a
 * single machine changes at will.
 *
 * @param address as the network layer writes it; anything else stands for itself.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  return bare.includes(':') ? `${firstGroups(bare).join(':')}::/64` : address;
}

/** The first four of the eight groups of an IPv6 address. */
function firstGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = tail === undefined ? left : [...left, ...missing(8 - left.length - right.length), ...right];
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
}

const missing = (count: number): string[] => Array.from({ length: Math.max(0, count) }, () => '0');

/** « dans une minute », « dans 40 secondes »: rounded up, so that whoever waits that long is let in. */
export function waitWords(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, 'seconde'] : [Math.ceil(seconds / 60), 'minute'];
  return `dans ${countWords(count, 'feminine')}\u00a0${unit}${count > 1 ? 's' : ''}`;
}
