import { indicatorRule } from '../../test/support/facts.js';
import { relatedTo } from './related-indicators.rules.js';

describe('the indicators that a figure is made of or compared with', () => {
  const indicators = [
    indicatorRule({ code: 'IMPRIMES' }),
    indicatorRule({ code: 'DISTRIBUES', chainAfter: 'IMPRIMES' }),
    indicatorRule({ code: 'DONT_ECOLES', subsetOf: 'DISTRIBUES' }),
    indicatorRule({ code: 'DONT_TAUX', subsetOf: 'DISTRIBUES', numerator: 'CLICS', denominator: 'VUES' }),
    indicatorRule({ code: 'CLICS' }),
    indicatorRule({ code: 'VUES' }),
    indicatorRule({ code: 'AUTRE' }),
  ];
  const codes = (code: string): string[] => relatedTo(code, indicators).map((one) => one.code);

  it('are its parts, its whole, the step before it, and the terms of rates', () => {
    expect(codes('DISTRIBUES')).toEqual([
      'IMPRIMES',
      'DISTRIBUES',
      'DONT_ECOLES',
      'DONT_TAUX',
      'CLICS',
      'VUES',
    ]);
    expect(codes('DONT_ECOLES')).toEqual(['DISTRIBUES', 'DONT_ECOLES']);
    expect(codes('IMPRIMES')).toEqual(['IMPRIMES']);
  });

  it('are none of a code that nobody bears', () => expect(codes('INCONNU')).toEqual([]));
});
