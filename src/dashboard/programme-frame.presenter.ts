import { typographic } from '../kernel/french-text.rules.js';
import type { PageFrame } from '../platform/views/page.types.js';
import type { Programme } from '../programme/programme.types.js';

const NAVIGATION: PageFrame['navigation'] = [
  { section: 'dashboard', label: 'Tableau de bord', href: '/' },
  { section: 'campaigns', label: 'Opérations', href: '/operations' },
  { section: 'indicators', label: 'Indicateurs', href: '/indicateurs' },
];

/** What the law asks of a public site, said before it is asked. */
const LEGAL: PageFrame['footerLinks'] = [
  { label: 'Accessibilité\u00a0: non conforme', href: '/accessibilite' },
  { label: 'Mentions légales', href: '/mentions-legales' },
  { label: 'Données personnelles', href: '/donnees-personnelles' },
];

/** A programme's links are typed by people: only addresses of the web become links of a page. */
function webLinks(programme: Programme): PageFrame['footerLinks'] {
  return programme.links
    .map(({ label, url }) => ({
      label: typographic(label),
      href: /^https?:\/\//i.test(url) ? url : `https://${url}`,
    }))
    .filter(({ href }) => URL.canParse(href));
}

/** The programme's name, links and source around every page. */
export function programmeFrame(programme: Programme): PageFrame {
  const links = webLinks(programme);
  const site = programme.links.findIndex(({ audience }) => audience === 'public');
  return {
    programmeName: typographic(programme.name),
    subtitle: 'Comité de pilotage',
    navigation: NAVIGATION,
    publicLink: links[site] ?? null,
    source: typographic(programme.sourceStatement),
    footerLinks: [...LEGAL, ...links],
  };
}
