import { capitalise, typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import type { LinkView } from './dashboard.types.js';
import { programmeFrame } from './programme-frame.presenter.js';
import type { Programme } from '../programme/programme.types.js';

export interface LegalView {
  programmeName: string;
  carriedBy: string;
  licence: string | null;
  site: LinkView | null;
}

export type LegalPage = 'accessibility' | 'notices' | 'privacy';

const TITLES: Record<LegalPage, string> = {
  accessibility: 'Déclaration d’accessibilité',
  notices: 'Mentions légales',
  privacy: 'Données personnelles',
};

/** The texts that the law asks of a public site, signed by the programme. */
export function legalPage(page: LegalPage, programme: Programme): PageBody<LegalView> {
  const title = TITLES[page];
  const name = typographic(programme.name);
  return {
    title,
    description: typographic(`${title} du site de suivi « ${programme.name} ».`),
    section: null,
    updated: null,
    content: {
      programmeName: name,
      carriedBy: typographic(capitalise(programme.carriedBy)),
      licence: programme.licence === null ? null : typographic(programme.licence),
      site: programmeFrame(programme).publicLink,
    },
  };
}
