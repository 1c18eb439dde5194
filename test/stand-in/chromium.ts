// The one Chromium behind all windows: started with the first page, with the proxy of that page's session for itself;
// each other session is a browser context of its own.

import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';
import { headlessArguments, startChromium, type ChromiumProcess } from '../../main/adapters/chromium/devtools-pipe.ts';
import { findChromium } from '../../main/adapters/chromium/find-chromium.ts';
import { settings } from './settings.ts';

export interface ProxyRules {
  readonly proxyServer: string;
  readonly proxyBypassList: string;
}

export interface PageRequest {
  /** What the session is known by; pages of one session share storage and network. */
  readonly session: object;
  readonly proxy: ProxyRules | null;
  readonly width: number;
  readonly height: number;
}

export interface ChromiumPage {
  readonly targetId: string;
  readonly devtools: DevToolsSession;
  /** Another session of the same page, for `webContents.debugger` and for tests. */
  attach(): Promise<{ readonly devtools: DevToolsSession; detach(): Promise<void> }>;
  /** A session that Chromium itself attached (frames in processes of their own, workers). */
  childSession(sessionId: string): DevToolsSession;
  close(): Promise<void>;
  /** Called when the page has gone, whoever closed it. */
  onGone(listener: () => void): void;
}

let starting: Promise<ChromiumProcess> | null = null;
const contexts = new Map<object, Promise<string | null>>();
const gone = new Map<string, () => void>();

/** Called for a page that a page opened. */
export const popupListeners = new Set<(targetId: string, openerId: string) => void>();

export async function openPage(request: PageRequest): Promise<ChromiumPage> {
  const first = starting === null;
  starting ??= start(request);
  const { connection } = await starting;
  const root = connection.browser;
  const context = contexts.get(request.session) ?? makeContext(root, request, first);
  contexts.set(request.session, context);
  const browserContextId = await context;
  const targetId = (first ? await windowTarget(root) : null) ?? (await makeTarget(root, request, browserContextId));
  const attach = async (): ReturnType<ChromiumPage['attach']> => {
    const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
    const detach = async (): Promise<void> => {
      // Fails only where the page has gone, and the session with it.
      await root.send('Target.detachFromTarget', { sessionId }).catch(() => undefined);
    };
    return { devtools: connection.session(sessionId), detach };
  };
  const { devtools } = await attach();
  return {
    targetId,
    devtools,
    attach,
    childSession: (sessionId) => connection.session(sessionId),
    close: async () => void (await root.send('Target.closeTarget', { targetId }).catch(() => undefined)),
    onGone: (listener) => void gone.set(targetId, listener),
  };
}

/** Ends Chromium; nothing where none was started. */
export async function closeChromium(): Promise<void> {
  const chromium = await starting?.catch(() => null);
  gone.clear();
  await chromium?.close();
}

export function closeTarget(targetId: string): void {
  void starting?.then(({ connection }) => connection.browser.send('Target.closeTarget', { targetId })).catch(() => undefined);
}

async function start(request: PageRequest): Promise<ChromiumProcess> {
  const chromium = await findChromium();
  if (chromium === null) throw new Error('stand-in: no Chromium was found; install one or set CHROME_PATH');
  if (!settings.headless && !chromium.hasWindows) throw new Error('stand-in: this Chromium cannot open windows');
  const window = settings.headless
    ? headlessArguments
    : ['--app=data:text/html,<title>Offprint</title>', `--window-size=${request.width},${request.height}`];
  const running = await startChromium(chromium, [
    ...window,
    '--disable-features=Translate,IsolateSandboxedIframes',
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    ...proxyArguments(request.proxy),
    ...settings.chromium,
  ]);
  await watchTargets(running.connection.browser);
  void running.ended.then(() => [...gone.values()].forEach((listener) => listener()));
  return running;
}

function proxyArguments(proxy: ProxyRules | null): readonly string[] {
  if (proxy === null) return [];
  return [`--proxy-server=${proxy.proxyServer}`, `--proxy-bypass-list=${proxy.proxyBypassList}`];
}

async function watchTargets(root: DevToolsSession): Promise<void> {
  root.on('Target.targetCreated', (params) => {
    const info = params['targetInfo'] as { targetId: string; openerId?: string; type: string };
    if (info.openerId === undefined || info.type !== 'page') return;
    for (const listener of popupListeners) listener(info.targetId, info.openerId);
  });
  root.on('Target.targetDestroyed', (params) => {
    const targetId = params['targetId'] as string;
    gone.get(targetId)?.();
    gone.delete(targetId);
  });
  await root.send('Target.setDiscoverTargets', { discover: true });
  await root.send('Browser.setDownloadBehavior', { behavior: 'deny' });
}

/** The context of the first session is the browser's own: only there an `--app` window can stand. */
async function makeContext(root: DevToolsSession, { proxy }: PageRequest, first: boolean): Promise<string | null> {
  const { browserContextId } = first
    ? { browserContextId: null }
    : await root.send<{ browserContextId: string }>('Target.createBrowserContext', { disposeOnDetach: true, ...proxy });
  const context = browserContextId === null ? {} : { browserContextId };
  // An empty list refuses every permission.
  await root.send('Browser.grantPermissions', { permissions: [], ...context });
  await root.send('Browser.setDownloadBehavior', { behavior: 'deny', ...context });
  return browserContextId;
}

async function windowTarget(root: DevToolsSession): Promise<string | null> {
  if (settings.headless) return null;
  const { targetInfos } = await root.send<{ targetInfos: { targetId: string; type: string }[] }>('Target.getTargets');
  return targetInfos.find((info) => info.type === 'page')?.targetId ?? null;
}

async function makeTarget(root: DevToolsSession, request: PageRequest, browserContextId: string | null): Promise<string> {
  const { width, height } = request;
  const context = browserContextId === null ? {} : { browserContextId };
  // Only one window is ever shown; the others are for printing and capturing.
  const hidden = settings.headless ? {} : { hidden: true };
  const options = { url: 'about:blank', width, height, ...context, ...hidden };
  return (await root.send<{ targetId: string }>('Target.createTarget', options)).targetId;
}
