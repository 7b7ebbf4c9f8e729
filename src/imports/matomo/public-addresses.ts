import { type LookupAddress, lookup as systemLookup, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks where no server of the internet is: this machine, private networks, links, documentation, multicast. */
const SUBNETS: readonly [address: string, prefix: number, family: 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  // Addresses of IPv4 written in IPv6 several ways: what they lead to is not told.
  ['::', 96, 'ipv6'],
  ['::ffff:0:0:0', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2001::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['100::', 64, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const closed = new BlockList();
for (const subnet of SUBNETS) closed.addSubnet(...subnet);
/** `::ffff:1.2.3.4`, which nothing needs to write so. */
const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');

/** Whether an address is one of the internet, where a service that is not ours may be asked. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  if (family === 4) return !closed.check(address, 'ipv4');
  return !closed.check(address, 'ipv6') && !mapped.check(address, 'ipv6');
}

/** Refused before any connection is opened. */
export class ForbiddenAddress extends Error {
  constructor() {
    super('This name leads to an address of the private network.');
  }
}

/**
 * Finds the addresses of a name for the connection that is about to be opened: what was looked at is what is connected to,
 * a name that changes in between gains nothing.
 */
export const publicLookup =
  (lookup: typeof systemLookup = systemLookup): LookupFunction =>
  (hostname, options, callback) => {
    const asked: LookupOptions & { all: true } = { ...(options as LookupOptions), all: true };
    lookup(hostname, asked, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(new ForbiddenAddress(), []);
      const [first] = addresses;
      if ((options as LookupOptions).all || first === undefined) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
