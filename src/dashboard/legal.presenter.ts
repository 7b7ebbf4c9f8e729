import { typographic } from '../kernel/french-text.rules.js';
import type { PageBody } from '../platform/views/page.types.js';
import type { Programme } from '../programme/programme.types.js';

export interface LegalView {
  programmeName: string;
  carriedBy: string;
  licence: string | null;
  site: { label: string; href: string } | null;
}

export type LegalPage = 'accessibility' | 'notices' | 'privacy';

const TITLES: Record<LegalPage, string> = {
  accessibility: 'Déclaration d’accessibilité',
  notices: 'Mentions légales',
  privacy: 'Données personnelles',
};

/** The texts that the law asks of a public site, signed by the programme. */
export function legalPage(page: LegalPage, programme: Programme): PageBody<LegalView> {
  const site = programme.links.find(({ audience }) => audience === 'public');
  const title = TITLES[page];
  const name = typographic(programme.name);
  return {
    title,
    description: typographic(`${title} du site de suivi « ${programme.name} ».`),
    section: null,
    updated: null,
    content: {
      programmeName: name,
      carriedBy: typographic(programme.carriedBy),
      licence: programme.licence === null ? null : typographic(programme.licence),
      site:
        site === undefined
          ? null
          : {
              label: typographic(site.label),
              href: /^https?:\/\//i.test(site.url) ? site.url : `https://${site.url}`,
            },
    },
  };
}
