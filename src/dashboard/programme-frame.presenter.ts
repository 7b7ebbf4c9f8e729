import { typographic } from '../kernel/french-text.rules.js';
import type { PageFrame } from '../platform/views/page.types.js';
import type { Identity } from '../programme/identity/identity.service.js';
import type { Programme } from '../programme/programme.types.js';
import { webAddress } from './web-address.js';

const PLAIN: Identity = { stylesheet: null, logo: null };

const NAVIGATION: PageFrame['navigation'] = [
  { section: 'dashboard', label: 'Tableau de bord', href: '/' },
  { section: 'campaigns', label: 'Opérations', href: '/operations' },
  { section: 'indicators', label: 'Indicateurs', href: '/indicateurs' },
  { section: 'bilans', label: 'Bilans', href: '/bilans' },
];

/** What can be taken away. */
const DATA = { label: 'Données à télécharger', href: '/donnees' };

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

/** The programme's name, links and source around every page that its readers may open. */
export function programmeFrame(programme: Programme, identity: Identity = PLAIN): PageFrame {
  const [site] = webLinks(programme.links.filter(({ audience }) => audience === 'public'));
  return {
    programmeName: typographic(programme.name),
    subtitle: 'Comité de pilotage',
    navigation: NAVIGATION,
    searchHref: '/recherche',
    publicLink: site ?? null,
    source: typographic(programme.sourceStatement),
    footerLinks: [DATA, ...LEGAL, ...webLinks(programme.links)],
    identity,
  };
}

/** Around the pages that everybody may open of a programme reserved to its members: whose it is, and the law's pages. */
export function closedFrame(programme: Programme, identity: Identity = PLAIN): PageFrame {
  const frame = programmeFrame(programme, identity);
  return { ...frame, navigation: [], searchHref: null, publicLink: null, source: null, footerLinks: LEGAL };
}
