// Reads the form in which systems and proxy scripts name proxies: `PROXY host:port; SOCKS5 host:port; DIRECT`.

const schemes: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks5',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/** The URL of the first choice, or null where that is to connect directly. */
export function firstProxy(list: string): string | null {
  const [kind = '', address] = list.split(';')[0]?.trim().split(/\s+/) ?? [];
  const scheme = schemes[kind.toUpperCase()];
  return scheme === undefined || address === undefined ? null : `${scheme}://${address}`;
}
