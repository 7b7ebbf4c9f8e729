import type { Organisation } from './programme.types.js';

type Body = Pick<Organisation, 'code' | 'mergedInto'>;

/** An organisation and all that became part of it, directly or through one that did. */
export function withMerged(code: string, all: readonly Body[]): string[] {
  const found = new Set([code]);
  // A set goes on with what is added to it on the way.
  for (const one of found) {
    for (const { code: part } of all.filter(({ mergedInto }) => mergedInto === one)) found.add(part);
  }
  return [...found];
}

/** The organisation of which another one is a part today: itself when it became part of none. */
export function standingBody(code: string, all: readonly Body[]): string {
  const passed = new Set<string>();
  let standing = code;
  while (!passed.has(standing)) {
    passed.add(standing);
    standing = all.find((one) => one.code === standing)?.mergedInto ?? standing;
  }
  return standing;
}
