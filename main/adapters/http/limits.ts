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
  /** What a page shows: one of many, so that it is waited for less than the page. */
  readonly resource: Waits;
  /** Milliseconds for one request with all its redirects, from first to last. */
  readonly whole: number;
  readonly redirects: number;
  /** Decoded bytes. */
  readonly bytes: Readonly<Record<Want, number>>;
  /** Decoded bytes from which a body counts as large: few of those are held in memory at once. */
  readonly largeFrom: number;
  readonly largeAtOnce: number;
}

export const httpLimits: HttpLimits = {
  page: { lookup: 10_000, connect: 15_000, secureConnect: 15_000, headers: 30_000, idle: 20_000 },
  resource: { lookup: 10_000, connect: 10_000, secureConnect: 10_000, headers: 10_000, idle: 10_000 },
  whole: 120_000,
  redirects: 20,
  bytes: { page: 50_000_000, image: 100_000_000, style: 20_000_000, font: 50_000_000, media: 50_000_000 },
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
