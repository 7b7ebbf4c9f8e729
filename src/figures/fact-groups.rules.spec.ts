import { fact } from '../../test/support/facts.js';
import { factsBy } from './fact-groups.rules.js';

const january = fact(1, '2020-01', { campaign: 'SALON', territory: 'CAHORS' });
const day = fact(2, '2020-01-15', { territory: 'FIGEAC', channel: 'web' });
const year = fact(4, '2020', { territory: 'CAHORS' });
const facts = [january, day, year];

describe('facts by what they tell', () => {
  it('leaves out those that tell nothing of it', () => {
    expect([...factsBy('territory', facts)]).toEqual([
      ['CAHORS', [january, year]],
      ['FIGEAC', [day]],
    ]);
    expect([...factsBy('campaign', facts)]).toEqual([['SALON', [january]]]);
    expect([...factsBy('channel', facts)]).toEqual([['web', [day]]]);
  });

  it('gives a month what lies in it', () => {
    expect([...factsBy('month', facts)]).toEqual([['2020-01', [january, day]]]);
  });

  it('cuts one list once', () => {
    expect(factsBy('month', facts)).toBe(factsBy('month', facts));
    expect(factsBy('month', [day]).get('2020-01')).toEqual([day]);
  });
});
