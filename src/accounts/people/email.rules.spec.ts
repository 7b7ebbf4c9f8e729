import { looksLikeEmail, normalEmail } from './email.rules.js';

describe('an e-mail address', () => {
  it('is one in any case, with spaces around, composed or not', () => {
    expect(normalEmail('  Marie.DUPONT@Exemple.FR\n')).toBe('marie.dupont@exemple.fr');
    expect(normalEmail('he\u0301le\u0300ne@exemple.fr')).toBe(normalEmail('hélène@exemple.fr'));
    expect(normalEmail('J\u030c@exemple.fr')).toBe(normalEmail('\u01f0@exemple.fr'));
  });

  it.each([
    'marie@exemple.fr',
    'marie.dupont+copil@sous.domaine.exemple.fr',
    "o'neil@exemple.fr",
    'hélène@préfecture.fr',
    `${'a'.repeat(64)}@exemple.fr`,
  ])('can be %s', (text) => {
    expect(looksLikeEmail(text)).toBe(true);
  });

  it.each([
    '',
    'marie',
    'marie@',
    '@exemple.fr',
    'marie@exemple',
    'marie@exemple.',
    'marie@.fr',
    'marie@exemple..fr',
    'marie@@exemple.fr',
    'marie dupont@exemple.fr',
    'marie@exemple.fr\u0000',
    'marie@exemple.fr\r\nBcc: tous@exemple.fr',
    'Marie <marie@exemple.fr>',
    'a@exemple.fr,b@exemple.fr',
    `${'a'.repeat(65)}@exemple.fr`,
    `a@${'b'.repeat(250)}.fr`,
  ])('cannot be %j', (text) => {
    expect(looksLikeEmail(text)).toBe(false);
  });

  it('is judged in no time, however long', () => {
    expect(looksLikeEmail(`a@${'b.'.repeat(100_000)}`)).toBe(false);
    expect(looksLikeEmail(`a@${'a.'.repeat(125)}`)).toBe(false);
  });
});
