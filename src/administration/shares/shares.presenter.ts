import type { ShareLink } from '../../accounts/shares/share-links.service.js';
import { sharedPath } from '../../accounts/shares/share-link.rules.js';
import type { ShareKind } from '../../accounts/account.types.js';
import { FORMER_USER } from '../../accounts/people/role-words.rules.js';
import { formatDate } from '../../kernel/french-date.rules.js';
import { formatNumber } from '../../kernel/french-number.rules.js';
import { sentence } from '../../kernel/french-text.rules.js';
import type { IsoDate } from '../../kernel/period.types.js';
import { momentText } from '../../platform/clock/paris-time.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import type { ShareRowView } from './shares.types.js';

export const SHARES_PATH = '/administration/partages';

const KINDS: Readonly<Record<ShareKind, string>> = { dashboard: 'Tableau de bord', bilan: 'Bilan' };
const STATES: Readonly<Record<ShareLink['state'], ShareRowView['state']>> = {
  open: { label: 'Ouvert', tone: 'good' },
  expired: { label: 'Expiré', tone: 'calm' },
  revoked: { label: 'Révoqué', tone: 'late' },
};
const NOTICES = new Map([['revoque', 'Le lien est révoqué : il ne s’ouvre plus, pour personne.']]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** « Tableau de bord 2020 ». */
export const pageName = ({ kind, year }: { kind: ShareKind; year: number }): string =>
  `${KINDS[kind]} ${year}`;

/** What to say beside the address of a link just made. */
export const createdSentence = (page: { kind: ShareKind; year: number }, expires: IsoDate): string =>
  sentence`Ce lien ouvre la page « ${pageName(page)} » jusqu’au ${formatDate(expires)} inclus. Copiez-le maintenant : il ne sera plus montré.`;

/** The form of a new link, empty or as it was refused. */
export function shareForm(
  days: { proposed: IsoDate; latest: IsoDate },
  years: readonly number[],
  refusal: Refusal | null,
): FormView {
  return formView(
    {
      id: 'partage',
      action: SHARES_PATH,
      submit: 'Créer le lien',
      fields: [
        {
          kind: 'radio',
          name: 'kind',
          label: 'Page à partager',
          value: 'dashboard',
          choices: [
            {
              value: 'dashboard',
              label: 'Tableau de bord',
              hint: 'Les chiffres et les graphiques d’un exercice.',
            },
            { value: 'bilan', label: 'Bilan', hint: 'La page du bilan et son brouillon en PDF.' },
          ],
        },
        {
          kind: 'select',
          name: 'year',
          label: 'Exercice',
          value: String(years[0] ?? ''),
          choices: years.map((year) => ({ value: String(year), label: String(year) })),
        },
        {
          kind: 'text',
          name: 'label',
          label: 'Pour qui',
          hint: 'Pour reconnaître le lien dans la liste, par exemple « Membres du comité ».',
          maxLength: 100,
        },
        {
          kind: 'date',
          name: 'expires',
          label: 'Dernier jour',
          hint: sentence`Le lien s’ouvre jusqu’à ce jour inclus ; au plus tard le ${formatDate(days.latest)}.`,
          value: days.proposed,
        },
      ],
    },
    refusal,
  );
}

/** One link of the list. @param names what to show for `person:12`. */
export function shareRow(link: ShareLink, names: ReadonlyMap<string, string>): ShareRowView {
  const author = names.get(`person:${link.createdBy ?? ''}`) ?? FORMER_USER;
  const isOpen = link.state === 'open';
  return {
    label: link.label,
    page: { label: pageName(link), href: sharedPath(link) },
    made: `Créé le ${momentText(link.createdAt)} par ${author}`,
    lastDay: formatDate(link.expiresAt),
    openings: formatNumber(link.openings),
    lastOpening: link.lastOpenedAt === null ? null : `Dernière le ${momentText(link.lastOpenedAt)}`,
    state: STATES[link.state],
    revoke: isOpen ? { action: `${SHARES_PATH}/${link.linkId}/revoquer`, label: 'Révoquer' } : null,
  };
}
