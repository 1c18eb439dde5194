// The web behind the engine's HttpPort: got, with bounds on every wait and every size. Which Referer to try next and
// what a status means is the engine's to say.

import got, { type Request } from 'got';
import { CookieJar as ToughJar } from 'tough-cookie';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { CookieJar, HttpAnswer, HttpPort, HttpRequest } from '../../engine/model/ports.ts';
import { createAgentPool, isProxyAddress, type AgentPool } from './agents.ts';
import { httpFailure } from './http-failure.ts';
import { requestHeaders } from './request-headers.ts';

/** Milliseconds. */
const limits = { lookup: 10_000, connect: 15_000, secureConnect: 15_000, response: 30_000, request: 120_000, idle: 20_000 };
/** Decoded bytes. */
const sizeLimits: Readonly<Record<HttpRequest['want'], number>> = {
  page: 50_000_000,
  image: 100_000_000,
  style: 20_000_000,
  font: 50_000_000,
  media: 50_000_000,
};
const redirectLimit = 20;

export interface HttpOptions {
  readonly proxyFor: (url: string) => Promise<string | null>;
}

interface Jar extends CookieJar {
  readonly tough: ToughJar;
}

export function createHttp(options: HttpOptions): HttpPort & { close(): void } {
  const pool = createAgentPool();
  return {
    newJar: () => ({ kind: 'cookies', tough: new ToughJar(undefined, { looseMode: true }) }) as Jar,
    get: (request) => get(request, options, pool),
    proxyFor: options.proxyFor,
    close: () => pool.close(),
  };
}

async function get(request: HttpRequest, options: HttpOptions, pool: AgentPool): Promise<Result<HttpAnswer>> {
  if (request.signal.aborted) return fail('cancelled', request.url);
  if (!/^https?:\/\//i.test(request.url)) return fail('bad-input', request.url, 'only http and https addresses are fetched');
  try {
    const proxy = await options.proxyFor(request.url);
    if (proxy !== null && !isProxyAddress(proxy)) return fail('bad-input', proxy, 'not the address of a proxy');
    const stream = openStream(request, options, pool, proxy);
    return await readAnswer(stream, request);
  } catch (error) {
    if (request.signal.aborted) return fail('cancelled', request.url);
    return httpFailure(error, request.url);
  }
}

function openStream(request: HttpRequest, options: HttpOptions, pool: AgentPool, proxy: string | null): Request {
  return got.stream(request.url, {
    headers: requestHeaders(request),
    cookieJar: (request.jar as Jar).tough,
    // A cookie for another domain is dropped, as browsers do; it is no reason to fail.
    ignoreInvalidCookies: true,
    agent: pool.agentsFor(proxy),
    timeout: limitsForGot(),
    retry: { limit: 0 },
    throwHttpErrors: false,
    maxRedirects: redirectLimit,
    strictContentLength: true,
    signal: request.signal,
    hooks: {
      beforeRedirect: [
        // A redirect may lead to a host that is reached another way.
        async (updated) => {
          const next = updated.url?.toString();
          if (next !== undefined) updated.agent = pool.agentsFor(await options.proxyFor(next));
        },
      ],
    },
  });
}

function limitsForGot(): Record<'lookup' | 'connect' | 'secureConnect' | 'response' | 'request', number> {
  const { idle: _ours, ...gots } = limits;
  return gots;
}

async function readAnswer(stream: Request, request: HttpRequest): Promise<Result<HttpAnswer>> {
  const limit = sizeLimits[request.want];
  const stall = watchForStall(stream);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      stall.moved();
      size += chunk.byteLength;
      if (size > limit) return fail('too-large', request.url, `more than ${Math.round(limit / 1e6)} MB`);
      chunks.push(chunk);
    }
  } catch (error) {
    if (!stall.happened()) throw error;
  } finally {
    stall.stop();
    stream.destroy();
  }
  if (stall.happened()) return fail('timed-out', request.url, `nothing came for ${limits.idle / 1000} s`);
  return answerOf(stream, request, Buffer.concat(chunks));
}

/** got's own timers watch the headers; this one ends a body that stands still. */
function watchForStall(stream: Request): { moved(): void; stop(): void; happened(): boolean } {
  let stalled = false;
  let timer: NodeJS.Timeout | null = null;
  stream.once('response', () => {
    timer = setTimeout(() => {
      stalled = true;
      stream.destroy();
    }, limits.idle);
  });
  return {
    moved: () => timer?.refresh(),
    stop: () => {
      if (timer !== null) clearTimeout(timer);
    },
    happened: () => stalled,
  };
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
