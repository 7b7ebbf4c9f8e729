import { parseScope, scopeText } from './token-scope.rules.js';
import type { TokenScope } from '../account.types.js';

const scopeOf = (text: string): TokenScope => {
  const reading = parseScope(text);
  if (!reading.ok) throw new Error(reading.issue.message);
  return reading.scope;
};

describe('the scope of a token', () => {
  it.each([
    ['read', 'read'],
    [' measurements:write ', 'measurements:write'],
    ['read, measurements:write', 'read,measurements:write'],
    [
      'measurements:write;indicator=A,B;campaign=C;organisation=O',
      'measurements:write;indicator=A,B;campaign=C;organisation=O',
    ],
    [
      'measurements:write; organisation = CCI46 ; indicator=VUES_RESEAUX',
      'measurements:write;indicator=VUES_RESEAUX;organisation=CCI46',
    ],
  ])('reads %p as %p', (text, kept) => {
    expect(scopeText(scopeOf(text))).toBe(kept);
    expect(scopeOf(kept)).toEqual(scopeOf(text));
  });

  it.each([
    '',
    'write',
    'admin',
    'read;',
    'measurements:write;indicator=',
    'measurements:write;indicator=A,,B',
    'measurements:write;indicator=A;indicator=B',
    'measurements:write;indicator=A=B',
    'measurements:write;territory=LOT',
    'measurements:write;__proto__=A',
    'measurements:write;constructor=A',
    'indicator=A',
    'read;campaign=<script>',
  ])('refuses %p, saying what to write', (text) => {
    expect(parseScope(text)).toMatchObject({
      ok: false,
      issue: { path: 'scope', code: 'wrong_scope', message: expect.stringContaining('écrivez par exemple') },
    });
  });
});
