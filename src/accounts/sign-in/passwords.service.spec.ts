import { hash as argon2 } from '@node-rs/argon2';
import { openEmptyServices, openServices, type TestServices } from '../../../test/support/services.js';
import { PasswordsService } from './passwords.service.js';

const PASSWORD = 'tournesol brique vélo mardi';

describe('Passwords', () => {
  let services: TestServices;
  let passwords: PasswordsService;

  beforeAll(async () => {
    services = await openServices('sqlite');
    passwords = services.context.get(PasswordsService, { strict: false });
  });
  afterAll(() => services.close());

  const refusal = async (password: string, ownWords: string[] = []): Promise<[string, string] | null> => {
    const issue = await passwords.refusal(password, ownWords);
    return issue === null ? null : [issue.code, issue.message.replaceAll(/[\u00a0\u202f]/g, ' ')];
  };

  it('are kept as argon2id at the cost that OWASP asks for', async () => {
    const hash = await passwords.hash(PASSWORD);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await passwords.hash(PASSWORD)).not.toBe(hash);
    expect(await passwords.verify(hash, PASSWORD)).toBe(true);
    expect(await passwords.verify(hash, `${PASSWORD} `)).toBe(false);
    expect(passwords.isOutdated(hash)).toBe(false);
  });

  it('are the same however their accents were composed', async () => {
    const hash = await passwords.hash(PASSWORD.normalize('NFD'));
    expect(await passwords.verify(hash, PASSWORD.normalize('NFC'))).toBe(true);
  });

  it.each([null, '', 'none', '$argon2id$v=19$m=1'])('are never those of %j', async (hash) => {
    expect(await passwords.verify(hash, PASSWORD)).toBe(false);
    expect(await passwords.verify(hash, '')).toBe(false);
  });

  it('know a hash made at another cost', async () => {
    const cheap = await argon2(PASSWORD, { memoryCost: 8_192, timeCost: 1 });
    expect(await passwords.verify(cheap, PASSWORD)).toBe(true);
    expect(passwords.isOutdated(cheap)).toBe(true);
  });

  it.each([
    ['tournesol brique vélo mardi'],
    ['correct cheval pile agrafe'],
    ['Xk4-vT9qZ_pL2w7'],
    ['🐄🌻🚲🧱🍇🪨🐟🧀🍷🪵🌰🦆🥖🐑🍑'],
  ])('accept %s without asking for digits or capitals', async (password) => {
    expect(await refusal(password)).toBeNull();
  });

  it('count characters as people do, from 15 to 128', async () => {
    expect(await refusal('abc')).toEqual([
      'password_too_short',
      'Le mot de passe compte 3 caractères : il en faut au moins 15. Quelques mots mis bout à bout suffisent.',
    ]);
    expect((await refusal('🐄'.repeat(14)))?.[0]).toBe('password_too_short');
    expect((await refusal('Xk4-vT9qZ_pL2w7é'.repeat(8)))?.[0]).not.toBe('password_too_long');
    expect((await refusal(`${'Xk4-vT9qZ_pL2w7é'.repeat(8)}a`))?.[0]).toBe('password_too_long');
  });

  it('refuse what is soon guessed, and say why in French', async () => {
    expect(await refusal('aaaaaaaaaaaaaaaaaaaa')).toEqual([
      'password_too_weak',
      'Ce mot de passe se devine facilement : les caractères répétés comme « aaa » sont faciles à deviner. Ajoutez un ou deux mots sans rapport avec le programme ni avec vous.',
    ]);
    for (const password of [
      'azertyuiopazertyuiop',
      'abcabcabcabcabcabc',
      '123456789012345',
      'bonjourbonjourbonjour',
    ]) {
      expect([password, (await refusal(password))?.[0]]).toEqual([password, 'password_too_weak']);
    }
  });

  it('refuse the person’s and the programme’s own words', async () => {
    const own = ['Marie-Antoinette Delacroix', 'ma.delacroix@exemple.fr'];
    for (const password of ['marie-antoinette', 'ma.delacroix@exemple.fr', 'DelacroixMarie2020']) {
      expect([password, (await refusal(password, own))?.[0]]).toEqual([password, 'password_too_weak']);
    }
    for (const password of [
      'programmemesure',
      // The chief town of a territory is in no data set: it is the first word that somebody would try.
      'OhMyLot-Cahors-2020',
      'LotTourismeCahors46',
      'MotDePasse12345',
      'motdepassesécurisé',
      'qsdfghjklmqsdfghjklm',
    ]) {
      expect([password, (await refusal(password))?.[0]]).toEqual([password, 'password_too_weak']);
    }
  });

  it('are judged before any programme is installed', async () => {
    const empty = await openEmptyServices('sqlite');
    try {
      const own = empty.context.get(PasswordsService, { strict: false });
      expect(await own.refusal(PASSWORD, [])).toBeNull();
    } finally {
      await empty.close();
    }
  });
});
