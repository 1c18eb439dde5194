// The security list: what Electron allows by default and Offprint does not. Each rule is one function; the lists below
// say where it holds. What the app serves and under which policy is in protocol/; who may call is in calls/.

import { app, type Session, type WebContents } from 'electron';
import { isCaptureAddress, isLocalAddress } from './addresses.ts';
import type { Rule } from './rule.ts';

/** Nothing listens on the discard port: a request that gets past the other rules ends there. */
const deadProxy = 'http://127.0.0.1:9';

/** Before `ready`. */
export const appRules: readonly Rule<void>[] = [sandboxEveryRenderer, guardEveryContents];

/** For each session, the window's and the throw-away ones of hidden pages. */
export const sessionRules: readonly Rule<Session>[] = [denyPermissions, denyDownloads, denyNetwork, loadNoDictionaries];

/** For the sessions of pages that are being drawn, beside `onlyThrough`: their scripts run, and they may go where they lead. */
export const drawingSessionRules: readonly Rule<Session>[] = [denyPermissions, denyDownloads, loadNoDictionaries, letLead];

/** For the window's session, after `sessionRules`. */
export const windowSessionRules: readonly Rule<Session>[] = [allowLocalSchemesOnly];

/** For every page, whoever made it. */
export const contentsRules: readonly Rule<WebContents>[] = [
  denyNewWindows,
  denyNavigation,
  denyWebview,
  hideLocalAddresses,
];

function sandboxEveryRenderer(): void {
  app.enableSandbox();
}

function guardEveryContents(): void {
  app.on('web-contents-created', (_, contents) => {
    for (const rule of contentsRules) void rule(contents);
  });
}

/** Electron grants every permission unless it is told otherwise, in three places. */
function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}

/** `<-loopback>` takes away the exception that Chromium makes for this machine. */
async function denyNetwork(session: Session): Promise<void> {
  await session.setProxy({ mode: 'fixed_servers', proxyRules: deadProxy, proxyBypassRules: '<-loopback>' });
}

/** Sessions whose pages are on the web, and go where a browser would go. */
const leading = new WeakSet<Session>();

function letLead(session: Session): void {
  leading.add(session);
}

/** One proxy for every address, this machine's own too. Holds in place of `denyNetwork`. */
export function onlyThrough(proxy: string): Rule<Session> {
  return async function onlyThroughProxy(session) {
    await session.setProxy({ mode: 'fixed_servers', proxyRules: proxy, proxyBypassRules: '<-loopback>' });
  };
}

/** The spell checker would fetch its dictionaries. */
function loadNoDictionaries(session: Session): void {
  session.setSpellCheckerEnabled(false);
}

function allowLocalSchemesOnly(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isLocalAddress(details.url) }));
}

function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Pages are opened by the main process alone; only a frame may go, and only to a capture. A page being drawn is no page of ours. */
function denyNavigation(contents: WebContents): void {
  if (leading.has(contents.session)) return;
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !isCaptureAddress(event.url)) event.preventDefault();
  });
}

function denyWebview(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** WebRTC would otherwise go around the proxy. */
function hideLocalAddresses(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
