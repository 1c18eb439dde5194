// Pictures that stand for a refusal: a site that does not want to be quoted answers every address with the same one.

import { createHash } from 'node:crypto';
import type { FoundResource } from '../model/raw-page.ts';
import type { Sniffed } from './sniff.ts';

/** Different addresses of one host with the same bytes, from which on these are taken for a placeholder. */
const addressesAlike = 3;
/** Bytes: what is larger is no placeholder, and need not be hashed for this. */
const largest = 1_000_000;
/** CSS pixels: what is no larger, on either side, is an icon or a spacer, and many addresses may well show the same. */
const iconSide = 32;
/** Said of the address: an avatar, a badge, a smiley. */
const repeats = /avatar|gravatar|headimg|userpic|icon|logo|emoji|smil(ey|ie)|sprite|spacer|blank|pixel|badge|button|flag|star|bullet/i;
/** Parameters that only keep a cache from answering. */
const cacheBuster = /^(v|ver|version|t|ts|time|timestamp|_|r|rand|random|cb|cache)$/i;

export interface Placeholders {
  /**
   * Takes note of what an address gave, and says whether it is a placeholder, which may turn out later only.
   *
   * The rule: bytes are a placeholder of a host when at least three different addresses there gave them (cache busters aside),
   * or when they were one and gave way to a real picture before. Not icons and spacers (32 pixels or less), nor what the
   * address calls an avatar, an icon and the like, nor vectors and what a stylesheet names: those are repeated with good reason.
   */
  isOne(resource: FoundResource, bytes: Uint8Array, sniffed: Sniffed): boolean;
  /** Of what was taken for real, the addresses whose bytes have turned out to be a placeholder. */
  unmasked(): ReadonlySet<string>;
  /** Another way of asking gave a real picture where this host had given its placeholder: it is known from now on. */
  proven(url: string): void;
  /**
   * Whether such bytes are kept where every way of asking gave them: on the page's own host, which does not refuse its own
   * page and may have a picture under several names.
   */
  mayStay(url: string, pageUrl: string | null): boolean;
}

interface Alike {
  readonly addresses: Set<string>;
  readonly urls: Set<string>;
}

/** @param known `host hash` of placeholders that were proven by earlier captures; is added to. */
export function createPlaceholders(known: Set<string>): Placeholders {
  const alike = new Map<string, Alike>();
  const lastOf = new Map<string, string>();
  return {
    isOne(resource, bytes, sniffed) {
      if (!mayBeOne(resource, bytes, sniffed)) return false;
      const key = `${new URL(resource.url).host} ${createHash('sha256').update(bytes).digest('hex')}`;
      const entry = alike.get(key) ?? { addresses: new Set(), urls: new Set() };
      alike.set(key, entry);
      entry.addresses.add(withoutCacheBusters(resource.url));
      entry.urls.add(resource.url);
      const found = known.has(key) || entry.addresses.size >= addressesAlike;
      if (found) lastOf.set(resource.url, key);
      return found;
    },
    unmasked: () => new Set([...alike.values()].filter(({ addresses }) => addresses.size >= addressesAlike).flatMap(({ urls }) => [...urls])),
    proven(url) {
      const key = lastOf.get(url);
      if (key !== undefined) known.add(key);
    },
    mayStay: (url, pageUrl) => pageUrl !== null && new URL(pageUrl).hostname === new URL(url).hostname,
  };
}

function mayBeOne(resource: FoundResource, bytes: Uint8Array, { type, width, height }: Sniffed): boolean {
  if (resource.role !== 'image' || resource.specks === 'fine' || bytes.byteLength > largest || type === 'image/svg+xml') return false;
  return !isAtMost(iconSide, width, height) && !repeats.test(new URL(resource.url).pathname);
}

function isAtMost(side: number, width: number | null, height: number | null): boolean {
  return width !== null && height !== null && width <= side && height <= side;
}

function withoutCacheBusters(address: string): string {
  const url = new URL(address);
  url.search = new URLSearchParams([...url.searchParams].filter(([name]) => !cacheBuster.test(name))).toString();
  url.hash = '';
  return url.toString();
}
