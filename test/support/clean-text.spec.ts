import { defectsOf, drawnDefectsOf } from './clean-text.js';

describe('texts that no reader should see', () => {
  it.each([
    ['NaN vues'],
    ['entre 3 et Infinity'],
    ['undefined'],
    ['\u22120'],
    ['évolution : -0\u00a0%'],
    ['-0.00'],
    ['13 000 vues'],
    ['1\u202f234 567'],
    ['13\u00a0000 vues'],
    ['45 %'],
    ['45%'],
    ['12,50 €'],
    ['Quoi ?'],
    ['« vues »'],
    ['cible : 3'],
  ])('%j is found', (text) => expect(defectsOf([text])).not.toEqual([]));

  it.each([
    ['plus de 13\u202f000 vues, «\u00a0oui\u00a0»\u202f!'],
    ['cible\u00a0: \u22120,5\u00a0%, le 2020-01-05, à 10 h 30, 1er janvier 2020, 2020-0'],
    ['nullement'],
    ['0 vue, 2020 2021'],
  ])('%j is clean', (text) => expect(defectsOf([text])).toEqual([]));

  it('are found in the lines of a PDF where a space broke', () => {
    for (const broken of ['cible de 45\n% de', 'dit «\noui', '130 /000', '-0']) {
      expect(drawnDefectsOf(broken)).not.toEqual([]);
    }
    expect(drawnDefectsOf('13 000 vues : 45 %\n« oui »\n2/6')).toEqual([]);
  });
});
