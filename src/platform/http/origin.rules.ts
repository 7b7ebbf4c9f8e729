const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The name in a Host header, without its port, lower case. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d{1,5}$/, '');
}

/** Whether the Host header names this installation: its public name, or the loopback when none is set. */
export function isOwnHost(host: string | undefined, baseUrl: string | null): boolean {
  if (host === undefined || host === '') return false;
  const name = nameOf(host);
  return LOOPBACK_NAMES.has(name) || (baseUrl !== null && name === new URL(baseUrl).hostname.toLowerCase());
}

/**
 * Whether a write sent by a browser comes from our own pages. Programs send neither header; browsers always send one.
 * (OWASP, Cross-Site Request Forgery Prevention: Fetch Metadata, then Origin.)
 */
export function isOwnWrite(
  method: string,
  headers: { host?: string; origin?: string; 'sec-fetch-site'?: string },
): boolean {
  if (READING_METHODS.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  const origin = /^https?:\/\/([^/]+)$/.exec(headers.origin)?.[1];
  return origin !== undefined && origin.toLowerCase() === headers.host?.toLowerCase();
}
