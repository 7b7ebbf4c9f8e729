import type { Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { NEW_PATH } from './preview.presenter.js';
import type { DropView } from './preview.types.js';

/** What one file may weigh, and how many come at once. */
export const IMPORT_LIMITS = { bytes: 10 * 1_048_576, files: 10 };

export const NOTHING_SENT = 'Choisissez au moins un fichier, ou déposez-le dans le cadre.';

/** Where files are dropped. */
export function dropPage(refusal: Refusal | null): PageBody<DropView> {
  return {
    title: 'Importer des fichiers',
    description: 'Déposer des fichiers de chiffres, et voir ce qu’ils changeraient.',
    section: 'imports',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      action: NEW_PATH,
      problem: refusal === null ? null : refusal.title,
      limits: IMPORT_LIMITS,
    },
  };
}
