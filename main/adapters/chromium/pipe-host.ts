// DevTools targets in a Chromium over a pipe: started with the first page, kept for the next ones, ended when idle.
// It has no network but what a page is given, and each page has a browser context of its own (a profile in memory).

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { DevToolsSession } from './devtools-connection.ts';
import { memoryOfProcesses } from './process-memory.ts';
import { headlessArguments, noNetworkArguments, startChromium, type ChromiumProcess } from './devtools-pipe.ts';
import type { DevToolsTarget, PrintOptions, TargetHost, TargetRequest } from './devtools-target.ts';
import { failureOf } from './devtools-failure.ts';
import { findChromium, type Chromium } from './find-chromium.ts';

export interface PipeHostOptions {
  readonly find: () => Promise<Chromium | null>;
  /** How long Chromium is kept after its last page, in milliseconds. */
  readonly idleMs: number;
}

const usual: PipeHostOptions = { find: findChromium, idleMs: 30_000 };

export function createPipeHost(options: PipeHostOptions = usual): TargetHost {
  const targets = new Set<DevToolsTarget>();
  let running: Promise<ChromiumProcess> | null = null;
  let idle: NodeJS.Timeout | null = null;

  function use(chromium: Chromium): Promise<ChromiumProcess> {
    if (running !== null) return running;
    const starting = startChromium(chromium, [...headlessArguments, ...noNetworkArguments]);
    running = starting;
    const forget = (): void => {
      if (running === starting) running = null;
    };
    starting.then((browser) => browser.ended.then(forget), forget);
    return starting;
  }

  async function stop(): Promise<void> {
    const stopping = running;
    running = null;
    if (stopping !== null) await stopping.then((browser) => browser.close()).catch(() => undefined);
  }

  function added(target: DevToolsTarget, browser: ChromiumProcess): void {
    if (idle !== null) clearTimeout(idle);
    targets.add(target);
    browser.holdOpen(true);
  }

  function removed(target: DevToolsTarget, browser: ChromiumProcess): void {
    targets.delete(target);
    if (targets.size > 0) return;
    // An idle Chromium must not keep a finished program alive; it is ended with it.
    browser.holdOpen(false);
    idle = setTimeout(() => void stop(), options.idleMs).unref();
  }

  async function openTarget(request: TargetRequest): Promise<Result<DevToolsTarget>> {
    if (request.signal.aborted) return fail('cancelled', 'Chromium');
    const chromium = await options.find();
    if (chromium === null) return fail('no-browser', 'Chromium');
    try {
      const browser = await use(chromium);
      const target = await openPage(browser, request, () => removed(target, browser));
      added(target, browser);
      if (!request.signal.aborted) return ok(target);
      await target.close();
      return fail('cancelled', 'Chromium');
    } catch (error) {
      return failureOf(error, 'Chromium', request.signal);
    }
  }

  return {
    find: async () => {
      const chromium = await options.find();
      return chromium === null ? null : { name: chromium.name, path: chromium.path };
    },
    openTarget,
    close: async () => {
      if (idle !== null) clearTimeout(idle);
      await Promise.all([...targets].map((target) => target.close()));
      await stop();
    },
  };
}

async function openPage(browser: ChromiumProcess, request: TargetRequest, onClosed: () => void): Promise<DevToolsTarget> {
  const root = browser.connection.browser;
  const { width, height, proxy } = request;
  const { browserContextId } = await root.send<{ browserContextId: string }>('Target.createBrowserContext', {
    disposeOnDetach: true,
    // `<-loopback>` takes away the exception that Chromium makes for this machine.
    ...(proxy === null ? {} : { proxyServer: proxy, proxyBypassList: '<-loopback>' }),
  });
  // An empty list refuses every permission.
  await root.send('Browser.grantPermissions', { permissions: [], browserContextId });
  await root.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId });
  const { targetId } = await root.send<{ targetId: string }>('Target.createTarget', {
    url: 'about:blank',
    browserContextId,
    width,
    height,
  });
  const { sessionId } = await root.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const session = browser.connection.session(sessionId);
  const stopClosingOthers = await closeOthers(root, browserContextId, targetId);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      request.signal.removeEventListener('abort', closeOnAbort);
      stopClosingOthers();
      // Fails only where the browser is gone already, and the page with it.
      await root.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined);
      onClosed();
    })();
    return closing;
  };
  const closeOnAbort = (): void => void close();
  request.signal.addEventListener('abort', closeOnAbort);
  return {
    ...session,
    child: (id) => browser.connection.session(id),
    printToPdf: (options) => printOverDevTools(session, options),
    memory: () => memoryOfProcesses(root, 'renderer'),
    close,
  };
}

/** A page opens no others beside it. */
async function closeOthers(root: DevToolsSession, browserContextId: string, own: string): Promise<() => void> {
  const stop = root.on('Target.targetCreated', (params) => {
    const info = params['targetInfo'] as { targetId: string; type: string; browserContextId?: string };
    if (info.type !== 'page' || info.targetId === own || info.browserContextId !== browserContextId) return;
    // Fails only where it has gone by itself.
    void root.send('Target.closeTarget', { targetId: info.targetId }).catch(() => undefined);
  });
  await root.send('Target.setDiscoverTargets', { discover: true });
  return stop;
}

async function printOverDevTools(session: DevToolsSession, { paperWidth, paperHeight }: PrintOptions): Promise<Uint8Array> {
  const options = { printBackground: true, preferCSSPageSize: true, paperWidth, paperHeight };
  const { data } = await session.send<{ data: string }>(
    'Page.printToPDF',
    { ...options, generateTaggedPDF: true, generateDocumentOutline: true },
    120_000,
  );
  return Buffer.from(data, 'base64');
}
