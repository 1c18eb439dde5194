// The web behind the engine's HttpPort: got, with bounds on every wait and every size. Which Referer to try next and
// what a status means is the engine's to say.

import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { fail, type Result } from '../../../preload/contract/result.ts';
import type { HttpAnswer, HttpPort, HttpRequest } from '../../engine/model/ports.ts';
import { follow, type FollowTools } from './follow.ts';
import { createHostTurns } from './host-turns.ts';
import { httpFailure } from './http-failure.ts';
import { newJar, type Jar } from './jar.ts';
import { createLargePlaces } from './large-places.ts';
import { createLater } from './later.ts';
import { httpLimits, type HttpLimits } from './limits.ts';
import { isPrivateAddress, isThisMachine as isOfThisMachine, type AddressJudge } from './private-network.ts';
import { createWays } from './ways.ts';

export interface HttpOptions {
  readonly proxyFor: (url: string) => Promise<string | null>;
  readonly limits?: HttpLimits;
  /** How names become addresses: the system's way by default. */
  readonly lookup?: LookupFunction;
  /** Which addresses are of one's own network, and of this machine: by default as private-network.ts says. */
  readonly isPrivate?: AddressJudge;
  readonly isThisMachine?: AddressJudge;
}

export function createHttp(options: HttpOptions): HttpPort & { close(): void } {
  const { proxyFor, limits = httpLimits, lookup = systemLookup, isPrivate = isPrivateAddress, isThisMachine = isOfThisMachine } = options;
  const tools: FollowTools = {
    proxyFor,
    limits,
    ways: createWays({ lookup, isPrivate, isThisMachine }),
    places: createLargePlaces(limits.largeAtOnce),
    turns: createHostTurns(limits.perHost),
    later: createLater(limits.later.page),
  };
  return {
    newJar: () => newJar(limits),
    get: (request) => get(request, tools),
    proxyFor,
    close: () => tools.ways.close(),
  };
}

async function get(request: HttpRequest, tools: FollowTools): Promise<Result<HttpAnswer>> {
  if (request.signal.aborted) return fail('cancelled', request.url);
  if (!/^https?:\/\//i.test(request.url) || !URL.canParse(request.url)) return fail('bad-input', request.url, 'only http and https addresses are fetched');
  try {
    const jar = request.jar as Jar;
    if (request.want !== 'page') jar.network ??= await tools.ways.networkOfNamed(request.page ?? null);
    return await follow(request, tools);
  } catch (error) {
    if (request.signal.aborted) return fail('cancelled', request.url);
    return httpFailure(error, request.url);
  }
}
