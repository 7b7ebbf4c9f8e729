import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: T; allowPositionals: true; strict: true }>
>;

/** Reads options and positional arguments. @throws UsageError on an unknown or incomplete option. */
export function readArguments<T extends Options>(args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const option = /'(-[^' ]+)/.exec(error.message)?.[1] ?? '';
    const known = Object.keys(options).some((name) => option === `--${name}`);
    throw new UsageError({
      fr: known ? `L’option ${option} est incomplète ou mal écrite.` : `L’option ${option} n’existe pas.`,
      en: error.message,
    });
  }
}
