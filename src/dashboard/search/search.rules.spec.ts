import fc from 'fast-check';
import { found, scoreOf, suggestion } from './search-match.rules.js';
import { queryWords, singular, wordsOf } from './search-text.rules.js';

const entry = (item: string, order = 0, ...texts: string[]) => ({
  item,
  order,
  fields: [item, ...texts].map((text, index) => ({ words: wordsOf(text), weight: 6 - index })),
});

describe('words of a search', () => {
  it.each([
    ['Sets de TABLE', ['sets', 'table']],
    ['13 000', ['13000']],
    ['13\u202f000 vues', ['13000', 'vues']],
    ['13\u00a0000', ['13000']],
    ['1 234 567', ['1234567']],
    ['2020 450', ['2020', '450']],
    ['Été à l’Épicerie', ['ete', 'epicerie']],
    ['œuvre', ['oeuvre']],
    ['de la', ['de', 'la']],
    ['   ', []],
    ['« »;--', []],
    ['spots spots', ['spots']],
    ['a\u200bb', ['ab']],
  ])('%j gives %j', (query, words) => expect(queryWords(query)).toEqual(words));

  it('reads eight words at most, of any text', () => {
    expect(queryWords('un deux trois quatre cinq six sept huit neuf dix onze')).toHaveLength(8);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const words = queryWords(text);
        expect(words.length).toBeLessThanOrEqual(8);
        // What is found by its words is found again by what those words give.
        expect(queryWords(words.join(' ; '))).toEqual(words);
      }),
    );
  });

  it('takes a plural for its singular', () => {
    expect(['spots', 'journaux', 'voix', 'lot', 'bus'].map(singular)).toEqual([
      'spot',
      'journal',
      'voi',
      'lot',
      'bus',
    ]);
  });
});

describe('what a search finds', () => {
  const entries = [
    entry('Visites du site', 0, 'visites', '13 000'),
    entry('Sets de table', 1, 'sets de table distribués', '130 000'),
    entry('Spots partagés', 2, 'spots du Lot', '250'),
    entry('Table ronde', 3, 'réunion', '13'),
  ];
  const search = (query: string) => found(queryWords(query), entries);

  it.each([
    ['sets de table', ['Sets de table']],
    ['SÉTS', ['Sets de table']],
    ['table', ['Sets de table', 'Table ronde']],
    ['13000', ['Visites du site']],
    ['13 000', ['Visites du site']],
    ['13', ['Table ronde']],
    ['spot', ['Spots partagés']],
    ['part', ['Spots partagés']],
    ['table 250', []],
    ['s', []],
    ['', []],
  ])('%j finds %j', (query, names) => expect(search(query)).toEqual(names));

  it('puts the whole word before its plural, and both before its beginning', () => {
    const words = ['spot'];
    const scores = ['spot', 'spots', 'spotlight', 'dépôt'].map((text) => scoreOf(words, entry(text)));
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(new Set(scores).size).toBe(4);
    expect(scores[3]).toBe(0);
  });

  it('finds an entry by its own words, and never more with one word more', () => {
    const texts = fc.array(fc.constantFrom('sets', 'table', 'spots', 'site', '13000', 'lot'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(texts, fc.string(), (words, other) => {
        const own = entry(words.join(' '));
        expect(found(queryWords(words.join(' ')), [own])).toHaveLength(1);
        const more = found(queryWords(`${words.join(' ')} ${other}`), entries);
        const fewer = found(queryWords(words.join(' ')), entries);
        expect(more.every((one) => fewer.includes(one) || queryWords(words.join(' ')).length === 8)).toBe(
          true,
        );
      }),
    );
  });

  it('says what was probably meant', () => {
    const known = entries.flatMap(({ fields }) => fields.flatMap(({ words }) => words));
    expect(suggestion(['stes', 'table'], known)).toBe('sets table');
    expect(suggestion(['vistes'], known)).toBe('visites');
    expect(suggestion(['sets', 'table'], known)).toBeNull();
    expect(suggestion(['13001'], known)).toBeNull();
    expect(suggestion(['xylophone'], known)).toBeNull();
  });
});
