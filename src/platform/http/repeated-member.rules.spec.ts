import fc from 'fast-check';
import { namesEachMemberOnce, repeatedMember } from './repeated-member.rules.js';

describe('members written twice in JSON', () => {
  it.each([
    ['{"value": 12, "value": 21}', 'value'],
    ['[{"a": 1}, {"b": 1, "c": {"b": 2}, "b" : 3}]', 'b'],
    ['{"value": 12, "v\\u0061lue": 21}', 'value'],
    ['{"": 1, "": 2}', ''],
    ['{"__proto__": 1, "__proto__": 2}', '__proto__'],
  ])('finds the one of %s', (json, name) => {
    expect(repeatedMember(json)).toBe(name);
  });

  it.each(['{"a": "a", "b": ["a", "a"], "c": {"a": 1}}', '["a", "a"]', '"{\\"a\\": 1, \\"a\\": 2}"', '3'])(
    'finds none in %s',
    (json) => {
      expect(repeatedMember(json)).toBeNull();
    },
  );

  it('finds none in what was written from a value, however deep', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => repeatedMember(JSON.stringify(value)) === null));
    expect(repeatedMember('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000))).toBeNull();
    expect(repeatedMember(`{"a":"${'\\n'.repeat(400_000)}"}`)).toBeNull();
  });

  const counted = (json: string): boolean => namesEachMemberOnce(Buffer.from(json), JSON.parse(json));

  it('counts the same members as names only where none is written twice', () => {
    const name = fc.constantFrom('a', 'b', 'value', '', ' ', 'é', 'a":', ':');
    const text = fc.oneof(fc.string(), fc.constantFrom('http://lot.fr', '": "', ' :', '\\":'));
    const { json } = fc.letrec<{ json: string }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(text, fc.integer(), fc.constantFrom(true, null)).map((one) => JSON.stringify(one)),
        fc.array(tie('json')).map((items) => `[${items.join(' , ')}]`),
        fc
          .array(fc.tuple(name, fc.constantFrom('', ' ', '\n\t '), tie('json')), { maxLength: 4 })
          .map(
            (members) =>
              `{${members.map(([one, gap, value]) => `${JSON.stringify(one)}${gap}:${value}`).join(',')}}`,
          ),
      ),
    }));
    fc.assert(fc.property(json, (one) => !counted(one) || repeatedMember(one) === null));
  });

  it.each([
    ['[{"a": 1, "b" : "http://lot.fr", "c": null}, {"a": [{}]}]', true],
    ['{"value": 12, "value": 21}', false],
    ['{"a": {"b": 1}, "a": {"b": 1}}', false],
    // Not told from a name, and so read with care.
    ['{"a": "\\": "}', false],
  ])('counts the members of %s', (json, isSure) => {
    expect(counted(json)).toBe(isSure);
  });

  it('leaves a deep value to the careful reading', () => {
    expect(counted('{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000))).toBe(false);
  });
});
