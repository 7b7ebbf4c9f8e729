import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import { parseLegalText } from '../programme/legal-texts/legal-text.rules.js';
import type { LegalTextPage, TextBlock } from '../programme/legal-texts/legal-text.types.js';
import type { Programme } from '../programme/programme.types.js';
import type { LinkView } from './dashboard.types.js';
import { programmeFrame } from './programme-frame.presenter.js';

/** What the declaration of accessibility says of its publisher. */
export interface AccessibilityView {
  programmeName: string;
  carriedBy: string;
  site: LinkView | null;
}

/** A page whose text the team may write. */
export interface LegalTextView {
  heading: string;
  lede: string;
  blocks: TextBlock[];
}

const PAGES: Record<LegalTextPage, { title: string; lede: string }> = {
  notices: {
    title: 'Mentions légales',
    lede: 'Qui publie ce site, et ce que l’on peut faire de ses chiffres.',
  },
  privacy: {
    title: 'Données personnelles',
    lede: 'Ce qui est gardé des personnes, pourquoi, et jusqu’à quand.',
  },
};

const bodyOf = <Content extends object>(
  title: string,
  programmeName: string,
  content: Content,
): PageBody<Content> => ({
  title,
  description: typographic(`${title} du site de suivi « ${programmeName} ».`),
  section: null,
  updated: null,
  content,
});

/** The declaration that the law asks of a public site, signed by the programme. */
export function accessibilityPage(programme: Programme): PageBody<AccessibilityView> {
  return bodyOf('Déclaration d’accessibilité', programme.name, {
    programmeName: typographic(programme.name),
    carriedBy: typographic(capitalise(programme.carriedBy)),
    site: programmeFrame(programme).publicLink,
  });
}

/** One of the pages that the team may write. */
export function legalTextPage(
  page: LegalTextPage,
  programme: Programme,
  text: string,
): PageBody<LegalTextView> {
  const { title, lede } = PAGES[page];
  return bodyOf(title, programme.name, { heading: title, lede, blocks: parseLegalText(text) });
}
