// What goes over the network while a page is drawn: what is still under way, and the bodies of what it shows, which are
// written to disk as they come and not kept in memory.

import type { DevToolsObject, DevToolsSession } from '../devtools-connection.ts';
import type { CopyFolder } from './copy-folder.ts';
import type { DrawLimits } from './draw-limits.ts';

interface RequestWillBeSent {
  readonly requestId: string;
  readonly type?: string;
  readonly request: { readonly url: string };
  readonly redirectResponse?: object;
}

interface ResponseReceived {
  readonly requestId: string;
  readonly type: string;
  readonly response: { readonly url: string; readonly status: number; readonly mimeType: string; readonly headers: Readonly<Record<string, string>> };
}

interface Exchange {
  /** Every address on the way, redirects included. */
  readonly urls: string[];
  readonly type: string;
  response: ResponseReceived['response'] | null;
}

export interface Traffic {
  /** Listens to a page's or a frame's session, whose Network domain is switched on here. */
  follow(session: DevToolsSession): Promise<void>;
  /** Requests that the page's looks wait for, under way now. */
  readonly underWay: () => number;
  /** Milliseconds since anything came or was asked for. */
  readonly quietMs: () => number;
  /** Settles when all bodies seen so far are on disk. */
  readonly written: () => Promise<void>;
}

/** These go on for as long as they like. */
const endless = /^(WebSocket|EventSource|Ping|Prefetch|CSPViolationReport|Media|TextTrack)$/;
const kept = /^(Image|Stylesheet|Font)$/;
const keptTypes = /^(image|font)\/|^text\/css/;

export function watchTraffic(copies: CopyFolder, limits: DrawLimits): Traffic {
  const underWay = new Set<object>();
  const writing = new Set<Promise<void>>();
  let movedAt = performance.now();
  let bytes = 0;

  async function follow(session: DevToolsSession): Promise<void> {
    const exchanges = new Map<string, Exchange>();
    const moved = (): void => void (movedAt = performance.now());
    session.on('Network.requestWillBeSent', (params) => {
      const { requestId, type = 'Other', request } = params as unknown as RequestWillBeSent;
      if (!/^https?:/.test(request.url)) return;
      const known = exchanges.get(requestId);
      if (known !== undefined) return void known.urls.push(request.url);
      const exchange: Exchange = { urls: [request.url], type, response: null };
      exchanges.set(requestId, exchange);
      if (endless.test(type)) return;
      underWay.add(exchange);
      moved();
    });
    session.on('Network.responseReceived', (params) => {
      const { requestId, response } = params as unknown as ResponseReceived;
      const exchange = exchanges.get(requestId);
      if (exchange === undefined) return;
      exchange.response = response;
      // A stream of events, asked for as plain data.
      if (response.mimeType === 'text/event-stream') underWay.delete(exchange);
      moved();
    });
    session.on('Network.dataReceived', moved);
    const ended = (params: DevToolsObject): Exchange | null => {
      const requestId = params['requestId'] as string;
      const exchange = exchanges.get(requestId) ?? null;
      exchanges.delete(requestId);
      if (exchange !== null) underWay.delete(exchange);
      moved();
      return exchange;
    };
    session.on('Network.loadingFailed', ended);
    session.on('Network.loadingFinished', (params) => {
      const exchange = ended(params);
      if (exchange === null || !isKept(exchange)) return;
      const work = keep(session, params['requestId'] as string, exchange);
      writing.add(work);
      void work.finally(() => writing.delete(work));
    });
    // Pictures come from the network also where a worker of the page would answer for them.
    await Promise.all([
      session.send('Network.enable', { maxTotalBufferSize: limits.copiesBytes, maxResourceBufferSize: limits.copyBytes }),
      session.send('Network.setBypassServiceWorker', { bypass: true }),
    ]);
  }

  async function keep(session: DevToolsSession, requestId: string, { urls, response }: Exchange): Promise<void> {
    if (response === null || bytes > limits.copiesBytes) return;
    try {
      const { body, base64Encoded } = await session.send<{ body: string; base64Encoded: boolean }>('Network.getResponseBody', { requestId });
      const content = Buffer.from(body, base64Encoded ? 'base64' : 'utf8');
      if (content.byteLength === 0 || bytes + content.byteLength > limits.copiesBytes) return;
      bytes += content.byteLength;
      const { status, mimeType } = response;
      await copies.put(urls, { finalUrl: urls.at(-1) ?? response.url, status, type: mimeType }, content);
    } catch {
      // Too large for Chromium's memory, or gone with its frame: the engine asks for it by itself.
    }
  }

  return {
    follow,
    underWay: () => underWay.size,
    quietMs: () => performance.now() - movedAt,
    written: async () => {
      while (writing.size > 0) await Promise.all(writing);
    },
  };
}

function isKept({ type, response }: Exchange): boolean {
  return response !== null && response.status === 200 && (kept.test(type) || keptTypes.test(response.mimeType));
}
