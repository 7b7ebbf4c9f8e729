import { DomainError } from '../../kernel/domain-error.js';
import { errorCode } from '../../kernel/error-code.js';

export const tooLarge = (): DomainError =>
  new DomainError('body_too_large', 'Un envoi compte au plus 2 Go : découpez celui-ci.', 413);
export const tooMany = (): DomainError =>
  new DomainError(
    'too_many_uploads',
    'D’autres fichiers sont en cours d’envoi : réessayez dans un instant.',
    503,
  );
export const diskFull = (): DomainError =>
  new DomainError(
    'disk_full',
    'Il n’y a pas assez de place sur le disque pour recevoir cet envoi : rien n’a été enregistré. Libérez de la place, puis recommencez.',
    507,
  );
export const silent = (): DomainError =>
  new DomainError(
    'request_timeout',
    'L’envoi s’est arrêté en chemin : plus rien n’est arrivé depuis trop longtemps. Recommencez, rien n’a été enregistré.',
    408,
  );
export const interrupted = (): DomainError =>
  new DomainError(
    'interrupted_upload',
    'L’envoi a été coupé avant sa fin : recommencez, rien n’a été enregistré.',
    400,
  );

/** What to tell of a failure to keep a body: that of a full disk has words, whatever the system calls it. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export const inWords = (error: unknown): unknown => (FULL.has(errorCode(error)) ? diskFull() : error);
