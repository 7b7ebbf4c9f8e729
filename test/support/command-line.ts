import { spawnSync } from 'node:child_process';
import { commandLine } from '../../src/command-line.js';

/** What a command answered. */
export interface Outcome {
  status: number | null;
  said: string;
  complained: string;
}

type Settings = Record<string, string | undefined>;

/** Those of scripts/support/node-flags.mjs. */
export const FLAGS = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning'];

/** Settings of commands around a folder of their own, whatever those of the tests are. */
export const settingsIn = (folder: string, settings: Settings = {}): Settings => ({
  ...process.env,
  DATABASE_URL: undefined,
  DATA_DIR: folder,
  PORT: '0',
  LANG: 'fr_FR.UTF-8',
  LC_ALL: undefined,
  NODE_OPTIONS: undefined,
  ...settings,
});

/** The compiled command line in a process of its own, as an administrator runs it. */
export function spawnedCopil(settings: Settings, ...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...FLAGS, 'dist/cli.js', ...args], {
    env: settings,
    encoding: 'utf8',
  });
  return { status, said: stdout, complained: stderr };
}

/**
 * The same in this process: its words, its exit status and what it does to the database. Loading the application takes a
 * process ten times what most commands do; that a process ends with this status, and writes these words where they belong,
 * is proven with each command once.
 */
export async function copilHere(settings: Settings, ...args: string[]): Promise<Outcome> {
  const outcome = { said: '', complained: '' };
  const status = await commandLine(
    args,
    {
      say: (text) => void (outcome.said += `${text}\n`),
      complain: (text) => void (outcome.complained += `${text}\n`),
    },
    settings,
  );
  return { status, ...outcome };
}
