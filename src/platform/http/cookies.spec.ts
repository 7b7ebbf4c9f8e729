import { COOKIES, readCookie, setCookieHeader } from './cookies.js';

const PLAIN = { baseUrl: null };
const SECURE = { baseUrl: 'https://copil.exemple.fr' };

describe('cookies', () => {
  it('are tied to the host and to https when the site is served so', () => {
    expect(setCookieHeader({ name: 'session', value: 'abc' }, SECURE)).toBe(
      '__Host-copil=abc; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
    expect(setCookieHeader({ name: 'share', value: 'abc', maxAgeSeconds: 60 }, SECURE)).toBe(
      '__Host-copil-share=abc; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax',
    );
    expect(setCookieHeader({ name: 'link', value: 'abc' }, { baseUrl: 'http://copil.exemple.fr' })).toBe(
      'copil-link=abc; Path=/; HttpOnly; SameSite=Lax',
    );
  });

  it('go away at once when they have no value', () => {
    for (const name of COOKIES) {
      expect(setCookieHeader({ name, value: null, maxAgeSeconds: 60 }, PLAIN)).toMatch(
        /^copil[a-z-]*=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/,
      );
    }
  });

  it('are read back by name, each its own', () => {
    const header = COOKIES.map((name) => setCookieHeader({ name, value: name }, PLAIN).split(';')[0]).join(
      '; ',
    );
    expect(COOKIES.map((name) => readCookie(header, name, PLAIN))).toEqual([...COOKIES]);
    expect(COOKIES.map((name) => readCookie(header, name, SECURE))).toEqual([null, null, null]);
    expect(readCookie('copil=planted; __Host-copil=own', 'session', SECURE)).toBe('own');
  });

  it('are nothing when the header is none of ours, or no cookie at all', () => {
    for (const header of [undefined, '', ';', '=', 'copil', 'copil-x=1', '__proto__=1', '%', 'xcopil=1']) {
      expect([header, readCookie(header, 'session', PLAIN)]).toEqual([header, null]);
    }
  });
});
