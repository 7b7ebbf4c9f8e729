import type { Type } from '@nestjs/common';
import type { Language } from '../platform/config/language.js';

/** What a command may do with the world around it. */
export interface Terminal {
  language: Language;
  /** Standard output: the answer. */
  say(text: string): void;
  /** Standard error: refusals and reasons. */
  complain(text: string): void;
  /** One of the application's services; the database is opened at the first, and migrated unless the command only looks. */
  service<T>(type: Type<T>): Promise<T>;
  /** Starts the web server; resolves when it listens. */
  serve(): Promise<void>;
}

/** 0 done, 1 refused or failed; wrong usage is a UsageError. */
export type ExitStatus = 0 | 1;

export interface Command {
  name: string;
  /** What follows the name, `FILE... [--dry-run] [--json]`; one text for each form when there are several. */
  synopsis: string | readonly string[];
  summary: Record<Language, string>;
  /** Only looks: the database must be there already and is left as it is. */
  changesNothing?(args: readonly string[]): boolean;
  run(args: string[], terminal: Terminal): Promise<ExitStatus>;
}
