import type { InstalledProfile } from '../../imports/profiles/import-profile.types.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { joinList, sentence, typographic } from '../../kernel/french-text.rules.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import { CONTENT_MAX_LENGTH } from './profiles.schema.js';
import type { ProfileRowView } from './profiles.types.js';

export const PROFILES_PATH = '/administration/profils';
/** Beyond, the others are counted: at least two, for naming one takes no more room than counting it. */
const MOST_NAMED = 4;

const NOTICES = new Map([
  ['modification', 'Le profil est modifié : il vaut dès le prochain fichier.'],
  ['retrait', 'Le profil est retiré : il ne reconnaît plus rien. Ce qui a été importé reste.'],
  ['remise', 'Le profil reconnaît de nouveau des fichiers.'],
  ['origine', 'Le profil est revenu à ce que Copil fournit.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** One line of the list. */
export function profileRow(installed: InstalledProfile): ProfileRowView {
  const { id, name, profile, removedAt } = installed;
  const names = profile?.indicators.map((indicator) => indicator.name) ?? [];
  const reads = profile?.form === null && profile.reading === 'table' ? '' : 'Ceux que chaque ligne nomme';
  const shown = names.length <= MOST_NAMED ? names : names.slice(0, MOST_NAMED - 1);
  const more = names.length - shown.length;
  return {
    name: typographic(name),
    href: `${PROFILES_PATH}/${id}`,
    origin: originWords(installed),
    figures:
      shown.length === 0 ? reads : typographic(joinList(more > 0 ? [...shown, `${more} de plus`] : shown)),
    state:
      removedAt !== null
        ? { label: 'Retiré', tone: 'calm' }
        : profile === null
          ? { label: 'À corriger', tone: 'watch' }
          : { label: 'En service', tone: 'good' },
  };
}

/** Where a profile comes from, and since when it is as it is. */
export function originWords({ origin, sender, updatedAt }: InstalledProfile): string {
  const since = updatedAt === null ? '' : sentence` le ${formatDate(updatedAt.slice(0, 10))}`;
  if (origin === 'built_in') return 'Fourni avec Copil';
  if (origin === 'changed') return sentence`Fourni avec Copil, modifié ici${since}`;
  return sender === null ? sentence`Appris ici${since}` : sentence`Appris ici${since}, fichiers de ${sender}`;
}

/** Why a profile recognises nothing. */
export function idleWords({ profile, removedAt }: InstalledProfile): string | null {
  if (removedAt !== null)
    return sentence`Ce profil est retiré depuis le ${formatDate(removedAt.slice(0, 10))}.`;
  return profile === null ? 'Ce profil ne se lit plus : corrigez son texte ci-dessous.' : null;
}

/** Its JSON, to be read and changed. */
export const contentForm = ({ id, text }: InstalledProfile, refusal: Refusal | null): FormView =>
  formView(
    {
      id: 'profil',
      action: `${PROFILES_PATH}/${id}`,
      submit: 'Enregistrer le profil',
      fields: [
        {
          kind: 'textarea',
          name: 'content',
          label: 'Texte du profil (JSON)',
          hint: 'Chaque colonne est une liste de noms : ajoutez-y ceux de vos exports. Rien n’est gardé tant qu’une erreur reste.',
          value: text,
          maxLength: CONTENT_MAX_LENGTH,
        },
      ],
    },
    refusal,
  );

const pressed = (id: string, action: string, submit: string, tone: FormView['tone']): FormView =>
  formView({ id: action, action: `${PROFILES_PATH}/${id}/${action}`, submit, tone, fields: [] }, null);

export const toggleForm = ({ id, removedAt }: InstalledProfile): FormView =>
  removedAt === null
    ? pressed(id, 'retrait', 'Retirer le profil', 'danger')
    : pressed(id, 'remise', 'Remettre le profil en service', 'primary');

export const resetForm = ({ id, origin }: InstalledProfile): FormView | null =>
  origin === 'changed' ? pressed(id, 'origine', 'Revenir au profil d’origine', 'danger') : null;
