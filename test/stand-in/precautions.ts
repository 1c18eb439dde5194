// What the app has told Electron to be careful about, asked as Electron would ask: for tests of its security points. Asks only,
// and opens nothing.

import { callChannel } from '../../preload/contract/channels.ts';
import { app } from './app.ts';
import { madeWindows } from './browser-window.ts';
import { makeEvent } from './events.ts';
import { invoke } from './ipc-main.ts';
import type { Session } from './session.ts';
import type { WebContents } from './web-contents.ts';
import { decideRequest } from './web-request.ts';

export interface WindowPrecautions {
  /** As given to `BrowserWindow`, without its session. */
  readonly preferences: Readonly<Record<string, unknown>>;
  readonly partition: string;
  readonly proxy: string;
  readonly schemes: readonly string[];
  /** What was granted of all that may be asked for. */
  readonly granted: readonly string[];
  readonly downloads: boolean;
  /** Of the addresses below, those that the session lets through. */
  readonly loads: readonly string[];
  readonly leadsTo: readonly string[];
  readonly framesLeadTo: readonly string[];
  readonly opens: readonly string[];
  readonly attachesWebviews: boolean;
}

export interface Precautions {
  readonly sandboxed: boolean;
  readonly windows: readonly WindowPrecautions[];
}

export interface Caller {
  /** Of the frame; null for one that has gone. */
  readonly url: string | null;
  readonly isChild: boolean;
  /** Of the page; the window's own has the lowest. */
  readonly id: number;
}

const permissions =
  'accessibility-events clipboard-read clipboard-sanitized-write display-capture fileSystem fullscreen geolocation hid idle-detection keyboardLock media mediaKeySystem midi midiSysex ' +
  'notifications openExternal pointerLock serial speaker-selection storage-access top-level-storage-access unknown usb window-management deprecated-sync-clipboard-read';

const addresses = [
  'http://a.test/',
  'https://a.test/',
  'ws://a.test/',
  'ftp://a.test/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'chrome://gpu',
  'app://other/',
  'app://offprint/library/library.json',
  'app://offprint/library/articles/2026/a/captures/c/reader.html',
];

export async function viewPrecautions(): Promise<Precautions> {
  const windows = madeWindows.map(({ webPreferences, contents }) => viewWindow(webPreferences, contents));
  return { sandboxed: app.isSandboxed, windows: await Promise.all(windows) };
}

/** A call as it would come from that frame. */
export function callAs({ url, isChild, id }: Caller, name: unknown, request: unknown): Promise<unknown> {
  const senderFrame = url === null ? null : { url, parent: isChild ? {} : null };
  return invoke(callChannel, { sender: { id }, senderFrame }, [name, request]);
}

async function viewWindow(asked: Readonly<Record<string, unknown>>, contents: WebContents): Promise<WindowPrecautions> {
  // It cannot be sent to the test, and what it lets through is told below.
  const preferences = Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'session'));
  const { session } = contents;
  const decisions = await Promise.all(addresses.map(async (url) => ({ url, decision: await decideRequest(session.webRequest, { id: 0, url, method: 'GET', resourceType: 'image', referrer: '', timestamp: 0 }) })));
  return {
    preferences,
    partition: session.partition,
    proxy: `${session.proxy?.proxyServer ?? ''} ${session.proxy?.proxyBypassList ?? ''}`,
    schemes: [...session.handlers.keys()],
    granted: grantedBy(session),
    downloads: !isPrevented(session, 'will-download', {}),
    loads: decisions.filter(({ decision }) => decision.cancel !== true).map(({ url }) => url),
    leadsTo: addresses.filter((url) => !isPrevented(contents, 'will-navigate', { url, isMainFrame: true })),
    framesLeadTo: addresses.filter((url) => !isPrevented(contents, 'will-frame-navigate', { url, isMainFrame: false })),
    opens: addresses.filter((url) => contents.windowOpenAction(url) === 'allow'),
    attachesWebviews: !isPrevented(contents, 'will-attach-webview', {}),
  };
}

interface Emitter {
  emit(name: string, ...values: readonly unknown[]): boolean;
}

function isPrevented(emitter: Emitter, name: string, about: object): boolean {
  const event = makeEvent(about);
  emitter.emit(name, event, 'url' in about ? about.url : {}, {});
  return event.defaultPrevented;
}

type Ask = (...values: readonly unknown[]) => unknown;

/** Without a handler everything is granted, as in Electron. */
function grantedBy({ permissionHandlers }: Session): string[] {
  const request = permissionHandlers['request'] as Ask | undefined;
  const check = permissionHandlers['check'] as Ask | undefined;
  const device = permissionHandlers['device'] as Ask | undefined;
  const granted = permissions.split(' ').flatMap((name) => {
    let answered = request === undefined;
    request?.(null, name, (answer: boolean) => (answered = answer), {});
    return [...(answered ? [`request ${name}`] : []), ...((check?.(null, name, 'https://a.test', {}) ?? true) === true ? [`check ${name}`] : [])];
  });
  const devices = ['hid', 'serial', 'usb'].filter((deviceType) => (device?.({ deviceType, origin: 'https://a.test', device: {} }) ?? true) === true);
  return [...granted, ...devices.map((name) => `device ${name}`)];
}
