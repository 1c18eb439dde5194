// What one capture learns of the hosts that its resources lie on: who does not answer, who is silent, whose refusals are
// final. With it a dead or stalling host costs a page seconds, not minutes.

/** Milliseconds that a resource may be silent: a save with a stalled picture is to be done within 10 s. */
const patience = 8_000;
/** After a host was silent once, or others thrice. */
const shortPatience = { sameHost: 2_000, others: 3_000, least: 500 };
const stallsBeforeHurry = 3;
/** Failures in a row after which nothing more is expected of a host. */
const lastChance = { connections: 2, notFound: 2, retries: 3 };

export interface HostMemory {
  /** How long a request to this address may be silent, in milliseconds. */
  patienceFor(url: string): number;
  /** Why the host need not be asked any more (`ENOTFOUND`, ...), or null. */
  deadReason(url: string): string | null;
  /** Whether a 404 there has never given way to another way of asking. */
  notFoundIsFinal(url: string): boolean;
  /** Whether trying the same once more has not helped there. */
  retryIsVain(url: string): boolean;
  answered(url: string): void;
  notConnected(url: string, reason: string): void;
  stalled(url: string): void;
  /** All rungs gave 404. */
  notFound(url: string): void;
  retried(url: string, helped: boolean): void;
}

interface Host {
  connections: number;
  deadReason: string | null;
  stalls: number;
  notFound: number;
  retries: number;
}

/** @param clock milliseconds, only ever forward. */
export function createHostMemory(clock: () => number = () => performance.now()): HostMemory {
  const hosts = new Map<string, Host>();
  let stalls = 0;
  let lastAnswer = clock();
  function hostOf(url: string): Host {
    const name = new URL(url).host;
    const host = hosts.get(name) ?? { connections: 0, deadReason: null, stalls: 0, notFound: 0, retries: 0 };
    hosts.set(name, host);
    return host;
  }
  return {
    patienceFor(url) {
      const left = patience - (clock() - lastAnswer);
      if (hostOf(url).stalls > 0) return Math.max(shortPatience.least, Math.min(shortPatience.sameHost, left));
      return stalls < stallsBeforeHurry ? patience : shortPatience.others;
    },
    deadReason: (url) => hostOf(url).deadReason,
    notFoundIsFinal: (url) => hostOf(url).notFound >= lastChance.notFound,
    retryIsVain: (url) => hostOf(url).retries >= lastChance.retries,
    answered(url) {
      lastAnswer = clock();
      Object.assign(hostOf(url), { connections: 0, deadReason: null });
    },
    notConnected(url, reason) {
      const host = hostOf(url);
      host.connections += 1;
      if (host.connections >= lastChance.connections) host.deadReason = reason;
    },
    stalled(url) {
      stalls += 1;
      hostOf(url).stalls += 1;
    },
    notFound(url) {
      hostOf(url).notFound += 1;
    },
    retried(url, helped) {
      const host = hostOf(url);
      host.retries = helped ? 0 : host.retries + 1;
    },
  };
}
