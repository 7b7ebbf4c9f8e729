import { isOwnHost, isOwnWrite } from './origin.rules.js';

describe('the host asked for', () => {
  it.each([
    ['localhost:3000', null, true],
    ['127.0.0.1', null, true],
    ['[::1]:3000', null, true],
    ['LOCALHOST', null, true],
    ['evil.example', null, false],
    ['localhost.evil.example', null, false],
    ['', null, false],
    [undefined, null, false],
    ['bilan.lot.fr', 'https://bilan.lot.fr', true],
    ['bilan.lot.fr:8443', 'https://bilan.lot.fr', true],
    ['evil.example', 'https://bilan.lot.fr', false],
  ])('%s with BASE_URL %s: %s', (host, baseUrl, own) => {
    expect(isOwnHost(host, baseUrl)).toBe(own);
  });
});

describe('a write', () => {
  const host = 'bilan.lot.fr';
  it.each([
    ['GET from anywhere', 'GET', { host, 'sec-fetch-site': 'cross-site' }, true],
    ['a program, which sends neither header', 'POST', { host }, true],
    ['our own page', 'POST', { host, 'sec-fetch-site': 'same-origin' }, true],
    ['an address typed by hand', 'POST', { host, 'sec-fetch-site': 'none' }, true],
    ['another site', 'POST', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['a neighbour of the same domain', 'POST', { host, 'sec-fetch-site': 'same-site' }, false],
    ['an old browser on our page', 'POST', { host, origin: 'https://bilan.lot.fr' }, true],
    ['an old browser elsewhere', 'POST', { host, origin: 'https://evil.example' }, false],
    ['a sandboxed page', 'POST', { host, origin: 'null' }, false],
  ])('from %s', (_, method, headers, own) => {
    expect(isOwnWrite(method, headers)).toBe(own);
  });
});
