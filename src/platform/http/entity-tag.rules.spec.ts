import { namesTag } from './entity-tag.rules.js';

describe('namesTag', () => {
  it.each(['"ab-br"', 'W/"ab-br"', '"x", "ab-br"', '"x",W/"ab-br" , "y"', '*'])('finds it in %s', (header) =>
    expect(namesTag(header, '"ab-br"')).toBe(true),
  );

  it.each([undefined, '', 'ab-br', '"ab"', '"ab-br', 'w/"ab-br"', '"AB-BR"', '"ab-br"x'])(
    'does not find it in %s',
    (header) => expect(namesTag(header, '"ab-br"')).toBe(false),
  );
});
