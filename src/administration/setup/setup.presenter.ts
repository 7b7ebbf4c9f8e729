import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { identityFields, VISIBILITY_CHOICES } from '../programme/programme-forms.presenter.js';

export const SETUP_PATH = '/administration/demarrage';

/** The assistant: one form, or one button. */
export interface SetupView {
  form: FormView;
  example: { action: string; problem: string | null };
}

/** @param refused which of the two was refused. */
export function setupPage(
  thisYear: number,
  refused: { form: 'programme' | 'example'; refusal: Refusal } | null,
): PageBody<SetupView> {
  const refusalOf = (form: 'programme' | 'example'): Refusal | null =>
    refused?.form === form ? refused.refusal : null;
  return {
    title: 'Démarrer le programme',
    description: 'Décrire le programme de cette installation, ou charger un exemple.',
    section: 'administration',
    updated: null,
    ...(refused === null ? {} : { status: refused.refusal.status }),
    content: {
      form: formView(
        {
          id: 'demarrage',
          action: SETUP_PATH,
          submit: 'Installer le programme',
          fields: [
            ...identityFields({}),
            {
              kind: 'text',
              name: 'territory',
              label: 'Territoire',
              hint: 'Par exemple « Lot ».',
            },
            {
              kind: 'text',
              name: 'territoryCode',
              label: 'Code du territoire',
              hint: 'En capitales, sans accent ni espace, par exemple « D46 » pour le département du Lot. Il sert dans les fichiers.',
              maxLength: 80,
            },
            {
              kind: 'radio',
              name: 'visibility',
              label: 'Qui peut lire les pages',
              choices: VISIBILITY_CHOICES,
              value: 'members',
            },
            {
              kind: 'text',
              name: 'year',
              label: 'Premier exercice',
              hint: 'L’année des premiers chiffres, en quatre chiffres.',
              maxLength: 4,
              value: String(thisYear),
            },
          ],
        },
        refusalOf('programme'),
      ),
      example: { action: `${SETUP_PATH}/exemple`, problem: refusalOf('example')?.title ?? null },
    },
  };
}
