// A request to its last answer: its turn at each host, the waits that a site asks for, and each redirect, which is judged
// before it is followed.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpAnswer, HttpRequest } from '../../engine/model/ports.ts';
import { isProxyAddress } from './agents.ts';
import { askOnce, type Hop, type HopTools } from './hop.ts';
import type { HostTurns } from './host-turns.ts';
import type { Jar } from './jar.ts';
import { retryAfter, waitOut, type Later } from './later.ts';
import { furthest } from './ways.ts';

export interface FollowTools extends HopTools {
  readonly proxyFor: (url: string) => Promise<string | null>;
  readonly turns: HostTurns;
  readonly later: Later;
}

/** What one request has cost so far, in milliseconds. */
interface Trip {
  /** With the servers. */
  spent: number;
  /** Because they asked for it. */
  waited: number;
}

/** Failures as HttpPort says. Throws what got fails with. */
export async function follow(request: HttpRequest, tools: FollowTools): Promise<Result<HttpAnswer>> {
  const trip: Trip = { spent: 0, waited: 0 };
  let url = new URL(request.url);
  for (let redirects = 0; redirects <= tools.limits.redirects; redirects += 1) {
    const hop = await patientHop(url, request, trip, tools);
    if (!hop.ok) return hop;
    const { answer, location } = hop.value;
    if (location === null) return ok(answer);
    const next = redirected(location, url, request);
    if (!next.ok) return next;
    url = next.value;
  }
  return fail('refused', request.url, 'too many redirects');
}

/** One hop, asked again after the wait that a site asks for, if that is not too long. */
async function patientHop(url: URL, request: HttpRequest, trip: Trip, tools: FollowTools): Promise<Result<Hop>> {
  const { later, limits } = tools;
  const longest = request.want === 'page' ? limits.later.page : limits.later.resource;
  for (let times = 0; ; times += 1) {
    const held = later.heldFor(url.host);
    if (held !== null && (times > limits.later.times || trip.waited + held.ms > longest)) return ok(heldAnswer(url, request, held));
    if (held !== null) await pause(held.ms, request, trip);
    const hop = await hopInTurn(url, request, trip, tools);
    if (hop === null) continue;
    if (!hop.ok) return hop;
    const { status, headers } = hop.value.answer;
    const ms = retryAfter(status, headers['retry-after']);
    if (ms === null) return hop;
    later.hold(url.host, ms, status);
    if (times >= limits.later.times || trip.waited + ms > longest) return hop;
  }
}

/** Null when the host asked to be left alone meanwhile. */
async function hopInTurn(url: URL, request: HttpRequest, trip: Trip, tools: FollowTools): Promise<Result<Hop> | null> {
  const jar = request.jar as Jar;
  const proxy = await tools.proxyFor(url.toString());
  if (proxy !== null && !isProxyAddress(proxy)) return fail('bad-input', proxy, 'not the address of a proxy');
  const leave = await tools.turns.take(url.host, request.signal);
  const startedAt = performance.now();
  try {
    if (tools.later.heldFor(url.host) !== null) return null;
    const over = jar.budget.usedUp();
    if (over !== null) return fail(over.kind, request.url, over.detail);
    const hop = await askOnce(url, request, proxy, Math.max(0, tools.limits.whole - trip.spent), tools);
    if (hop.ok && request.want === 'page') {
      const network = tools.ways.networkOf(hop.value.connectedTo, url, proxy);
      jar.network = furthest(jar.network ?? network, network);
    }
    return hop;
  } finally {
    trip.spent += performance.now() - startedAt;
    leave();
  }
}

async function pause(ms: number, request: HttpRequest, trip: Trip): Promise<void> {
  await waitOut(ms, request.signal, request.waiting);
  trip.waited += ms;
  if (request.want === 'page') (request.jar as Jar).budget.giveBack(ms);
}

/** What the host said last, without asking it again. */
function heldAnswer(url: URL, request: HttpRequest, held: { readonly ms: number; readonly status: number }): Hop {
  const headers = { 'retry-after': String(Math.ceil(held.ms / 1000)) };
  const answer = { url: request.url, finalUrl: url.toString(), status: held.status, headers, bytes: new Uint8Array() };
  return { answer, location: null, connectedTo: undefined };
}

function redirected(location: string, from: URL, request: HttpRequest): Result<URL> {
  // Node reads heads as Latin-1; addresses in them are UTF-8.
  const next = URL.parse(Buffer.from(location, 'latin1').toString(), from.href);
  if (next === null) return fail('refused', request.url, 'its redirect leads nowhere');
  if (next.protocol !== 'http:' && next.protocol !== 'https:') return fail('refused', request.url, `it leads to what is no web address (${next.protocol})`);
  if (next.hash === '') next.hash = from.hash;
  return ok(next);
}
