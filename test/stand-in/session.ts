// Electron's `session`: the protocol handlers, request rules and proxy that the pages of a partition share.

import { EventEmitter } from 'node:events';
import type { ProxyRules } from './chromium.ts';
import { strict } from './strict.ts';
import { WebRequest } from './web-request.ts';

export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

interface ProxyConfig {
  readonly mode?: 'direct' | 'auto_detect' | 'pac_script' | 'fixed_servers' | 'system';
  readonly proxyRules?: string;
  readonly proxyBypassRules?: string;
}

/** Kept, not asked: Chromium here refuses every permission. */
type PermissionHandler = ((...values: never[]) => unknown) | null;

export class Session extends EventEmitter {
  readonly partition: string;
  readonly webRequest: WebRequest;
  readonly handlers = new Map<string, ProtocolHandler>();
  readonly protocol: object;
  proxy: ProxyRules | null = null;
  permissionHandlers: Readonly<Record<string, PermissionHandler>> = {};

  constructor(partition: string) {
    super();
    this.partition = partition;
    this.webRequest = strict('session.webRequest', new WebRequest());
    this.protocol = strict('session.protocol', {
      handle: (scheme: string, handler: ProtocolHandler) => void this.handlers.set(scheme, handler),
      unhandle: (scheme: string) => void this.handlers.delete(scheme),
      isProtocolHandled: (scheme: string) => this.handlers.has(scheme),
    });
  }

  /** Holds for pages that are opened from now on. */
  setProxy(config: ProxyConfig): Promise<void> {
    const { mode, proxyRules = '', proxyBypassRules = '' } = config;
    const fixed = mode === 'fixed_servers' || (mode === undefined && proxyRules !== '');
    this.proxy = fixed ? { proxyServer: proxyRules, proxyBypassList: proxyBypassRules } : null;
    return Promise.resolve();
  }

  resolveProxy(): Promise<string> {
    const server = this.proxy?.proxyServer;
    return Promise.resolve(server === undefined ? 'DIRECT' : `PROXY ${server.replace(/^[a-z]+:\/\//, '')}`);
  }

  closeAllConnections(): Promise<void> {
    return Promise.resolve();
  }

  forceReloadProxyConfig(): Promise<void> {
    return Promise.resolve();
  }

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionHandlers = { ...this.permissionHandlers, request: handler };
  }

  setPermissionCheckHandler(handler: PermissionHandler): void {
    this.permissionHandlers = { ...this.permissionHandlers, check: handler };
  }

  setDevicePermissionHandler(handler: PermissionHandler): void {
    this.permissionHandlers = { ...this.permissionHandlers, device: handler };
  }

  setSpellCheckerEnabled(): void {
    // Chromium without a window has no spell checker.
  }

  setSpellCheckerLanguages(): void {
    // As above.
  }

  clearStorageData(): Promise<void> {
    return Promise.resolve();
  }

  clearCache(): Promise<void> {
    return Promise.resolve();
  }

  clearAuthCache(): Promise<void> {
    return Promise.resolve();
  }

  getUserAgent(): string {
    return 'Offprint stand-in';
  }

  setUserAgent(): void {
    // The pages are the app's own.
  }
}

const sessions = new Map<string, Session>();

function fromPartition(partition: string): Session {
  const known = sessions.get(partition);
  if (known !== undefined) return known;
  const made = strict('session', new Session(partition));
  sessions.set(partition, made);
  sessionListeners.forEach((listener) => listener(made));
  return made;
}

export const sessionListeners = new Set<(session: Session) => void>();

export const session = strict('session', {
  fromPartition,
  get defaultSession(): Session {
    return fromPartition('');
  },
});
