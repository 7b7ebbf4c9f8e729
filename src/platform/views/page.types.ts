import type { CookieChange } from '../http/cookies.js';

/** A link as pages write it. */
export interface PageLink {
  label: string;
  href: string;
}

/** Sections of the site: the navigation marks the one that the reader is in. */
export type PageSection =
  | 'dashboard'
  | 'campaigns'
  | 'indicators'
  | 'entry'
  | 'own-figures'
  | 'review'
  | 'imports'
  | 'bilans'
  | 'administration'
  | 'account'
  | 'search';

/** Who reads, when somebody is signed in: never kept beyond the page. */
export interface PageReader {
  name: string;
  /** Carried by each form of the page: proves that it was ours. */
  csrfToken: string;
  /** Whether the pages of the programme are open to them while it is reserved to its members. */
  readsReserved: boolean;
  /** What the reader's role opens besides what everybody sees. */
  navigation: PageFrame['navigation'];
}

/** What every page shows around its own content. */
export interface PageFrame {
  /** « Oh my Lot ! », already spaced. */
  programmeName: string;
  /** Stands under the name: « Comité de pilotage ». */
  subtitle: string;
  navigation: readonly (PageLink & { section: PageSection })[];
  /** Where the field of the header searches; null for whoever reads no figure. */
  searchHref: string | null;
  /** The programme's site for the public. */
  publicLink: PageLink | null;
  /** Footer: where figures come from, as one sentence without final stop. */
  source: string | null;
  /** Footer: what the law asks and where to go next. */
  footerLinks: PageLink[];
  /** Stylesheet of the programme's own colours and its mark, when it chose some. */
  identity?: { stylesheet: string | null; logo: string | null };
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
  /** 422 when it shows a form again with what to correct; 200 when not given. */
  status?: 200 | 404 | 409 | 410 | 422 | 429;
  /** Seconds before trying again, with 429. */
  retryAfter?: number;
  cookies?: CookieChange[];
  /** Who reads from this page on, when its `cookies` open another session: its forms carry that session's token. */
  reader?: PageReader;
}

/** Answered in place of a page when its address is written otherwise than the canonical one. */
export class MovedPage {
  constructor(readonly location: string) {}
}

/** Answered to a form that did its work: the browser reads the page at `location`, and reloading does nothing twice. */
export class SeeOther {
  constructor(
    readonly location: string,
    readonly cookies: CookieChange[] = [],
  ) {}
}

/** What a page handler may answer. */
export type PageAnswer<Content extends object = object> = PageBody<Content> | MovedPage | SeeOther;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard for whoever is signed in: what the frame of pages shows, and what their forms carry. */
    pageReader?: PageReader;
  }
}
