import fc from 'fast-check';
import {
  canonicalCode,
  capitalise,
  compareFrench,
  countWords,
  elide,
  joinList,
  normaliseForSearch,
  ordinal,
  sentence,
  slug,
  startsWithVowelSound,
  typographic,
  withoutMarkup,
} from './french-text.rules.js';

const PIECES = [
  'Oh my Lot',
  'x',
  'É',
  'a',
  ' ',
  '\u00a0',
  '\u202f',
  '\n',
  '!',
  '?',
  ';',
  ':',
  '«',
  '»',
  "'",
  '’',
  '...',
  '.',
  ',',
  '-',
  '/',
  '(',
  ')',
  '450',
  '13',
  '000',
  '30',
  '%',
  '€',
  'h',
  'n°',
  'M. ',
  'p. ',
  'août',
  '2020',
  '1er',
  '^er^',
  'https://lot.fr/a?b=c',
  'lot.fr/a',
  'a@b.fr',
  '&amp;',
  'www.',
  '%20',
];
const frenchish = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(''));

describe('typographic', () => {
  it.each([
    ['Oh my Lot !', 'Oh my Lot\u202f!'],
    ['Oh my Lot!', 'Oh my Lot\u202f!'],
    ['« Oh my Lot ! »', '«\u00a0Oh my Lot\u202f!\u00a0»'],
    ['«Les spots du Lot»', '«\u00a0Les spots du Lot\u00a0»'],
    ['Bilan : les spots ; la suite ?', 'Bilan\u00a0: les spots\u202f; la suite\u202f?'],
    ['Cible: 400', 'Cible\u00a0: 400'],
    ['Quoi ?!', 'Quoi\u202f?!'],
    ["l'été...", 'l’été…'],
    ['130 000 sets', '130\u202f000 sets'],
    ['130\u00a0000 sets', '130\u202f000 sets'],
    ['1 234 567 vues', '1\u202f234\u202f567 vues'],
    ['en 2020 450 visiteurs', 'en 2020 450 visiteurs'],
    ['le 2020-12-16 450 visiteurs', 'le 2020-12-16 450 visiteurs'],
    ['05 65 53 40 00', '05 65 53 40 00'],
    ['45 % et 45%', '45\u00a0% et 45\u00a0%'],
    ['12 €, 30 min, 10 km', '12\u00a0€, 30\u00a0min, 10\u00a0km'],
    ['10 h 30, 9h05, 10 h', '10\u00a0h\u00a030, 9\u00a0h\u00a005, 10\u00a0h'],
    ['12:30', '12:30'],
    ['3 habitants', '3 habitants'],
    ['n° 8, p. 3, M. Godon, Mme Raynal', 'n°\u00a08, p.\u00a03, M.\u00a0Godon, Mme\u00a0Raynal'],
    ['le 16 décembre 2020', 'le 16\u00a0décembre\u00a02020'],
    ['1er janvier et 1^er^ mars', '1er\u00a0janvier et 1^er^\u00a0mars'],
    ['quinze ans, 15 ans', 'quinze ans, 15\u00a0ans'],
    ['OP-2020-SPOTS', 'OP-2020-SPOTS'],
  ])('« %s »', (given, expected) => {
    expect(typographic(given)).toBe(expected);
  });

  it.each([
    "https://lot.fr/a?b=l'ete...;c:d!e%20f",
    'www.choisirlelot.fr/?a=1;b=2',
    'choisirlelot.fr/decouvrir?x=45%20',
    'contact@oh-my-lot.fr',
    'http://localhost:3000/tableau-de-bord/2020',
    '&amp; &#39; &nbsp;',
    'achat-lot.com',
    '',
  ])('keeps %s', (given) => {
    expect(typographic(given)).toBe(given);
  });

  it('ends an address before the punctuation of the sentence', () => {
    expect(typographic('Voir https://lot.fr/a !')).toBe('Voir https://lot.fr/a\u202f!');
    expect(typographic('« https://lot.fr/a »')).toBe('«\u00a0https://lot.fr/a\u00a0»');
  });

  it('does nothing more the second time', () => {
    fc.assert(
      fc.property(frenchish, (text) => {
        const once = typographic(text);
        expect(typographic(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = typographic(text);
        expect(typographic(once)).toBe(once);
      }),
    );
  });

  it('changes nothing but spaces, apostrophes and ellipses', () => {
    const bare = (text: string): string =>
      text
        .replace(/[ \t\u00a0\u202f]/g, '')
        .replaceAll("'", '’')
        .replaceAll('…', '...');
    fc.assert(fc.property(frenchish, (text) => expect(bare(typographic(text))).toBe(bare(text))));
  });
});

describe('sentence', () => {
  it('sets the sentence in French type and leaves what it quotes alone', () => {
    const found = "12 000 : l'un";
    expect(sentence`« ${found} » est refusé : écrivez 13 000 !`).toBe(
      `«\u00a0${found}\u00a0» est refusé\u00a0: écrivez 13\u202f000\u202f!`,
    );
    expect(sentence`${3} lignes`).toBe('3 lignes');
  });
});

describe('words', () => {
  it('capitalises the beginning of a sentence', () => {
    expect(capitalise('près de 400')).toBe('Près de 400');
    expect(capitalise('été 2020')).toBe('Été 2020');
    expect(capitalise('«\u00a0les spots\u00a0»')).toBe('«\u00a0Les spots\u00a0»');
    expect(capitalise('**œuvre**')).toBe('**Œuvre**');
    expect(capitalise('450 visiteurs')).toBe('450 visiteurs');
    expect(capitalise('État')).toBe('État');
    expect(capitalise('')).toBe('');
  });

  it('elides before a vowel sound', () => {
    expect(elide('de', 'ambassadeurs')).toBe('d’ambassadeurs');
    expect(elide('de', 'vues')).toBe('de vues');
    expect(elide('que', 'Élise')).toBe('qu’Élise');
    expect(elide('la', 'œuvre')).toBe('l’œuvre');
    expect(elide('de', 'habitants')).toBe('d’habitants');
    expect(elide('de', 'hameaux')).toBe('de hameaux');
    expect(elide('le', 'onze')).toBe('le onze');
    expect(elide('de', 'yaourts')).toBe('de yaourts');
    expect(elide('de', 'haïkus', true)).toBe('d’haïkus');
    expect(elide('de', 'ambassadeurs', false)).toBe('de ambassadeurs');
    expect(elide('du', 'ambassadeur')).toBe('du ambassadeur');
    expect(startsWithVowelSound('héros')).toBe(false);
    expect(startsWithVowelSound('héroïne')).toBe(true);
    expect(startsWithVowelSound('13')).toBe(false);
  });

  it('joins lists', () => {
    expect(joinList([])).toBe('');
    expect(joinList(['Facebook'])).toBe('Facebook');
    expect(joinList(['Facebook', 'LinkedIn'])).toBe('Facebook et LinkedIn');
    expect(joinList(['Facebook', 'Instagram', 'LinkedIn'])).toBe('Facebook, Instagram et LinkedIn');
    expect(joinList(['jour', 'mois'], 'ou')).toBe('jour ou mois');
  });

  it('counts and ranks', () => {
    expect(ordinal(1)).toBe('1er');
    expect(ordinal(1, 'feminine')).toBe('1re');
    expect(ordinal(2)).toBe('2e');
    expect(ordinal(1, 'masculine', true)).toBe('1^er^');
    expect([0, 1, 6, 16, 17].map((count) => countWords(count))).toEqual(['zéro', 'un', 'six', 'seize', '17']);
    expect(countWords(1, 'feminine')).toBe('une');
    expect(countWords(3, 'feminine')).toBe('trois');
    expect(countWords(-1)).toBe('\u22121');
  });

  it('drops the light markup', () => {
    expect(withoutMarkup('**1^er^** janvier, 2 ^ 3')).toBe('1er janvier, 2 ^ 3');
  });
});

describe('comparison', () => {
  it('normalises for search', () => {
    expect(normaliseForSearch('  Oh my Lot\u202f!  ')).toBe('oh my lot !');
    expect(normaliseForSearch('L’ÉTÉ\u00a0à Œuvre')).toBe("l'ete a oeuvre");
    expect(normaliseForSearch('２５０')).toBe('250');
    expect(normaliseForSearch('Cæsar')).toBe('caesar');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseForSearch(text);
        expect(normaliseForSearch(once)).toBe(once);
      }),
    );
  });

  it('sorts as French dictionaries do', () => {
    expect(['Zoo', 'École', 'éclat', 'abeille', 'OP-10', 'OP-2'].sort(compareFrench)).toEqual([
      'abeille',
      'éclat',
      'École',
      'OP-2',
      'OP-10',
      'Zoo',
    ]);
    expect(compareFrench('a', 'a')).toBe(0);
    expect(compareFrench('e\u0301', '\u00e9')).toBe(-1);
    expect(compareFrench('\u00e9', 'e\u0301')).toBe(1);
  });

  it('turns codes into addresses and back', () => {
    expect(slug('OP-2020-SPOTS')).toBe('op-2020-spots');
    expect(slug('VISITEURS_STAND')).toBe('visiteurs-stand');
    expect(slug(' État civil ! ')).toBe('etat-civil');
    expect(canonicalCode('op-2020-spots')).toBe('OP-2020-SPOTS');
    expect(canonicalCode('visiteurs-stand', '_')).toBe('VISITEURS_STAND');
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9]{1,6}([_-][A-Z0-9]{1,6}){0,4}$/), (code) => {
        expect(slug(canonicalCode(slug(code)))).toBe(slug(code));
      }),
    );
  });
});

describe('long texts', () => {
  it.each(['a', 'é', ' ', 'a.', '+', '1 ', '123 ', "l'", '« ', 'a@', 'http://', 'www.!', 'a+', '?!', '&a'])(
    'costs no more than its length: « %s » again and again',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const start = performance.now();
      typographic(text);
      normaliseForSearch(text);
      // A quadratic rule takes ten seconds here, a linear one some milliseconds.
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
