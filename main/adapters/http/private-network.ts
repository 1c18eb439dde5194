// Addresses that only this machine or its own network can reach. A page on the public web has no business there: it
// would make Offprint ask in its user's name. Judged by the address that is connected to, never by a name.

import type { ClientRequest } from 'node:http';
import { BlockList, isIP, type LookupFunction, type Socket } from 'node:net';
import type { LookupAddress } from 'node:dns';

const ownNetworks = new BlockList();
// Not 198.18.0.0/15, though it is reserved: proxies that work as a network card answer every name from it.
for (const [network, bits] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16], ['255.255.255.255', 32],
] as const) ownNetworks.addSubnet(network, bits, 'ipv4');
// `::/96` holds this machine (`::`, `::1`) and the old spelling of IPv4 inside IPv6.
for (const [network, bits] of [['::', 96], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10]] as const) ownNetworks.addSubnet(network, bits, 'ipv6');

const thisMachine = new BlockList();
for (const network of ['0.0.0.0', '127.0.0.0']) thisMachine.addSubnet(network, 8, 'ipv4');
thisMachine.addSubnet('::', 127, 'ipv6');

/** Whether an IP address, in any form that Node gives, is of this machine or its network (IPv4 inside IPv6 too). */
export function isPrivateAddress(address: string): boolean {
  return isIn(ownNetworks, address);
}

/** Whether an IP address is this machine's own, which its network cannot reach. */
export function isThisMachine(address: string): boolean {
  return isIn(thisMachine, address);
}

function isIn(list: BlockList, address: string): boolean {
  const bare = withoutPrefix(address.replace(/%.*$/, ''));
  const family = isIP(bare);
  // What is mapped (`::ffff:0:0/96`) a BlockList compares as IPv4.
  return family !== 0 && list.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** The IPv4 address inside those that translate it (NAT64, RFC 6052: `64:ff9b::/96`; 6to4, RFC 3056: `2002::/16`), else the address itself. */
function withoutPrefix(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(new URL(`http://[${address}]/`).hostname.slice(1, -1));
  if (groups[0] === 0x2002) return dotted(groups[1], groups[2]);
  const isNat64 = groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  return isNat64 ? dotted(groups[6], groups[7]) : address;
}

function groupsOf(shortest: string): number[] {
  const [before = '', after = ''] = shortest.split('::');
  const numbers = (part: string): number[] => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  const [left, right] = [numbers(before), numbers(after)];
  return [...left, ...Array.from({ length: 8 - left.length - right.length }, () => 0), ...right];
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

export type AddressJudge = (address: string) => boolean;

/** What a connection fails with that a public page may not have. */
export class PrivateAddressError extends Error {
  readonly code = 'EPRIVATEADDRESS';
}

/** The address that a URL names outright (decimal and octal spellings are made plain by URL), or null for a name. */
export function literalAddress(url: URL): string | null {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (/(^|\.)localhost\.?$/i.test(host)) return '127.0.0.1';
  return isIP(host) === 0 ? null : host;
}

/** The same lookup without addresses of one's own network; fails where no other is left. */
export function publicLookup(lookup: LookupFunction, isPrivate: AddressJudge): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      const all: LookupAddress[] = typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : found;
      const open = all.filter(({ address }) => !isPrivate(address));
      const [first] = open;
      if (first === undefined) return callback(new PrivateAddressError(hostname), '', 0);
      return typeof found === 'string' ? callback(null, first.address, first.family) : callback(null, open);
    });
  };
}

/** Ends a request that was given a kept-alive connection to one's own network, before anything is sent over it. */
export function refusePrivateSockets(request: ClientRequest, isPrivate: AddressJudge): void {
  request.once('socket', (socket: Socket) => {
    const { remoteAddress } = socket;
    if (remoteAddress !== undefined && isPrivate(remoteAddress)) request.destroy(new PrivateAddressError(remoteAddress));
  });
}
