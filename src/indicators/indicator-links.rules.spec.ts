import fc from 'fast-check';
import { linkIssues, LINKS, type Linked } from './indicator-links.rules.js';

const linked = (code: string, links: Partial<Linked> = {}): Linked => ({
  code,
  decimals: 0,
  subsetOf: null,
  numerator: null,
  denominator: null,
  chainAfter: null,
  ...links,
});

describe('the indicators that a definition names', () => {
  it('are known ones', () => {
    expect(linkIssues(linked('A', { subsetOf: 'B' }), [linked('B')])).toEqual([]);
    expect(linkIssues(linked('A', { subsetOf: 'C', numerator: 'D' }), [linked('B')])).toMatchObject([
      { path: 'subsetOf', code: 'unknown_indicator' },
      { path: 'numerator', code: 'unknown_indicator' },
    ]);
  });

  it.each(LINKS)('are never itself: %s', (link) => {
    expect(linkIssues(linked('A', { [link]: 'A' }), [])).toMatchObject([
      { path: link, code: 'circular_indicators' },
    ]);
  });

  it('never lead back to it', () => {
    const all = [linked('A'), linked('B', { subsetOf: 'A' }), linked('C', { subsetOf: 'B' })];
    const [issue] = linkIssues(linked('A', { subsetOf: 'C' }), all);
    expect(issue).toMatchObject({ path: 'subsetOf', code: 'circular_indicators' });
    expect(issue?.message).toContain('A → C → B → A');
  });

  it('never lead back by the other term of a rate', () => {
    const all = [linked('A'), linked('B', { numerator: 'X', denominator: 'A' }), linked('X')];
    expect(linkIssues(linked('A', { numerator: 'B', denominator: 'X' }), all)).toMatchObject([
      { path: 'numerator' },
    ]);
  });

  it('may be a part of what it divides', () => {
    const all = [linked('TOTAL'), linked('TAUX', { denominator: 'TOTAL', numerator: 'PART' })];
    expect(linkIssues(linked('PART', { subsetOf: 'TOTAL' }), all)).toEqual([]);
  });

  it('are counted with as many decimals when amounts are compared', () => {
    const all = [linked('COUT', { decimals: 2 })];
    expect(linkIssues(linked('A', { subsetOf: 'COUT', denominator: 'COUT' }), all)).toMatchObject([
      { path: 'subsetOf', code: 'incoherent_definition' },
    ]);
  });

  it('ends on circles that were there before', () => {
    const all = [linked('B', { subsetOf: 'C' }), linked('C', { subsetOf: 'B' })];
    expect(linkIssues(linked('A', { subsetOf: 'B' }), all)).toEqual([]);
  });

  it('never make a circle, whatever is accepted one after the other', () => {
    const codes = ['A', 'B', 'C', 'D', 'E'];
    const choice = fc.record({ code: fc.constantFrom(...codes), to: fc.constantFrom(...codes) });
    fc.assert(
      fc.property(fc.array(choice, { maxLength: 20 }), (choices) => {
        const known = new Map(codes.map((code) => [code, linked(code)]));
        for (const { code, to } of choices) {
          const wanted = linked(code, { chainAfter: to });
          if (linkIssues(wanted, [...known.values()]).length === 0) known.set(code, wanted);
        }
        for (const code of codes) {
          let at: string | null = code;
          for (let steps = 0; at !== null; steps += 1) {
            expect(steps).toBeLessThan(codes.length);
            at = known.get(at)?.chainAfter ?? null;
          }
        }
      }),
    );
  });
});
