import { numberFormat } from './number-formats.rules.js';

it.each([
  [{ decimals: 0, symbol: null, signed: false }, '#,##0'],
  [{ decimals: 2, symbol: '€', signed: false }, '#,##0.00"\u00a0€"'],
  [{ decimals: 0, symbol: '%', signed: true }, '+#,##0"\u00a0%";-#,##0"\u00a0%";#,##0"\u00a0%"'],
  [{ decimals: 1, symbol: '"', signed: false }, '#,##0.0'],
])('the format of %j is %s', (unit, format) => expect(numberFormat(unit)).toBe(format));
