// Every request of a page, before it leaves Chromium: what the app's rules refuse is failed, what its protocol handlers
// answer is answered, the rest goes on to the network (and to the session's proxy).

import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';
import { appSchemeOf, isText, toApp, toPage } from './scheme-addresses.ts';
import type { Session } from './session.ts';
import { decideHeaders, decideRequest, type RequestDetails } from './web-request.ts';

export interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly postData?: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

export interface RequestOwner {
  readonly session: Session;
  /** Whether a document may be loaded; the address is in the app's form. */
  mayNavigate(paused: PausedRequest, url: string): boolean;
}

let lastId = 0;

/** Answers all requests of this DevTools session until it ends. */
export async function guardRequests(devtools: DevToolsSession, owner: RequestOwner): Promise<void> {
  devtools.on('Fetch.requestPaused', (params) => {
    const paused = params as unknown as PausedRequest;
    answer(devtools, owner, paused).catch((error: unknown) => {
      // A page that went meanwhile needs no answer; a handler that threw is the app's bug, and must be seen.
      if (!String(error).startsWith('DevToolsError')) console.error('stand-in: a request failed', error);
      void failRequest(devtools, paused, 'Failed').catch(() => undefined);
    });
  });
  await devtools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function answer(devtools: DevToolsSession, owner: RequestOwner, paused: PausedRequest): Promise<void> {
  const url = toApp(paused.request.url);
  // Before the request rules, as in Electron.
  if (paused.resourceType === 'Document' && !owner.mayNavigate(paused, url)) return stay(devtools, paused);
  const details = detailsOf(paused, url);
  const decision = await decideRequest(owner.session.webRequest, details);
  if (decision.cancel === true) return failRequest(devtools, paused, 'BlockedByClient');
  if (decision.redirectURL !== undefined) return redirect(devtools, paused, toPage(decision.redirectURL));
  const scheme = appSchemeOf(url);
  if (scheme === null) return void (await devtools.send('Fetch.continueRequest', { requestId: paused.requestId }));
  const handler = owner.session.handlers.get(scheme);
  if (handler === undefined) return failRequest(devtools, paused, 'Failed');
  const { method, headers, postData } = paused.request;
  const body = postData === undefined ? {} : { body: postData };
  const response = await handler(new Request(url, { method, headers, ...body }));
  await fulfil(devtools, owner, paused, details, response);
}

async function failRequest(devtools: DevToolsSession, { requestId }: PausedRequest, errorReason: string): Promise<void> {
  await devtools.send('Fetch.failRequest', { requestId, errorReason });
}

/** No content: the document that is there stays. A failure would put Chromium's error page in its place. */
async function stay(devtools: DevToolsSession, { requestId }: PausedRequest): Promise<void> {
  await devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 204, responseHeaders: [] });
}

async function redirect(devtools: DevToolsSession, { requestId }: PausedRequest, url: string): Promise<void> {
  const responseHeaders = [{ name: 'location', value: url }];
  await devtools.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders });
}

async function fulfil(
  devtools: DevToolsSession,
  owner: RequestOwner,
  { requestId }: PausedRequest,
  details: RequestDetails,
  response: Response,
): Promise<void> {
  const text = isText(response.headers.get('content-type') ?? '');
  const bytes = Buffer.from(await response.arrayBuffer());
  const body = text ? Buffer.from(toPage(bytes.toString('utf8'))) : bytes;
  const headers = await finalHeaders(owner.session, details, response);
  const list = headers.map(([name, value]) => ({ name, value: headerFor(name, value, body.length) }));
  const responseHeaders = list.length === 0 ? [{ name: 'content-length', value: String(body.length) }] : list;
  const answered = { requestId, responseCode: response.status, responseHeaders, body: body.toString('base64') };
  await devtools.send('Fetch.fulfillRequest', answered);
}

function headerFor(name: string, value: string, length: number): string {
  return name === 'content-length' ? String(length) : toPage(value);
}

async function finalHeaders(session: Session, details: RequestDetails, response: Response): Promise<[string, string][]> {
  const own = [...response.headers];
  const responseHeaders = Object.fromEntries(own.map(([name, value]) => [name, [value]]));
  const decision = await decideHeaders(session.webRequest, { ...details, statusCode: response.status, responseHeaders });
  if (decision.responseHeaders === undefined) return own;
  return Object.entries(decision.responseHeaders).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name.toLowerCase(), value]),
  );
}

/** Chromium's names for resource types, and Electron's. */
const resourceTypes: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  WebSocket: 'webSocket',
};

function detailsOf({ request, resourceType }: PausedRequest, url: string): RequestDetails {
  const type = resourceType === 'Document' ? 'mainFrame' : (resourceTypes[resourceType] ?? 'other');
  const referrer = toApp(request.headers['Referer'] ?? '');
  return { id: ++lastId, url, method: request.method, resourceType: type, referrer, timestamp: Date.now() };
}
