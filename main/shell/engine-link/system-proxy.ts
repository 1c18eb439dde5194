// The system's proxy settings, as Electron reads them, in the form that the engine's requests take.

import { session } from 'electron';

/** A session without the dead proxy of all others: it is only asked, and loads nothing. */
const partition = 'proxy-lookup';

/** The proxy's URL for an address, or null to connect directly. */
export async function systemProxy(url: string): Promise<string | null> {
  return firstProxy(await session.fromPartition(partition).resolveProxy(url));
}

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/** Reads the answer of a proxy script (`PROXY host:port; SOCKS5 host:port; DIRECT`): its first choice counts. */
export function firstProxy(list: string): string | null {
  const [kind = '', address] = list.split(';')[0]?.trim().split(/\s+/) ?? [];
  const scheme = schemes[kind.toUpperCase()];
  return scheme === undefined || address === undefined ? null : `${scheme}://${address}`;
}
