import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../kernel/error-code.js';
import type { ImportOptions } from '../imports/imports.service.js';
import { isHeld } from '../imports/waiting-questions.rules.js';
import type { Watch } from '../imports/watch/watch.service.js';
import type { ExitStatus, Terminal } from './command.types.js';
import { counted } from './words.js';

/** Shares do not tell when files come: the folder is looked at again and again. */
const BETWEEN_LOOKS_MS = 2_000;

/** `copil import --watch DIR`: imports what is dropped in a folder, until it is told to stop. */
export async function watchFiles(
  folder: string,
  { options, json }: { options: ImportOptions; json: boolean },
  terminal: Terminal,
): Promise<ExitStatus> {
  const { WatchService } = await import('../imports/watch/watch.service.js');
  const watches = await terminal.service(WatchService);
  let watched: Watch;
  try {
    watched = await watches.open(folder, options);
  } catch (error) {
    terminal.complain(`Le dossier ${folder} ne peut pas être surveillé : ${reasonOf(error)}.`);
    return 1;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  if (!json) terminal.say(`Le dossier ${folder} est surveillé. Ctrl+C pour arrêter.`);
  let wasAway = false;
  while (!stop.signal.aborted) {
    try {
      await watched.look(({ report, movedTo }) => {
        if (json) terminal.say(JSON.stringify({ ...report, movedTo }));
        else if (isHeld(report))
          terminal.complain(`${report.file} : à reprendre, voir ${movedTo}.rapport.txt`);
        else
          terminal.say(
            `${report.file} : ${counted(report.created, 'chiffre créé', 'chiffres créés')}, ${counted(report.updated, 'modifié', 'modifiés')}, ${counted(report.unchanged, 'inchangé', 'inchangés')}.`,
          );
      });
      wasAway = false;
    } catch (error) {
      // A share goes away and comes back; whatever else fails is no reason to stop taking files in.
      if (!wasAway)
        terminal.complain(`Le dossier ${folder} ne répond pas : ${reasonOf(error)}. Nouvel essai bientôt.`);
      wasAway = true;
    }
    await setTimeout(BETWEEN_LOOKS_MS, null, { signal: stop.signal }).catch(() => null);
  }
  return 0;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'il n’existe pas',
  ENOTDIR: 'ce n’est pas un dossier',
  EACCES: 'vous n’avez pas le droit d’y écrire',
  EROFS: 'il est en lecture seule',
};

const reasonOf = (error: unknown): string =>
  REASONS[errorCode(error)] ?? (error instanceof Error ? error.message : String(error));
