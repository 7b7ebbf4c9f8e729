import { parseCookie, stringifySetCookie } from 'cookie';
import type { Configuration } from '../config/configuration.js';

/** The only cookies there are, all strictly necessary: the session, a one-time link being used, a share link. */
export const COOKIES = ['session', 'link', 'share'] as const;
export type CookieName = (typeof COOKIES)[number];

/** A cookie to set, or to take away when its value is null. */
export interface CookieChange {
  name: CookieName;
  value: string | null;
  /** How long the browser keeps it; until it closes when not given. */
  maxAgeSeconds?: number;
}

type Site = Pick<Configuration, 'baseUrl'>;

const isSecure = ({ baseUrl }: Site): boolean => baseUrl?.startsWith('https:') ?? false;

/** `__Host-` ties a cookie to this very host; browsers take it over https only. */
function fullName(name: CookieName, site: Site): string {
  const suffix = name === 'session' ? '' : `-${name}`;
  return `${isSecure(site) ? '__Host-' : ''}copil${suffix}`;
}

/** The value of one of our cookies in a Cookie header, or null. */
export function readCookie(header: string | undefined, name: CookieName, site: Site): string | null {
  if (header === undefined) return null;
  return parseCookie(header)[fullName(name, site)] ?? null;
}

/** The Set-Cookie header of a change: out of the reach of scripts and of other sites' forms. */
export function setCookieHeader({ name, value, maxAgeSeconds }: CookieChange, site: Site): string {
  return stringifySetCookie({
    name: fullName(name, site),
    value: value ?? '',
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(site),
    ...(value === null ? { maxAge: 0 } : maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
  });
}
