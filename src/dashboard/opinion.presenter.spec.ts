import type { OpinionView } from '../figures/figure-standing.types.js';
import { OPINIONS } from '../targets/opinion.types.js';
import { opinionMark } from './opinion.presenter.js';

const given = (rest: Partial<OpinionView> = {}): OpinionView => ({
  opinion: 'support_needed',
  label: 'Appui nécessaire',
  reason: 'Le salon est reporté : il faut un autre lieu',
  givenOn: '2020-06-16',
  givenIn: 'séance du 16\u00a0juin\u00a02020',
  contradicts: true,
  ...rest,
});

describe('the mark of an opinion', () => {
  it('says whose it is, when and why', () => {
    expect(opinionMark(given())).toEqual({
      shape: 'plus',
      tone: 'watch',
      word: 'Avis du comité\u00a0: appui nécessaire',
      when: 'séance du 16\u00a0juin\u00a02020',
      reason: 'Le salon est reporté\u00a0: il faut un autre lieu',
      contradicts: true,
    });
    expect(opinionMark(given({ givenIn: null, reason: null }))).toMatchObject({
      word: 'Avis du pilote\u00a0: appui nécessaire',
      when: 'le 16\u00a0juin\u00a02020',
      reason: null,
    });
    expect(opinionMark(null)).toBeNull();
  });

  it('has a shape of its own for each opinion', () => {
    expect(new Set(OPINIONS.map((opinion) => opinionMark(given({ opinion }))?.shape)).size).toBe(4);
  });
});
