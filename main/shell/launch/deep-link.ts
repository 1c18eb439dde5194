// Reads `offprint://save?url=…`. A deep link comes from any web page, so it only ever proposes: the window asks.

import { deepLinkScheme } from '../../../preload/contract/addresses.ts';

/** Characters; browsers stop far earlier. */
const longest = 8_192;

/** The web address that a deep link proposes to save, or null for anything that is not exactly such a link. */
export function addressToSave(link: string): string | null {
  if (link.length > longest) return null;
  const parsed = URL.parse(link);
  if (parsed === null || parsed.protocol !== `${deepLinkScheme}:` || parsed.host !== 'save') return null;
  if (parsed.pathname !== '' && parsed.pathname !== '/') return null;
  const [parameter, ...others] = [...parsed.searchParams];
  if (parameter === undefined || others.length > 0 || parameter[0] !== 'url') return null;
  return plainWebAddress(parameter[1]);
}

function plainWebAddress(text: string): string | null {
  const address = URL.parse(text);
  if (address === null || (address.protocol !== 'http:' && address.protocol !== 'https:')) return null;
  return address.username === '' && address.password === '' ? address.href : null;
}
