// One request and its answer, redirects not followed. Where a redirect leads, and whether it may, is follow.ts's to say.

import { setTimeout as wait } from 'node:timers/promises';
import { finished } from 'node:stream/promises';
import got, { RequestError, type Request, type Response } from 'got';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HttpAnswer, HttpRequest } from '../../engine/model/ports.ts';
import { isHttp2Failure } from './http-failure.ts';
import { cookiesFor, type Jar } from './jar.ts';
import type { LargePlaces } from './large-places.ts';
import { waitsFor, type HttpLimits } from './limits.ts';
import { readBody } from './read-body.ts';
import { requestHeaders } from './request-headers.ts';
import { watchClock } from './watch.ts';
import type { Ways } from './ways.ts';

export interface HopTools {
  readonly limits: HttpLimits;
  readonly ways: Ways;
  readonly places: LargePlaces;
}

export interface Hop {
  /** Without its body where it leads on. */
  readonly answer: HttpAnswer;
  /** Where a redirect leads, as the site wrote it; null for an answer. */
  readonly location: string | null;
  readonly connectedTo: string | undefined;
}

/** Small bodies of redirects are read, so that their connection can be used again: bytes, milliseconds. */
const smallBody = 16_384;
const smallBodyWait = 500;

/** As many as are kept to a host: after so many a new one is made. */
const mostStale = 6;

/**
 * The server closed a connection that was kept, just when it was used again: it has not seen the request (RFC 9112, section 9.3.1). Said of pages
 * alone: what belongs to a page is asked for in further ways after any reset, and a server that always resets must not be asked six times in each.
 */
class StaleConnection extends Error {}

/** @param wholeMs what is left of the time for the request. Throws what got fails with. */
export async function askOnce(url: URL, request: HttpRequest, proxy: string | null, wholeMs: number, tools: HopTools, stale = 0): Promise<Result<Hop>> {
  const way = tools.ways.to(url, (request.jar as Jar).network, proxy);
  try {
    return await asked(url, request, proxy, way, wholeMs, tools);
  } catch (error) {
    if (error instanceof StaleConnection) {
      if (stale >= mostStale) throw error.cause;
      return askOnce(url, request, proxy, wholeMs, tools, stale + 1);
    }
    if (!way.http2 || !isHttp2Failure(error)) throw error;
    // What a server says in HTTP/2 and gets wrong, it may get right in HTTP/1.1.
    tools.ways.avoidHttp2(url.host);
    return askOnce(url, request, proxy, wholeMs, tools);
  }
}

async function asked(url: URL, request: HttpRequest, proxy: string | null, way: ReturnType<Ways['to']>, wholeMs: number, tools: HopTools): Promise<Result<Hop>> {
  const jar = request.jar as Jar;
  const { limits, places } = tools;
  const { idle, headers, ...waits } = waitsFor(request, limits);
  const stream = got.stream(url, {
    ...way,
    headers: requestHeaders(request),
    cookieJar: cookiesFor(request),
    // A cookie for another domain is dropped, as browsers do; it is no reason to fail.
    ignoreInvalidCookies: true,
    timeout: { ...waits, response: headers },
    retry: { limit: 0 },
    throwHttpErrors: false,
    followRedirect: false,
    strictContentLength: true,
    // unpack.ts does it.
    decompress: false,
    maxHeaderSize: limits.head,
    signal: request.signal,
  });
  let isKept = false;
  stream.on('request', (sent) => {
    isKept = 'reusedSocket' in sent && sent.reusedSocket;
    tools.ways.guard(sent, jar.network, proxy);
  });
  let hasAnswered = false;
  const pageMs = jar.budget.msLeft();
  const wholeReason = pageMs < wholeMs ? `more than ${limits.capture.ms / 1000} s for one page` : `not whole after ${limits.whole / 1000} s`;
  const watch = watchClock(stream, { idle, whole: Math.min(pageMs, wholeMs), wholeReason });
  try {
    const response = await headOf(stream);
    hasAnswered = true;
    watch.moved();
    const location = redirectOf(response);
    if (location !== null) await dropBody(stream, response);
    const body = location === null ? await readBody(stream, response, { request, limits, budget: jar.budget, places, watch }) : ok(new Uint8Array());
    const late = watch.late();
    if (late !== null) return fail('timed-out', request.url, late);
    return body.ok ? ok({ answer: answerOf(url, response, request, body.value), location, connectedTo: stream.ip }) : body;
  } catch (error) {
    const late = watch.late();
    if (late === null && request.want === 'page' && isKept && !hasAnswered && isClosed(error)) throw new StaleConnection('', { cause: error });
    if (late === null) throw error;
    return fail('timed-out', request.url, late);
  } finally {
    watch.stop();
    stream.destroy();
  }
}

function headOf(stream: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    stream.once('response', resolve);
    // Stays: what fails later is told by whoever reads the stream.
    stream.on('error', reject);
    stream.once('close', () => reject(new Error('the stream was closed before an answer')));
  });
}

function isClosed(error: unknown): boolean {
  return error instanceof RequestError && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

function redirectOf({ statusCode, headers }: Response): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined ? headers.location : null;
}

async function dropBody(stream: Request, { headers }: Response): Promise<void> {
  if (Number(headers['content-length'] ?? Infinity) > smallBody) return;
  const done = new AbortController();
  // Whatever comes of it, the redirect stands.
  await Promise.race([finished(stream.resume()), wait(smallBodyWait, undefined, { signal: done.signal })]).catch(() => undefined);
  done.abort();
}

function answerOf(url: URL, response: Response, request: HttpRequest, bytes: Uint8Array): HttpAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { url: request.url, finalUrl: url.toString(), status: response.statusCode, headers, bytes };
}
