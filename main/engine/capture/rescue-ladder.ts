// How a resource may be asked for, rung by rung, until one gives the real thing: with which Referer, and whether with
// cookies. The rung that helped is remembered for its host, and tried first there.

export type RungName =
  | 'as-asked' | 'no-referer' | 'article-referer' | 'own-referer' | 'with-cookies'
  // No other way of asking, but another place to have it from (fetch-resource.ts).
  | 'browser-copy' | 'other-size' | 'wayback';

export interface Rung {
  readonly name: RungName;
  readonly referer: string | null;
  readonly cookies: 'as-browser' | 'all';
}

export interface LadderRequest {
  readonly url: string;
  /** The page that shows it, or null for a file that does not say where it is from. */
  readonly pageUrl: string | null;
  readonly referrerPolicy: string | null;
}

export interface Ladder {
  /**
   * The rungs for a resource, the most hopeful first; each Referer once.
   * @param withheld whether there are cookies that a browser would not send: without any, that rung is no other than the first.
   */
  rungsFor(request: LadderRequest, withheld: boolean): readonly Rung[];
  /** Remembers which rung gave a real answer. */
  helped(url: string, rung: RungName): void;
}

/** Hosts that are remembered; those that were of use longest ago are forgotten first. */
const hostsRemembered = 1_000;

export function createLadder(): Ladder {
  const byHost = new Map<string, RungName>();
  return {
    rungsFor(request, withheld) {
      const url = new URL(request.url);
      const best = byHost.get(url.host);
      const asked = refererByPolicy(request);
      const rungs: Rung[] = [
        { name: 'as-asked', referer: asked, cookies: 'as-browser' },
        { name: 'no-referer', referer: null, cookies: 'as-browser' },
        { name: 'article-referer', referer: request.pageUrl === null ? null : withoutFragment(request.pageUrl), cookies: 'as-browser' },
        { name: 'own-referer', referer: `${url.origin}/`, cookies: 'as-browser' },
        ...(withheld ? [{ name: 'with-cookies', referer: asked, cookies: 'all' } as const] : []),
      ];
      const ordered = rungs.toSorted((a, b) => Number(b.name === best) - Number(a.name === best));
      return ordered.filter((rung, index) => ordered.findIndex((other) => other.referer === rung.referer && other.cookies === rung.cookies) === index);
    },
    helped(url, rung) {
      const { host } = new URL(url);
      byHost.delete(host);
      byHost.set(host, rung);
      const [oldest] = byHost.keys();
      if (byHost.size > hostsRemembered && oldest !== undefined) byHost.delete(oldest);
    },
  };
}

/** The Referer that a browser would send: https://www.w3.org/TR/referrer-policy/#determine-requests-referrer */
export function refererByPolicy(request: LadderRequest): string | null {
  const { pageUrl } = request;
  if (pageUrl === null || !/^https?:/i.test(pageUrl)) return null;
  const page = new URL(pageUrl);
  const target = new URL(request.url);
  const sameOrigin = page.origin === target.origin;
  const downgrade = page.protocol === 'https:' && target.protocol === 'http:';
  const full = withoutFragment(pageUrl);
  const origin = `${page.origin}/`;
  switch (request.referrerPolicy) {
    case 'no-referrer':
      return null;
    case 'no-referrer-when-downgrade':
      return downgrade ? null : full;
    case 'origin':
      return origin;
    case 'origin-when-cross-origin':
      return sameOrigin ? full : origin;
    case 'same-origin':
      return sameOrigin ? full : null;
    case 'strict-origin':
      return downgrade ? null : origin;
    case 'unsafe-url':
      return full;
    default:
      // strict-origin-when-cross-origin, and any word that is not known.
      if (sameOrigin) return full;
      return downgrade ? null : origin;
  }
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.toString();
}
