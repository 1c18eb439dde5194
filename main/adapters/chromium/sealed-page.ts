// A page that can reach nothing but what `read` answers, and in which no script of its own runs. Three walls: every
// request is answered or refused here (Fetch), the network is switched off (Network), scripts are off (Emulation).

import type { SealedFile, SealedPage, SealedRequest } from '../../engine/model/ports.ts';
import { DevToolsError, DevToolsTimeout, type DevToolsObject } from './devtools-connection.ts';
import type { DevToolsTarget } from './devtools-target.ts';
import { settle } from './settle.ts';

export const sealedOrigin = 'https://sealed.offprint.invalid';

const loadMs = 30_000;

/** Scripts are off already; this holds where a Chromium thinks otherwise. */
const sealedPolicy = "script-src 'none'; object-src 'none'; frame-src 'none'";

interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
}

/** Loads `request.path` in a fresh target and gives the page when it has loaded. Rejects with a DevToolsError. */
export async function loadSealed(target: DevToolsTarget, request: SealedRequest): Promise<SealedPage> {
  const leaks = new Set<string>();
  target.on('Fetch.requestPaused', (params) => {
    // Fails only where the page was closed meanwhile, and then nobody waits for the answer.
    void answer(target, params as unknown as PausedRequest, request.read, leaks).catch(() => undefined);
  });
  await target.send('Page.enable');
  await target.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await switchOff(target);
  await target.send('Emulation.setDeviceMetricsOverride', {
    width: request.width,
    height: request.height,
    deviceScaleFactor: 1,
    mobile: false,
  });
  const frameId = await navigate(target, `${sealedOrigin}/${encodePath(request.path)}`, request.signal);
  const evaluate = await isolatedWorld(target, frameId);
  return {
    evaluate,
    settle: (ms) => settle(evaluate, ms),
    leaks: () => [...leaks],
    printToPdf: (options) => target.printToPdf(options),
    close: () => target.close(),
  };
}

async function switchOff(target: DevToolsTarget): Promise<void> {
  await target.send('Emulation.setScriptExecutionDisabled', { value: true });
  await target.send('Network.enable');
  // What Fetch answers does not come from the network, and is not touched by this.
  const nothing = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await target.send('Network.emulateNetworkConditions', { offline: true, ...nothing });
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

async function answer(
  target: DevToolsTarget,
  { requestId, request }: PausedRequest,
  read: SealedRequest['read'],
  leaks: Set<string>,
): Promise<void> {
  const path = sealedPath(request.url);
  if (path === null) {
    leaks.add(request.url);
    await target.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const file = await read(path);
  await target.send('Fetch.fulfillRequest', { requestId, ...(file === null ? missing : found(file)) });
}

/** The path under the sealed origin, decoded, or null for an address elsewhere. */
function sealedPath(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== sealedOrigin) return null;
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch {
    return url.pathname.slice(1);
  }
}

const missing: DevToolsObject = { responseCode: 404, responseHeaders: [] };

function found(file: SealedFile): DevToolsObject {
  const headers = { 'content-type': file.type, 'content-security-policy': sealedPolicy, 'x-content-type-options': 'nosniff' };
  return {
    responseCode: 200,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(file.bytes).toString('base64'),
  };
}

/** Goes there and waits until it has loaded; gives the main frame's id. Rejects where the signal aborts before. */
async function navigate(target: DevToolsTarget, url: string, signal: AbortSignal): Promise<string> {
  const loaded = new Promise<void>((resolve, reject) => {
    const tooLate = (): void => reject(new DevToolsTimeout('Page.navigate', `not loaded in ${loadMs} ms`));
    const timer = setTimeout(tooLate, loadMs);
    target.on('Page.loadEventFired', () => {
      clearTimeout(timer);
      resolve();
    });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DevToolsError('Page.navigate', 'cancelled'));
    });
  });
  const [{ frameId }] = await Promise.all([target.send<{ frameId: string }>('Page.navigate', { url }), loaded]);
  return frameId;
}

type Evaluate = SealedPage['evaluate'];

async function isolatedWorld(target: DevToolsTarget, frameId: string): Promise<Evaluate> {
  const { executionContextId } = await target.send<{ executionContextId: number }>('Page.createIsolatedWorld', {
    frameId,
    worldName: 'offprint',
  });
  return async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await target.send<Evaluated>('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails === undefined) return result.value as T;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}
