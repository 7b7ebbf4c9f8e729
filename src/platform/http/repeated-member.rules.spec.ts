import fc from 'fast-check';
import { repeatedMember } from './repeated-member.rules.js';

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
});
