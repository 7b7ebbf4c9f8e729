import { UsageError } from './usage-error.js';

/** @throws UsageError when something was written that the command does not read. */
export function noArguments(positionals: readonly string[]): void {
  const [first] = positionals;
  if (first === undefined) return;
  throw new UsageError({ fr: `« ${first} » est de trop.`, en: `Unexpected argument "${first}".` });
}

/** The only argument, or null when there is none. @throws UsageError when there are more. */
export function atMostOne(positionals: readonly string[]): string | null {
  noArguments(positionals.slice(1));
  return positionals[0] ?? null;
}
