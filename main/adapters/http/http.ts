// The web behind the engine's HttpPort: got, with bounds on every wait and every size. Which Referer to try next and
// what a status means is the engine's to say.

import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import got, { type Options, type Request } from 'got';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpAnswer, HttpPort, HttpRequest } from '../../engine/model/ports.ts';
import { createAgentPool, isProxyAddress, type AgentPool } from './agents.ts';
import { httpFailure } from './http-failure.ts';
import { cookiesFor, newJar, type Jar, type Network } from './jar.ts';
import { httpLimits, waitsFor, type HttpLimits } from './limits.ts';
import { isPrivateAddress, literalAddress, PrivateAddressError, publicLookup, refusePrivateSockets, type AddressJudge } from './private-network.ts';
import { createLargePlaces, readBody, type LargePlaces } from './read-body.ts';
import { requestHeaders } from './request-headers.ts';

export interface HttpOptions {
  readonly proxyFor: (url: string) => Promise<string | null>;
  readonly limits?: HttpLimits;
  /** How names become addresses: the system's way by default. */
  readonly lookup?: LookupFunction;
  /** Which addresses are of one's own network: by default as private-network.ts says. */
  readonly isPrivate?: AddressJudge;
}

interface Web {
  readonly proxyFor: HttpOptions['proxyFor'];
  readonly limits: HttpLimits;
  readonly lookup: LookupFunction;
  readonly isPrivate: AddressJudge;
  readonly pool: AgentPool;
  readonly places: LargePlaces;
}

export function createHttp(options: HttpOptions): HttpPort & { close(): void } {
  const { proxyFor, limits = httpLimits, lookup = systemLookup, isPrivate = isPrivateAddress } = options;
  const web: Web = { proxyFor, limits, lookup, isPrivate, pool: createAgentPool(), places: createLargePlaces(limits.largeAtOnce) };
  return {
    newJar,
    get: (request) => get(request, web),
    proxyFor,
    close: () => web.pool.close(),
  };
}

async function get(request: HttpRequest, web: Web): Promise<Result<HttpAnswer>> {
  if (request.signal.aborted) return fail('cancelled', request.url);
  if (!/^https?:\/\//i.test(request.url)) return fail('bad-input', request.url, 'only http and https addresses are fetched');
  try {
    const proxy = await web.proxyFor(request.url);
    if (proxy !== null && !isProxyAddress(proxy)) return fail('bad-input', proxy, 'not the address of a proxy');
    const jar = request.jar as Jar;
    if (request.want !== 'page') jar.network ??= await networkOfNamed(request.page ?? null, web);
    const stream = openStream(request, web, proxy);
    const body = await readBody(stream, request, web.limits, web.places);
    if (request.want === 'page') noteNetwork(jar, stream.ip, new URL(request.url), proxy, web);
    return body.ok ? answerOf(stream, request, body.value) : body;
  } catch (error) {
    if (request.signal.aborted) return fail('cancelled', request.url);
    return httpFailure(error, request.url);
  }
}

function openStream(request: HttpRequest, web: Web, firstProxy: string | null): Request {
  const jar = request.jar as Jar;
  const { idle: _idle, headers, ...waits } = waitsFor(request, web.limits);
  let proxy = firstProxy;
  /** The way to an address, refused where it leads into one's own network from a public page. */
  function way(url: URL): Pick<Options, 'agent' | 'dnsLookup'> {
    const agent = web.pool.agentsFor(proxy);
    if (jar.network !== 'public') return { agent, dnsLookup: web.lookup };
    const literal = literalAddress(url);
    if (literal !== null && web.isPrivate(literal)) throw new PrivateAddressError(literal);
    // A proxy is on one's own network often enough; whom it connects to is its own affair.
    return { agent, dnsLookup: proxy === null ? publicLookup(web.lookup, web.isPrivate) : web.lookup };
  }
  const stream = got.stream(request.url, {
    ...way(new URL(request.url)),
    headers: requestHeaders(request),
    cookieJar: cookiesFor(request),
    // A cookie for another domain is dropped, as browsers do; it is no reason to fail.
    ignoreInvalidCookies: true,
    timeout: { ...waits, response: headers },
    retry: { limit: 0 },
    throwHttpErrors: false,
    maxRedirects: web.limits.redirects,
    strictContentLength: true,
    signal: request.signal,
    hooks: {
      beforeRedirect: [
        async (updated, answer) => {
          const next = new URL(updated.url ?? '');
          if (request.want === 'page') noteNetwork(jar, answer.ip, new URL(request.url), proxy, web);
          // A redirect may lead to a host that is reached another way.
          proxy = await web.proxyFor(next.toString());
          Object.assign(updated, way(next));
        },
      ],
    },
  });
  stream.on('request', (sent) => {
    if (jar.network === 'public' && proxy === null) refusePrivateSockets(sent, web.isPrivate);
  });
  return stream;
}

/** A page's network is that of the address which first answered for it; through a proxy only a spelled-out address tells. */
function noteNetwork(jar: Jar, connectedTo: string | undefined, asked: URL, proxy: string | null, web: Web): void {
  const address = proxy === null ? connectedTo : literalAddress(asked);
  jar.network ??= typeof address === 'string' && web.isPrivate(address) ? 'own' : 'public';
}

/** Of a page that was not fetched but came as a file, by where it says that it is from. */
async function networkOfNamed(page: string | null, web: Web): Promise<Network> {
  if (page === null || !/^https?:/i.test(page) || !URL.canParse(page)) return 'public';
  const url = new URL(page);
  const literal = literalAddress(url);
  const addresses = literal === null ? await resolved(url.hostname, web.lookup) : [literal];
  return addresses.length > 0 && addresses.every((address) => web.isPrivate(address)) ? 'own' : 'public';
}

function resolved(hostname: string, lookup: LookupFunction): Promise<string[]> {
  return new Promise((resolve) => {
    lookup(hostname, { all: true }, (error, found) => {
      if (error !== null) resolve([]);
      else resolve(typeof found === 'string' ? [found] : found.map(({ address }) => address));
    });
  });
}

function answerOf(stream: Request, request: HttpRequest, bytes: Uint8Array): Result<HttpAnswer> {
  const response = stream.response;
  if (response === undefined) return fail('offline', request.url, 'no answer');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return ok({ url: request.url, finalUrl: response.url, status: response.statusCode, headers, bytes });
}
