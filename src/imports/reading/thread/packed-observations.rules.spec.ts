import fc from 'fast-check';
import { ABSENCES, MARKINGS, QUALIFIERS } from '../../../kernel/figure.types.js';
import type { Observation } from '../../interpretation.types.js';
import { ObservationPacker, ObservationUnpacker } from './packed-observations.rules.js';

const code = fc.option(fc.constantFrom('', 'OP', 'facebook', '__proto__'));
const integer = fc.maxSafeInteger();
const observation: fc.Arbitrary<Observation> = fc.record(
  {
    line: fc.nat(),
    item: fc.option(fc.string()),
    indicator: fc.constantFrom('VUES', 'CLICS'),
    campaign: code,
    territory: code,
    channel: code,
    organisation: code,
    periodStart: fc.constantFrom('2020-04-01', '2020-05-01'),
    periodEnd: fc.constantFrom('2020-04-30', '2020-05-31'),
    quantity: fc.option(
      fc.record(
        { value: integer, valueMax: fc.option(integer), qualifier: fc.constantFrom(...QUALIFIERS) },
        { noNullPrototype: true },
      ),
    ),
    absence: fc.option(fc.constantFrom(...ABSENCES)),
    note: fc.option(fc.string()),
    status: fc.constantFrom('draft', 'validated'),
    source: fc.option(fc.string()),
    marking: fc.constantFrom(...MARKINGS),
  },
  {
    noNullPrototype: true,
    requiredKeys: [
      'line',
      'item',
      'indicator',
      'campaign',
      'territory',
      'channel',
      'organisation',
      'periodStart',
      'periodEnd',
      'quantity',
      'absence',
      'note',
    ],
  },
);

describe('packed observations', () => {
  it('come back as they were, piece by piece', () => {
    fc.assert(
      fc.property(fc.array(fc.array(observation, { maxLength: 5 }), { maxLength: 5 }), (pieces) => {
        const [packer, unpacker] = [new ObservationPacker(), new ObservationUnpacker()];
        for (const piece of pieces) expect(unpacker.unpack(packer.pack(piece))).toStrictEqual(piece);
      }),
    );
  });

  it('tell each text once', () => {
    const packer = new ObservationPacker();
    const [one] = fc.sample(observation, 1);
    const { newTexts } = packer.pack([one, one].filter((each) => each !== undefined));
    expect(newTexts).toEqual([...new Set(newTexts)]);
    expect(packer.pack([one].filter((each) => each !== undefined)).newTexts).toEqual([]);
  });
});
