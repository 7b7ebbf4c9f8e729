/** How a spreadsheet shows the amounts of a unit: « 13 000 », « 12,50 € », « +6 % ». */
export function numberFormat({
  decimals,
  symbol,
  signed,
}: {
  decimals: number;
  symbol: string | null;
  signed: boolean;
}): string {
  const digits = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  const glued = symbol === null ? '' : symbol.replaceAll('"', '');
  const base = glued === '' ? digits : `${digits}"\u00a0${glued}"`;
  return signed ? `+${base};-${base};${base}` : base;
}
