// What one capture remembers between its requests: its cookies, on which network its page is, and what it has cost so far.

import { CookieJar as ToughJar, getPublicSuffix, type Cookie } from 'tough-cookie';
import type { CookieJar, HttpRequest } from '../../engine/model/ports.ts';
import { createCaptureBudget, type CaptureBudget } from './capture-budget.ts';
import type { HttpLimits } from './limits.ts';

/** Where the page itself is: it may show what is there or further away, nothing that is nearer. */
export type Network = 'machine' | 'own' | 'public';

export interface Jar extends CookieJar {
  readonly tough: ToughJar;
  /** Of the page, by its first address; null before that has answered. */
  network: Network | null;
  readonly budget: CaptureBudget;
}

/** The page's time runs from now on. */
export function newJar(limits: HttpLimits): Jar {
  const tough = new ToughJar(undefined, { looseMode: true });
  return {
    kind: 'cookies',
    tough,
    network: null,
    budget: createCaptureBudget(limits),
    async withholds(url, page) {
      return !isSameSite(url, page) && (await tough.getCookies(url)).some((cookie) => !goesToOtherSites(cookie));
    },
  };
}

/** The jar as one request may see it: all answers' cookies are kept, and those are sent that a browser would send. */
export function cookiesFor(request: HttpRequest): { getCookieString(url: string): Promise<string>; setCookie(cookie: string, url: string): Promise<unknown> } {
  const { tough } = request.jar as Jar;
  const page = request.page ?? null;
  return {
    setCookie: (cookie, url) => tough.setCookie(cookie, url),
    async getCookieString(url) {
      const all = await tough.getCookies(url);
      const isOpen = request.want === 'page' || request.cookies === 'all' || isSameSite(url, page);
      const sent = isOpen ? all : all.filter(goesToOtherSites);
      return sent.map((cookie) => cookie.cookieString()).join('; ');
    },
  };
}

/** As browsers do: a cookie that does not say `SameSite=None` stays on its own site (RFC 6265bis, section 5.6.7.1). */
function goesToOtherSites(cookie: Cookie): boolean {
  return cookie.sameSite === 'none' && cookie.secure;
}

function isSameSite(url: string, page: string | null): boolean {
  return page !== null && siteOf(url) === siteOf(page);
}

function siteOf(address: string): string {
  const { hostname } = new URL(address);
  return getPublicSuffix(hostname, { allowSpecialUseDomain: true, ignoreError: true }) ?? hostname;
}
