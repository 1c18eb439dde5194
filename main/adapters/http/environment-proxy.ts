// Which proxy the environment names for an address: HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, in either case.

import { getProxyForUrl } from 'proxy-from-env';

/** The proxy's URL, or null to connect directly. */
export async function environmentProxy(url: string): Promise<string | null> {
  const proxy = getProxyForUrl(url);
  return proxy === '' ? null : proxy;
}
