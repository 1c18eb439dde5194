// An address in a plain Chromium of its own, as a reader's browser shows it: no app, no policy, nothing held back.
// With `offline` it has no network: every request goes to a proxy where nobody listens.

import { headlessArguments, noNetworkArguments, startChromium } from '../../main/adapters/chromium/devtools-pipe.ts';
import { findChromium } from '../../main/adapters/chromium/find-chromium.ts';
import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';

export interface OpenPage extends AsyncDisposable {
  /** Every address that the page asked for, its own first. */
  readonly requests: readonly string[];
  /** What it wrote to its console, policy violations and failed loads with it. */
  readonly complaints: readonly string[];
  /** Runs a function that uses nothing outside itself in the page's world. */
  evaluate<T>(look: () => T): Promise<Awaited<T>>;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly offline: boolean;
  /** Further arguments of Chromium, the last of which hold. */
  readonly more?: readonly string[];
}

/** Opens the page; fulfilled when it has loaded. Rejects where there is no Chromium. */
export async function openPage(url: string, { offline, more = [] }: OpenOptions): Promise<OpenPage> {
  const found = await findChromium();
  if (found === null) throw new Error('this test needs a Chromium');
  const browser = await startChromium(found, [...headlessArguments, ...(offline ? noNetworkArguments : []), ...more]);
  const root = browser.connection.browser;
  const blank = { url: 'about:blank', width: 1280, height: 900 };
  const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', blank);
  const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const session = browser.connection.session(sessionId);
  const requests: string[] = [];
  const complaints: string[] = [];
  session.on('Network.requestWillBeSent', (event) => requests.push((event as { request: { url: string } }).request.url));
  session.on('Log.entryAdded', (event) => complaints.push((event as { entry: { text: string } }).entry.text));
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await session.send(`${domain}.enable`);
  await navigate(session, url);
  const close = (): Promise<void> => browser.close();
  return { requests, complaints, evaluate: (look) => evaluateIn(session, look), close, [Symbol.asyncDispose]: close };
}

async function navigate(session: DevToolsSession, url: string): Promise<void> {
  const loaded = new Promise<void>((resolve) => session.on('Page.loadEventFired', () => resolve()));
  const { errorText } = await session.send<{ errorText?: string }>('Page.navigate', { url });
  if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
  await loaded;
}

async function evaluateIn<T>(session: DevToolsSession, look: () => T): Promise<Awaited<T>> {
  const options = { expression: `(${String(look)})()`, awaitPromise: true, returnByValue: true };
  type Answer = { readonly result: { readonly value: Awaited<T> }; readonly exceptionDetails?: { readonly text: string } };
  const answer = await session.send<Answer>('Runtime.evaluate', options);
  if (answer.exceptionDetails !== undefined) throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}
