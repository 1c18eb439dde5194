// Addresses of the library's files as the window loads them.

import { libraryAddress } from '../../preload/contract/addresses.ts';

/**
 * The address of a file in the library, from the window's own origin: the page and its articles always share one,
 * whatever stands in for the app's scheme.
 */
export function libraryFile(path: string): string {
  return new URL(libraryAddress(path)).pathname;
}

/** The host of an address without `www.`, or the address where it has none. */
export function hostOf(url: string): string {
  if (!URL.canParse(url)) return url;
  return new URL(url).host.replace(/^www\./, '') || url;
}
