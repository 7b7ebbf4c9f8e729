import { fact, figuresInput, indicatorRule, targetRule } from '../../test/support/facts.js';
import { figureAnswer } from './figure-answer.rules.js';
import { figureOf } from './figure.rules.js';
import { figuresCsv } from './figures-csv.rules.js';

describe('figures in a file', () => {
  it('are one a line, in codes and plain numbers', () => {
    const cost = indicatorRule({
      code: 'COUT',
      wording: { ...indicatorRule().wording, labelOther: '', decimals: 2, symbol: '€', signed: true },
    });
    const input = figuresInput({
      indicators: [cost],
      facts: [
        fact(-1_234_567, '2020-01', { indicator: 'COUT' }),
        fact(null, '2020-02', { indicator: 'COUT' }),
      ],
      targets: [targetRule(-1_000_000, { indicator: 'COUT' })],
    });
    const [header, line, empty] = figuresCsv([
      figureAnswer(figureOf(cost, null, input)),
      figureAnswer(figureOf(cost, null, { ...input, facts: [], targets: [] })),
    ]);
    expect(header).toMatch(/^\ufeffindicator;campaign;year;.*;measurements\r\n$/);
    expect(line).toMatch(/^COUT;;2020;2020-12-31;-12345\.67;;exact;-12345\.67;-12345\.67;/);
    expect(line).toMatch(/;final;;;1;2;-10000;/);
    expect(empty).toMatch(/;no_measurement;;;;;;no_target;0\r\n$/);
  });

  it('hold nothing that a spreadsheet would run', () => {
    const trap = indicatorRule({
      name: '=1+1;"',
      wording: { ...indicatorRule().wording, labelOther: 'x;"y' },
    });
    const input = figuresInput({ indicators: [trap], facts: [fact(2, '2020-01')] });
    expect(figuresCsv([figureAnswer(figureOf(trap, null, input))])[1]).toContain(';"2 x;""y";');
    expect(figuresCsv([figureAnswer(figureOf(trap, null, { ...input, facts: [] }))])[1]).toContain(
      ';"\'=1+1',
    );
  });

  it('leave the attainment empty where it cannot be computed', () => {
    const visits = indicatorRule();
    const input = figuresInput({
      indicators: [visits],
      targets: [targetRule(10, { indicator: visits.code })],
    });
    const [header = '', line = ''] = figuresCsv([figureAnswer(figureOf(visits, null, input))]);
    const place = header.split(';').indexOf('attainment');
    expect(line.split(';').slice(place - 1, place + 1)).toEqual(['10', '']);
    const reached = figureOf(visits, null, {
      ...input,
      facts: [fact(13, '2020-01', { qualifier: 'at_least' })],
    });
    const cells = figuresCsv([figureAnswer(reached)])[1]?.split(';') ?? [];
    expect(cells.slice(place - 1, place + 1)).toEqual(['10', '130']);
  });
});
