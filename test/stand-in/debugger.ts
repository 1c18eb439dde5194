// Electron's `webContents.debugger`: a DevTools session of the page. What Electron does not answer, this does not either.

import { EventEmitter } from 'node:events';
import type { DevToolsObject, DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';
import type { ChromiumPage } from './chromium.ts';
import { toPage } from './scheme-addresses.ts';

/** No browser-level session, and no printing: `webContents.printToPDF` is for that. */
const refused = /^(?:Browser\.|Target\.(?:createTarget|createBrowserContext|closeTarget)|Page\.printToPDF)/;

interface Attached {
  readonly devtools: DevToolsSession;
  detach(): Promise<void>;
}

export interface DebuggerOwner {
  readonly page: Promise<ChromiumPage>;
  /** The address is about to be loaded by a command: it is the app's own doing. */
  expectNavigation(url: string): void;
}

/** The events that are passed on; Chromium's protocol has no wish for all. */
const forwarded = [
  'Page.loadEventFired',
  'Page.domContentEventFired',
  'Page.lifecycleEvent',
  'Page.frameNavigated',
  'Page.frameStoppedLoading',
  'Page.navigatedWithinDocument',
  'Page.windowOpen',
  'Page.javascriptDialogOpening',
  'Fetch.requestPaused',
  'Fetch.authRequired',
  'Network.requestWillBeSent',
  'Network.responseReceived',
  'Network.loadingFinished',
  'Network.loadingFailed',
  'Network.dataReceived',
  'Runtime.consoleAPICalled',
  'Runtime.exceptionThrown',
  'Runtime.executionContextCreated',
  'Runtime.executionContextDestroyed',
  'Runtime.executionContextsCleared',
  'Runtime.bindingCalled',
  'Target.attachedToTarget',
  'Target.detachedFromTarget',
  'Inspector.targetCrashed',
  'Log.entryAdded',
];

export class Debugger extends EventEmitter {
  private readonly owner: DebuggerOwner;
  private attached: Promise<Attached> | null = null;
  private readonly children = new Map<string, DevToolsSession>();

  constructor(owner: DebuggerOwner) {
    super();
    this.owner = owner;
  }

  attach(): void {
    if (this.attached !== null) throw new Error('Debugger is already attached to the target');
    this.attached = this.owner.page.then(async (page) => {
      const attached = await page.attach();
      this.forward(attached.devtools, page, '');
      return attached;
    });
    // Without a page every command says so.
    this.attached.catch(() => undefined);
  }

  /** The events of the page, and of the frames that Chromium attaches to its session. */
  private forward(devtools: DevToolsSession, page: ChromiumPage, sessionId: string): void {
    for (const event of forwarded) devtools.on(event, (params) => this.emit('message', {}, event, params, sessionId));
    devtools.on('Target.attachedToTarget', (params) => {
      const child = params['sessionId'] as string;
      const session = page.childSession(child);
      this.children.set(child, session);
      this.forward(session, page, child);
    });
    devtools.on('Target.detachedFromTarget', (params) => void this.children.delete(params['sessionId'] as string));
  }

  isAttached(): boolean {
    return this.attached !== null;
  }

  detach(): void {
    void this.attached?.then((attached) => attached.detach()).catch(() => undefined);
    if (this.attached !== null) this.emit('detach', {}, 'target closed');
    this.attached = null;
  }

  async sendCommand(method: string, params: DevToolsObject = {}, sessionId = ''): Promise<DevToolsObject> {
    if (this.attached === null) throw new Error('No target available');
    if (refused.test(method)) throw new Error(`'${method}' wasn't found`);
    const attached = await this.attached;
    const devtools = sessionId === '' ? attached.devtools : this.children.get(sessionId);
    if (devtools === undefined) throw new Error('No target with given id found');
    const { url } = params;
    if (method !== 'Page.navigate' || typeof url !== 'string') return devtools.send(method, params);
    this.owner.expectNavigation(url);
    return devtools.send(method, { ...params, url: toPage(url) });
  }
}
