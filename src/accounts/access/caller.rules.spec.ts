import { asPerson, asShare, asToken, personOf, VISITOR } from '../../../test/support/identities.js';
import { errorCode } from '../../kernel/error-code.js';
import { ROLES } from '../account.types.js';
import {
  actorOf,
  dataCallerOf,
  navigationOf,
  pageReaderOf,
  tokenLimitsOf,
  writerOf,
} from './caller.rules.js';

const NONE = { indicators: null, campaigns: null, organisations: null };

describe('what is known of a caller', () => {
  it('names who acts for the journal, by number', () => {
    expect([VISITOR, asPerson('admin'), asToken(['read']), asShare('bilan')].map(actorOf)).toEqual([
      'visitor',
      'person:12',
      'token:3',
      'share:4',
    ]);
  });

  it('makes of people and tokens those who read and write measurements', () => {
    expect(dataCallerOf(asPerson('editor'))).toEqual({
      signature: 'person:12',
      limits: NONE,
      role: 'editor',
      readsReserved: true,
      readsInternal: true,
      tokenId: null,
    });
    expect(dataCallerOf(asPerson('contributor'))).toMatchObject({
      limits: { ...NONE, organisations: ['CD46'] },
      readsReserved: true,
      readsInternal: false,
    });
    expect(dataCallerOf(asToken(['measurements:write'], { campaigns: ['OP'] }))).toEqual({
      signature: 'token:Stand',
      limits: { ...NONE, campaigns: ['OP'] },
      role: null,
      readsReserved: false,
      readsInternal: false,
      tokenId: 3,
    });
    expect(dataCallerOf(asToken(['read']))).toMatchObject({ readsReserved: true, readsInternal: true });
  });

  it.each([undefined, VISITOR, asShare('dashboard'), asPerson('admin', 'enrolment')])(
    'gives nobody else the right to write: %j',
    (caller) => {
      expect(dataCallerOf(caller)).toBeNull();
      let refusal: unknown = null;
      try {
        writerOf(caller);
      } catch (error) {
        refusal = error;
      }
      expect(errorCode(refusal)).toBe('token_required');
    },
  );

  it('tells the limits of tokens only', () => {
    expect(writerOf(asToken(['read'])).tokenId).toBe(3);
    expect(tokenLimitsOf(asToken(['read'], { indicators: ['A'] }))).toEqual({ ...NONE, indicators: ['A'] });
    expect(tokenLimitsOf(asPerson('contributor'))).toBeNull();
    expect(tokenLimitsOf(undefined)).toBeNull();
  });

  it('shows each reader the doors of their role, once they are wholly in', () => {
    const doors = ROLES.map((role) => navigationOf(personOf(role)).map(({ href }) => href));
    expect(Object.fromEntries(ROLES.map((role, index) => [role, doors[index]]))).toEqual({
      viewer: [],
      contributor: ['/mes-chiffres', '/saisie', '/imports'],
      editor: ['/saisie', '/validation', '/imports', '/administration/cibles'],
      validator: ['/saisie', '/validation', '/imports', '/administration/cibles'],
      admin: ['/saisie', '/validation', '/imports', '/administration'],
    });
    expect(pageReaderOf(personOf('admin', { stage: 'second_factor' }))).toMatchObject({
      navigation: [],
      readsReserved: false,
    });
    const readers = ROLES.filter((role) => pageReaderOf(personOf(role)).readsReserved);
    expect(readers).toEqual(['viewer', 'editor', 'validator', 'admin']);
  });
});
