/** A link as pages write it. */
export interface PageLink {
  label: string;
  href: string;
}

/** Sections of the site: the navigation marks the one that the reader is in. */
export type PageSection = 'dashboard' | 'campaigns' | 'indicators';

/** What every page shows around its own content. */
export interface PageFrame {
  /** « Oh my Lot ! », already spaced. */
  programmeName: string;
  /** Stands under the name: « Comité de pilotage ». */
  subtitle: string;
  navigation: (PageLink & { section: PageSection })[];
  /** The programme's site for the public. */
  publicLink: PageLink | null;
  /** Footer: where figures come from, as one sentence without final stop. */
  source: string | null;
  /** Footer: what the law asks and where to go next. */
  footerLinks: PageLink[];
}

/** One page as a service hands it over: plain, formatted data, no markup and no record of the database. */
export interface PageBody<Content extends object = object> {
  /** For the browser's tab, unique in the site: « Tableau de bord 2020 ». The programme's name is added. */
  title: string;
  /** One sentence for search engines and shared links. */
  description: string;
  section: PageSection | null;
  /** « mis à jour le 16 décembre 2020 »: what the footer says of these very figures. */
  updated: string | null;
  content: Content;
}

/** Answered in place of a page when its address is written otherwise than the canonical one. */
export class MovedPage {
  constructor(readonly location: string) {}
}
