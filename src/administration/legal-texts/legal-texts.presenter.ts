import { DomainError } from '../../kernel/domain-error.js';
import { sentence } from '../../kernel/french-text.rules.js';
import { momentText } from '../../platform/clock/paris-time.js';
import { formView } from '../../platform/forms/form.rules.js';
import type { FormView, Refusal } from '../../platform/forms/form.types.js';
import type { PageBody } from '../../platform/views/page.types.js';
import { parseLegalText } from '../../programme/legal-texts/legal-text.rules.js';
import type { LegalText } from '../../programme/legal-texts/legal-texts.service.js';
import type { LegalTextPage, TextBlock } from '../../programme/legal-texts/legal-text.types.js';
import { administrationRooms, type RoomLink } from '../rooms.rules.js';

const TEXTS_PATH = '/administration/textes';
export const LEGAL_TEXT_MAX_LENGTH = 20_000;

const PAGES: Readonly<Record<LegalTextPage, { slug: string; title: string }>> = {
  notices: { slug: 'mentions-legales', title: 'Mentions légales' },
  privacy: { slug: 'donnees-personnelles', title: 'Données personnelles' },
};
const NOTICES = new Map([
  ['texte', 'Le texte est enregistré : voici la page comme on la lit.'],
  ['origine', 'Le texte proposé est rétabli.'],
]);

/** What a redirection says was done; unknown words say nothing. */
export function noticeOf(done: string | undefined): string | null {
  const words = done === undefined ? undefined : NOTICES.get(done);
  return words === undefined ? null : sentence`${words}`;
}

/** @throws DomainError `not_found` for an address that names none of the texts. */
export function pageOfSlug(slug: string): LegalTextPage {
  for (const page of ['notices', 'privacy'] as const) if (PAGES[page].slug === slug) return page;
  throw new DomainError('not_found', 'Ce texte n’existe pas.', 404);
}

export const textPath = (page: LegalTextPage): string => `${TEXTS_PATH}/${PAGES[page].slug}`;

export interface LegalTextsView {
  rooms: RoomLink[];
  rows: { title: string; href: string; state: string }[];
}

export interface LegalTextRoomView {
  rooms: RoomLink[];
  notice: string | null;
  title: string;
  back: string;
  /** Where everybody reads it. */
  publicHref: string;
  state: string;
  form: FormView;
  /** Where a button goes back to the proposed text; null while it stands. */
  reset: string | null;
  preview: TextBlock[];
}

const stateOf = ({ writtenAt }: LegalText): string =>
  writtenAt === null
    ? 'Texte proposé par Copil, à compléter'
    : `Texte de votre équipe, enregistré le ${momentText(writtenAt)}`;

/** The texts that can be written. */
export const legalTextsPage = (texts: readonly LegalText[]): PageBody<LegalTextsView> => ({
  title: 'Textes légaux',
  description: 'Les textes des pages légales.',
  section: 'administration',
  updated: null,
  content: {
    rooms: administrationRooms('legal-texts'),
    rows: texts.map((text) => ({
      title: PAGES[text.page].title,
      href: textPath(text.page),
      state: stateOf(text),
    })),
  },
});

/** One text: what stands in its page, and the form that changes it. */
export function legalTextRoom(
  text: LegalText,
  notice: string | null,
  refusal: Refusal | null,
): PageBody<LegalTextRoomView> {
  const { slug, title } = PAGES[text.page];
  return {
    title: `Écrire les ${title.toLowerCase()}`,
    description: `Le texte de la page « ${title} ».`,
    section: 'administration',
    updated: null,
    ...(refusal === null ? {} : { status: refusal.status }),
    content: {
      rooms: administrationRooms('legal-texts'),
      notice,
      title,
      back: TEXTS_PATH,
      publicHref: `/${slug}`,
      state: stateOf(text),
      form: formView(
        {
          id: 'texte',
          action: textPath(text.page),
          submit: 'Enregistrer le texte',
          fields: [
            {
              kind: 'textarea',
              name: 'text',
              label: 'Texte',
              hint: 'Une ligne vide sépare les paragraphes. Une ligne qui commence par « ## » est un titre, par « - » un élément de liste. Une adresse qui commence par https:// devient un lien.',
              maxLength: LEGAL_TEXT_MAX_LENGTH,
              value: text.text,
            },
          ],
        },
        refusal,
      ),
      reset: text.writtenAt === null ? null : `${textPath(text.page)}/origine`,
      preview: parseLegalText(text.text),
    },
  };
}
