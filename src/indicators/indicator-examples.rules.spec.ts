import { exampleTexts, type ExampleWording } from './indicator-examples.rules.js';

const VISITORS: ExampleWording = {
  labelOne: 'visiteur accueilli',
  labelOther: 'visiteurs accueillis',
  elision: false,
  decimals: 0,
  symbol: null,
  signed: false,
  sentenceOne: null,
  sentenceOther: null,
};

describe('examples of figures', () => {
  it('are written as pages will write them', () => {
    expect(exampleTexts(VISITORS)).toEqual([
      '1 visiteur accueilli',
      '450 visiteurs accueillis',
      'plus de 13\u202f000 visiteurs accueillis',
      'environ 1,3\u00a0million de visiteurs accueillis',
    ]);
  });

  it('take the elision and the sentences that are given', () => {
    const ambassadors = {
      ...VISITORS,
      labelOne: 'ambassadeur',
      labelOther: 'ambassadeurs',
      elision: true,
      sentenceOne: 'ambassadeur a rejoint le réseau',
      sentenceOther: 'ambassadeurs ont rejoint le réseau',
    };
    expect(exampleTexts(ambassadors).slice(3)).toEqual([
      'environ 1,3\u00a0million d’ambassadeurs',
      '1 ambassadeur a rejoint le réseau.',
      '450 ambassadeurs ont rejoint le réseau.',
    ]);
  });

  it('are small for rates, and count decimals', () => {
    expect(
      exampleTexts({
        ...VISITORS,
        symbol: '%',
        decimals: 1,
        labelOne: 'des Français',
        labelOther: 'des Français',
      }),
    ).toEqual(['1\u00a0% des Français', 'plus de 45\u00a0% des Français']);
  });

  it('are none while the labels are missing', () => {
    expect([
      exampleTexts({ ...VISITORS, labelOne: ' ' }),
      exampleTexts({ ...VISITORS, labelOther: '' }),
    ]).toEqual([[], []]);
    expect(exampleTexts({ ...VISITORS, sentenceOne: 'a' })).toHaveLength(4);
  });
});
