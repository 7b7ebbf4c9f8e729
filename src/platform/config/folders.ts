import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../kernel/error-code.js';
import { DomainError } from '../../kernel/domain-error.js';

/**
 * Makes a folder and those above it, one by one: Node's own recursive call never ends under /proc.
 * @throws DomainError `unwritable_folder`.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  sayingWhere(folder, () => {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another command may have made it in between.
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  });
}

/** Runs what touches a file or folder of the installation. @throws DomainError `unwritable_folder` in words. */
export function sayingWhere<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const code = errorCode(error) || 'inconnu';
    const reason = REASONS[code] ?? code;
    throw new DomainError(
      'unwritable_folder',
      `${place} n’est pas utilisable (${reason}) : vérifiez DATA_DIR, DATABASE_URL et les droits du dossier.`,
      500,
    );
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'accès refusé',
  EPERM: 'accès refusé',
  EROFS: 'disque en lecture seule',
  ENOSPC: 'disque plein',
  ENOTDIR: 'un fichier tient la place d’un dossier',
  ENOENT: 'impossible à créer ici',
};
