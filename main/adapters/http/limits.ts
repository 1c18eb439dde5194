// The bounds on every wait and every size of a request. Tests give smaller ones; nothing else does.

import type { HttpRequest } from '../../engine/model/ports.ts';

type Want = HttpRequest['want'];

/** Milliseconds. */
export interface Waits {
  readonly lookup: number;
  readonly connect: number;
  readonly secureConnect: number;
  /** From the request's last byte to the answer's head. */
  readonly headers: number;
  /** Between two pieces of a body. */
  readonly idle: number;
}

export interface HttpLimits {
  readonly page: Waits;
  /** What a page shows: one of many, so that a host that cannot be reached is waited for less. */
  readonly resource: Waits;
  /** Milliseconds for one request with all its redirects, from first to last; not those of waiting for its turn. */
  readonly whole: number;
  readonly redirects: number;
  /** Bytes of an answer's head. */
  readonly head: number;
  /** Decoded bytes. */
  readonly bytes: Readonly<Record<Want, number>>;
  /** One page with all that it shows: milliseconds, decoded bytes. */
  readonly capture: { readonly ms: number; readonly bytes: number };
  /** Requests at once to one host, over all captures of the process. */
  readonly perHost: number;
  /** A site that asks to come back later (Retry-After): up to how many milliseconds that is waited for, and how often for one request. */
  readonly later: { readonly page: number; readonly resource: number; readonly times: number };
  /** Decoded bytes from which a body counts as large: few of those are held in memory at once. */
  readonly largeFrom: number;
  readonly largeAtOnce: number;
}

export const httpLimits: HttpLimits = {
  page: { lookup: 10_000, connect: 15_000, secureConnect: 15_000, headers: 30_000, idle: 20_000 },
  resource: { lookup: 10_000, connect: 10_000, secureConnect: 10_000, headers: 30_000, idle: 20_000 },
  whole: 120_000,
  redirects: 20,
  head: 256 * 1024,
  bytes: { page: 50_000_000, image: 100_000_000, style: 20_000_000, font: 50_000_000, media: 100_000_000 },
  capture: { ms: 300_000, bytes: 500_000_000 },
  perHost: 6,
  later: { page: 600_000, resource: 30_000, times: 3 },
  largeFrom: 16_000_000,
  largeAtOnce: 2,
};

export function waitsFor(request: HttpRequest, limits: HttpLimits): Waits {
  const usual = request.want === 'page' ? limits.page : limits.resource;
  const { patienceMs = Infinity } = request;
  return { ...usual, headers: Math.min(usual.headers, patienceMs), idle: Math.min(usual.idle, patienceMs) };
}

/** Decoded bytes. */
export function largestOf(request: HttpRequest, limits: HttpLimits): number {
  return Math.min(limits.bytes[request.want], request.maxBytes ?? Infinity);
}
