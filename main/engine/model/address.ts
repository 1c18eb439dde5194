// Rules about web addresses: making them absolute, and telling whether two name the same article.

import { isTracking } from './tracking-parameters.ts';

/** Stands for the folder of a page that is a file, so that no path of a disk gets into the library. */
export const localOrigin = 'file:///import/';

/** An absolute address, or null for what is none (also `javascript:` and the like when only the web will do). */
export function absolute(link: string, base: string | null): string | null {
  try {
    return new URL(link.trim(), base ?? undefined).toString();
  } catch {
    return null;
  }
}

export function isWeb(address: string): boolean {
  return /^https?:\/\//i.test(address);
}

/** Addresses that a page may load a resource from: the web, its own data, or files beside a page that is a file. */
export function isLoadable(address: string): boolean {
  return /^(https?|data|file):/i.test(address);
}

/**
 * What an address is compared by: no fragment but one that a script draws the page by, no tracking parameters, no `www.`, no
 * last slash, the scheme aside, parameters sorted. Null for what is not on the web.
 */
export function comparable(address: string): string | null {
  if (!isWeb(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const parameters = [...url.searchParams].filter(([name, value]) => !isTracking(name, value));
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  const path = url.pathname.replace(/\/+$/, '').replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  const drawn = /^#(!|\/)./.test(url.hash) ? url.hash : '';
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}${drawn}`;
}
