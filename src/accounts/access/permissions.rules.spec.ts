import { asPerson, asShare, asToken, VISITOR } from '../../../test/support/identities.js';
import { PERMISSIONS, type Permission } from '../../platform/security/permission.types.js';
import { ROLES, type Caller, type Role } from '../account.types.js';
import { decide, HOLDERS, needsSecondFactor, type Decision, type MatchedRoute } from './permissions.rules.js';

const ELSEWHERE: MatchedRoute = { method: 'GET', pattern: '/operations', year: null };
const CALLERS: Record<string, Caller> = {
  visitor: VISITOR,
  share: asShare('dashboard'),
  'token:read': asToken(['read']),
  'token:write': asToken(['measurements:write']),
  ...Object.fromEntries(ROLES.map((role) => [role, asPerson(role)])),
};
/** Everybody who is let in, by name. */
const granted = (permission: Permission, isPublic: boolean): string[] =>
  Object.keys(CALLERS).filter(
    (name) => decide(permission, CALLERS[name] ?? VISITOR, ELSEWHERE, isPublic) === 'granted',
  );

const EVERYBODY = Object.keys(CALLERS);
const PEOPLE = [...ROLES];
const READERS: Role[] = ['viewer', 'editor', 'validator', 'admin'];

describe('who holds which permission', () => {
  it.each<[Permission, string[], string[]]>([
    ['open', EVERYBODY, EVERYBODY],
    ['public', EVERYBODY, ['token:read', ...READERS]],
    ['measurements:read', EVERYBODY, ['token:read', ...PEOPLE]],
    ['read', ['token:read', ...READERS], ['token:read', ...READERS]],
    [
      'measurements:write',
      ['token:write', 'contributor', 'editor', 'validator', 'admin'],
      ['token:write', 'contributor', 'editor', 'validator', 'admin'],
    ],
    ['sign-in:second-factor', [], []],
    ['second-factor:set-up', PEOPLE, PEOPLE],
    ['account', PEOPLE, PEOPLE],
    ['targets:read', ['editor', 'validator', 'admin'], ['editor', 'validator', 'admin']],
    ['targets:manage', ['validator', 'admin'], ['validator', 'admin']],
    ['shares:manage', ['validator', 'admin'], ['validator', 'admin']],
    ['programme:manage', ['admin'], ['admin']],
    ['people:manage', ['admin'], ['admin']],
    ['organisations:manage', ['admin'], ['admin']],
    ['vocabulary:manage', ['admin'], ['admin']],
    ['annotations:manage', ['editor', 'validator', 'admin'], ['editor', 'validator', 'admin']],
    ['tokens:manage', ['admin'], ['admin']],
    ['journal:read', ['admin'], ['admin']],
  ])('%s', (permission, whenPublic, whenReserved) => {
    expect(granted(permission, true).toSorted()).toEqual(whenPublic.toSorted());
    expect(granted(permission, false).toSorted()).toEqual(whenReserved.toSorted());
  });

  it('is decided for every permission there is', () => {
    expect(Object.keys(HOLDERS).toSorted()).toEqual(PERMISSIONS.toSorted());
  });

  it('adds up from viewer to administrator, whatever is asked', () => {
    for (const permission of PERMISSIONS) {
      for (const isPublic of [true, false]) {
        const holds = READERS.map((role) => granted(permission, isPublic).includes(role));
        expect([permission, holds]).toEqual([
          permission,
          [...holds].sort((one, other) => Number(one) - Number(other)),
        ]);
      }
    }
  });

  it('gives a contributor nothing that is reserved but their own rows and account', () => {
    const reserved = PERMISSIONS.filter(
      (permission) =>
        HOLDERS[permission].visitors !== 'always' && granted(permission, false).includes('contributor'),
    );
    expect(reserved).toEqual([
      'measurements:read',
      'measurements:write',
      'entry:use',
      'imports:use',
      'second-factor:set-up',
      'account',
    ]);
  });

  it('never lets fewer in when the programme becomes public', () => {
    for (const permission of PERMISSIONS) {
      expect(granted(permission, true)).toEqual(expect.arrayContaining(granted(permission, false)));
    }
  });

  it('asks who it is of whoever may be somebody, and refuses those it knows', () => {
    const decisions = (caller: Caller): Decision => decide('people:manage', caller, ELSEWHERE, true);
    expect([VISITOR, asShare('bilan')].map(decisions)).toEqual(['identify', 'identify']);
    expect([asPerson('editor'), asToken(['read'])].map(decisions)).toEqual(['refused', 'refused']);
  });
});

describe('somebody who is half signed in', () => {
  const held = (role: Role, stage: 'second_factor' | 'enrolment'): Permission[] =>
    PERMISSIONS.filter(
      (permission) => decide(permission, asPerson(role, stage), ELSEWHERE, false) === 'granted',
    );

  it.each([...ROLES])('does nothing but the step awaited, as %s', (role) => {
    expect(held(role, 'second_factor')).toEqual(['open', 'sign-in:second-factor']);
    expect(held(role, 'enrolment')).toEqual(['open', 'second-factor:set-up']);
  });

  it('reads what is published, like anybody, and is asked to finish for the rest', () => {
    const halfway = asPerson('admin', 'second_factor');
    expect(decide('public', halfway, ELSEWHERE, true)).toBe('granted');
    expect(decide('read', halfway, ELSEWHERE, true)).toBe('identify');
    expect(decide('second-factor:set-up', halfway, ELSEWHERE, true)).toBe('identify');
    expect(decide('sign-in:second-factor', asPerson('admin', 'enrolment'), ELSEWHERE, true)).toBe('identify');
  });

  it('is so for the roles that decide', () => {
    expect(ROLES.filter(needsSecondFactor)).toEqual(['validator', 'admin']);
  });
});

describe('a share link', () => {
  it.each<[Caller, string, string, string | null, Decision]>([
    [asShare('dashboard'), 'GET', '/tableau-de-bord/:year', '2020', 'granted'],
    [asShare('dashboard'), 'HEAD', '/tableau-de-bord/:year', '2020', 'granted'],
    [asShare('dashboard'), 'POST', '/tableau-de-bord/:year', '2020', 'identify'],
    [asShare('dashboard'), 'GET', '/tableau-de-bord/:year', '2021', 'identify'],
    [asShare('dashboard'), 'GET', '/tableau-de-bord/:year', null, 'identify'],
    [asShare('dashboard'), 'GET', '/bilans/:year', '2020', 'identify'],
    [asShare('dashboard'), 'POST', '/bilans/:year/brouillon', '2020', 'identify'],
    [asShare('bilan'), 'GET', '/bilans/:year', '2020', 'granted'],
    [asShare('bilan'), 'POST', '/bilans/:year/brouillon', '2020', 'granted'],
    [asShare('bilan'), 'POST', '/bilans/:year/brouillon', '2019', 'identify'],
    [asShare('bilan'), 'GET', '/bilans', null, 'identify'],
    [asShare('bilan'), 'GET', '/tableau-de-bord/:year', '2020', 'identify'],
  ])('of %j on %s %s of %p: %s', (caller, method, pattern, year, expected) => {
    expect(decide('public', caller, { method, pattern, year }, false)).toBe(expected);
  });
});
