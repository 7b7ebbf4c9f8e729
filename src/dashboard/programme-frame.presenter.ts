import { typographic } from '../kernel/french-text.rules.js';
import type { PageFrame } from '../platform/views/page.types.js';
import type { Programme } from '../programme/programme.types.js';
import { webAddress } from './web-address.js';

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
function webLinks(links: Programme['links']): PageFrame['footerLinks'] {
  return links.flatMap(({ label, url }) => {
    const href = webAddress(url);
    return href === null ? [] : [{ label: typographic(label), href }];
  });
}

/** The programme's name, links and source around every page. */
export function programmeFrame(programme: Programme): PageFrame {
  const [site] = webLinks(programme.links.filter(({ audience }) => audience === 'public'));
  return {
    programmeName: typographic(programme.name),
    subtitle: 'Comité de pilotage',
    navigation: NAVIGATION,
    publicLink: site ?? null,
    source: typographic(programme.sourceStatement),
    footerLinks: [...LEGAL, ...webLinks(programme.links)],
  };
}
