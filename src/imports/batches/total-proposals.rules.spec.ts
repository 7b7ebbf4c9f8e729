import { partsUnder, type Placed, totalProposal } from './total-proposals.rules.js';

const exact = (value: number) => ({ value, valueMax: null, qualifier: 'exact' as const });
const APRIL = { periodStart: '2020-04-01', periodEnd: '2020-04-30' };
const placed = (value: number, rest: Partial<Placed> = {}): Placed => ({
  indicator: 'VUES',
  campaign: 'OP',
  territory: null,
  channel: null,
  organisation: null,
  ...APRIL,
  quantity: exact(value),
  ...rest,
});
const { quantity: _, ...whole } = placed(0);
const scale = { name: 'Vues', decimals: 0, symbol: null, signed: false };
const declared = {
  id: 3,
  total: { value: 13_000, valueMax: null, qualifier: 'more_than' as const },
  waits: false,
};

describe('the parts under a total', () => {
  it('are of its indicator and operation, within its days, and more detailed', () => {
    const parts = [placed(1, { channel: 'facebook' }), placed(2, { channel: 'instagram' })];
    const others = [
      placed(9),
      placed(9, { channel: 'facebook', campaign: null }),
      placed(9, { channel: 'facebook', indicator: 'CLICS' }),
      placed(9, { channel: 'facebook', periodStart: '2020-05-01', periodEnd: '2020-05-31' }),
    ];
    expect(partsUnder(whole, [...parts, ...others])).toEqual(parts);
  });

  it('are not told when they detail it in two ways: one might hold another', () => {
    const day = { periodStart: '2020-04-03', periodEnd: '2020-04-03' };
    expect(partsUnder(whole, [placed(1, { channel: 'facebook' }), placed(1, day)])).toBeNull();
  });
});

describe('a proposal', () => {
  it('keeps a declared total, says the sum, or says it in round words', () => {
    const parts = [placed(9_120, { channel: 'facebook' }), placed(3_940, { channel: 'instagram' })];
    const proposal = totalProposal({ ...whole, key: '3', declared }, parts, scale);
    expect(proposal).toMatchObject({
      sum: exact(13_060),
      parts: 2,
      rounded: { value: 13_000, qualifier: 'more_than' },
    });
    expect(proposal.choices.map(({ choice }) => choice)).toEqual(['keep', 'sum', 'rounded']);
    expect(proposal.message.replaceAll(/\s/g, ' ')).toBe(
      'Vues, avril 2020 : le total déclaré est « plus de 13 000 », ses parts font « 13 060 ».',
    );
  });

  it('may take back a declared total whose parts do not add up, and adds nothing where none is declared', () => {
    const overlapping = totalProposal({ ...whole, key: '3', declared }, null, scale);
    expect(overlapping.choices.map(({ label }) => label)).toContain('retirer le total déclaré');
    const none = totalProposal({ ...whole, key: 'x', declared: null }, null, scale);
    expect(none.choices.map(({ label }) => label)).toEqual(['ne rien ajouter']);
  });
});
