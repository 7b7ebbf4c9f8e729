/**
 * A network address of which only the network is left: `192.0.2.17` is `192.0.2.0` (24 bits), `2001:db8:1:2::7` is
 * `2001:db8:1::` (48 bits). Null for what is no address. Doing it twice changes nothing more.
 */
export function truncateAddress(address: string): string | null {
  const plain = address.split('%', 1)[0] ?? '';
  const groups = sixGroups(plain);
  if (groups === null) return ipv4Network(plain);
  const [first, second, third, , , sixth, seventh = 0, eighth = 0] = groups;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && sixth === 0xffff;
  if (isMapped) return ipv4Network([seventh >> 8, seventh & 255, eighth >> 8, eighth & 255].join('.'));
  const kept = [first, second, third].map((group = 0) => group.toString(16));
  while (kept.at(-1) === '0') kept.pop();
  return `${kept.join(':')}::`;
}

function ipv4Network(text: string): string | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  return match === null ? null : `${match[1]}.${match[2]}.${match[3]}.0`;
}

/** The eight groups of an IPv6 address, whichever of its spellings is used; null for anything else. */
function sixGroups(text: string): number[] | null {
  if (!text.includes(':') || !URL.canParse(`http://[${text}]`)) return null;
  const { hostname } = new URL(`http://[${text}]`);
  const [left = [], right] = hostname
    .slice(1, -1)
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16))));
  if (right === undefined) return left;
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}
