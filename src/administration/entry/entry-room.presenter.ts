import type { EntrySettings } from '../../entry/settings/entry-settings.types.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { ReviewMode } from '../../measurements/measurement-life.types.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { Choice, FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { administrationRooms } from '../rooms.rules.js';
import type { EntryRoomView } from './entry-room.types.js';

export const ENTRY_ROOM_PATH = '/administration/saisie';

const MODES: Readonly<Record<ReviewMode, Omit<Choice, 'value'>>> = {
  auto: {
    label: 'D’office',
    hint: 'Ce que la communication envoie compte aussitôt ; l’historique le dit. Ce qu’envoient les partenaires attend toujours. Pour une petite équipe.',
  },
  single: {
    label: 'Par qui valide',
    hint: 'La direction ou l’administration valide chaque chiffre, les siens compris.',
  },
  four_eyes: {
    label: 'À quatre yeux',
    hint: 'Personne ne valide un chiffre qu’il a saisi : il faut deux personnes qui valident.',
  },
};

/** What a redirection says was done; unknown words say nothing. */
export const noticeOf = (done: string | undefined): string | null =>
  done === 'saisie' ? 'Les réglages de la saisie sont enregistrés.' : null;

/** The room of how figures are entered, validated, closed and recalled. */
export function entryRoom(
  settings: EntrySettings,
  notice: string | null,
  refusal: Refusal | null,
): PageBody<EntryRoomView> {
  return {
    title: 'Régler la saisie',
    description: 'Qui valide les chiffres, quand un mois se clôt, quand ce qui manque est rappelé.',
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('entry'),
      notice: notice === null ? null : sentence`${notice}`,
      form: settingsForm(settings, refusal),
    },
  };
}

const settingsForm = (
  { review, closingDays, reminderDay }: EntrySettings,
  refusal: Refusal | null,
): FormView =>
  formView(
    {
      id: 'saisie',
      action: ENTRY_ROOM_PATH,
      submit: 'Enregistrer les réglages',
      fields: [
        {
          kind: 'radio',
          name: 'review',
          label: 'Validation',
          choices: (Object.keys(MODES) as ReviewMode[]).map((mode) => ({ value: mode, ...MODES[mode] })),
          value: review,
        },
        {
          kind: 'number',
          name: 'closingDays',
          label: 'Clôture d’un mois',
          hint: 'Nombre de jours après sa fin ; ensuite, une saisie tardive dit pourquoi. Laissez vide pour ne jamais clore.',
          optional: true,
          value: textOf(closingDays),
        },
        {
          kind: 'number',
          name: 'reminderDay',
          label: 'Jour du rappel',
          hint: 'Jour du mois, de 1 à 28, où chacun reçoit par courriel la liste de ce qui manque du mois passé. Laissez vide pour ne rien rappeler.',
          optional: true,
          value: textOf(reminderDay),
        },
      ],
    },
    refusal,
  );

const textOf = (value: number | null): string => (value === null ? '' : String(value));
