// Rules about web addresses: making them absolute, and telling whether two name the same article.

/** Parameters that say how a reader came to a page, never which page it is. */
const trackingParameter =
  /^(utm_.*|fbclid|gclid|dclid|yclid|msclkid|mc_[ce]id|igshid|spm|scm|from|isappinstalled|share_.*|_hs(enc|mi)|vero_id|ref|ref_src|cmpid|source_id|chksm|scene|sharer_.*)$/i;

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
 * What an address is compared by: no fragment, no tracking parameters, no `www.`, no last slash, the scheme aside,
 * parameters sorted. Null for what is not on the web.
 */
export function comparable(address: string): string | null {
  if (!isWeb(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const parameters = [...url.searchParams].filter(([name]) => !trackingParameter.test(name));
  parameters.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const query = new URLSearchParams(parameters).toString();
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}
