import { localAddress } from './local-address.rules.js';

describe('where to go after signing in', () => {
  it.each([
    '/',
    '/tableau-de-bord/2020',
    '/administration/journal?page=2&action=person.invited',
    '/operations/OP-2020',
  ])('goes to %s', (address) => expect(localAddress(address)).toBe(address));

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%2F/evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/a/../../b',
    '/a//b',
    '/a@evil.example',
    '/?next=//evil.example',
    `/${'a'.repeat(300)}`,
    '',
    null,
    undefined,
  ])('stays at home for %s', (address) => expect(localAddress(address)).toBe('/'));
});
