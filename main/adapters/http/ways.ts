// The way to an address: through which proxy and connection pool, and with which names left out, since a page may not reach
// what is nearer to the user than itself.

import type { ClientRequest } from 'node:http';
import type { LookupFunction } from 'node:net';
import type { Options } from 'got';
import { createAgentPool } from './agents.ts';
import type { Network } from './jar.ts';
import { literalAddress, PrivateAddressError, publicLookup, refusePrivateSockets, type AddressJudge } from './private-network.ts';

export interface WaysOptions {
  readonly lookup: LookupFunction;
  readonly isPrivate: AddressJudge;
  readonly isThisMachine: AddressJudge;
}

export interface Ways {
  /** Throws a PrivateAddressError for an address spelled out that a page on this network may not reach. Null: a page not known yet. */
  to(url: URL, network: Network | null, proxy: string | null): Pick<Options, 'agent' | 'dnsLookup' | 'http2'>;
  /** Ends a request that was given a connection which its page may not use. */
  guard(sent: ClientRequest, network: Network | null, proxy: string | null): void;
  /** Where a host is that has answered; through a proxy only an address that is spelled out tells. */
  networkOf(connectedTo: string | undefined, url: URL, proxy: string | null): Network;
  /** Where a page is that was not fetched but came as a file, by where it says that it is from. */
  networkOfNamed(page: string | null): Promise<Network>;
  /** From now on this host is asked by HTTP/1.1. */
  avoidHttp2(host: string): void;
  close(): void;
}

export function createWays({ lookup, isPrivate, isThisMachine }: WaysOptions): Ways {
  const pool = createAgentPool();
  const withoutHttp2 = new Set<string>();
  const forbidden: Readonly<Record<Network, AddressJudge>> = { public: isPrivate, own: isThisMachine, machine: () => false };
  // One function for each network: connections of HTTP/2 are kept apart by it.
  const lookups: Readonly<Record<Network, LookupFunction>> = { public: publicLookup(lookup, isPrivate), own: publicLookup(lookup, isThisMachine), machine: lookup };
  const place = (address: string): Network => (isThisMachine(address) ? 'machine' : isPrivate(address) ? 'own' : 'public');

  return {
    to(url, network, proxy) {
      const literal = literalAddress(url);
      if (literal !== null && forbidden[network ?? 'machine'](literal)) throw new PrivateAddressError(literal);
      const { http, https } = pool.agentsFor(proxy);
      // A proxy is on one's own network often enough; whom it connects to is its own affair.
      if (proxy !== null) return { agent: { http, https }, dnsLookup: lookup, http2: false };
      const dnsLookup = lookups[network ?? 'machine'];
      // got speaks HTTP/2 where no agent of ours holds it to HTTP/1.1.
      const http2 = url.protocol === 'https:' && !withoutHttp2.has(url.host);
      return { agent: http2 ? { http } : { http, https }, dnsLookup, http2 };
    },
    guard(sent, network, proxy) {
      if (proxy === null && network !== null && network !== 'machine') refusePrivateSockets(sent, forbidden[network]);
    },
    networkOf(connectedTo, url, proxy) {
      const address = proxy === null ? connectedTo : literalAddress(url);
      return typeof address === 'string' ? place(address) : 'public';
    },
    async networkOfNamed(page) {
      if (page === null || !/^https?:/i.test(page) || !URL.canParse(page)) return 'public';
      const url = new URL(page);
      const literal = literalAddress(url);
      const addresses = literal === null ? await resolved(url.hostname, lookup) : [literal];
      return addresses.map(place).reduce<Network>(furthest, addresses.length > 0 ? 'machine' : 'public');
    },
    avoidHttp2: (host) => void withoutHttp2.add(host),
    close: () => pool.close(),
  };
}

const distance: Readonly<Record<Network, number>> = { machine: 0, own: 1, public: 2 };

/** A page that came over several hosts may reach what all of them may. */
export function furthest(one: Network, other: Network): Network {
  return distance[one] > distance[other] ? one : other;
}

function resolved(hostname: string, lookup: LookupFunction): Promise<string[]> {
  return new Promise((resolve) => {
    lookup(hostname, { all: true }, (error, found) => {
      if (error !== null) resolve([]);
      else resolve(typeof found === 'string' ? [found] : found.map(({ address }) => address));
    });
  });
}
