// The engine's side of hidden pages: DevTools targets that live in the main process, one question a command.

import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../../preload/contract/result.ts';
import {
  DevToolsError,
  DevToolsTimeout,
  type DevToolsListener,
  type DevToolsObject,
} from '../../adapters/chromium/devtools-connection.ts';
import type { DevToolsChannel, DevToolsTarget, PrintOptions, TargetHost } from '../../adapters/chromium/devtools-target.ts';
import type { MainDoor, TargetEvent } from './doors.ts';
import type { Peer } from '../../adapters/door/peer.ts';

/** Electron drops an answer that is nested too deep: without a limit its command would wait for ever. */
const commandMs = 30_000;
const printMs = 120_000;

export interface RemoteTargets extends TargetHost {
  /** Hands an event of the main process to the page that it belongs to. */
  event(request: TargetEvent): void;
}

/** @param main the link to the main process; asked for only when a page is used, as it is made with this */
export function createRemoteTargets(main: () => Peer<MainDoor>): RemoteTargets {
  const open = new Map<string, RemoteTarget>();
  return {
    find: () => Promise.resolve({ name: `Chromium ${process.versions['chrome'] ?? ''}`.trim(), path: null }),
    async openTarget({ width, height, proxy, signal }) {
      if (signal.aborted) return fail('cancelled', 'Chromium');
      const id = await main().ask('openTarget', { width, height, proxy });
      const target = new RemoteTarget(id, main(), () => open.delete(id));
      open.set(id, target);
      signal.addEventListener('abort', () => void target.close(), { once: true });
      return ok(target);
    },
    async close() {
      await Promise.all([...open.values()].map((target) => target.close()));
    },
    event({ targetId, sessionId, event, params }) {
      open.get(targetId)?.receive(sessionId, event, params);
    },
  };
}

interface Heard {
  readonly sessionId: string;
  readonly event: string;
  readonly listener: DevToolsListener;
}

class RemoteTarget implements DevToolsTarget {
  readonly #id: string;
  readonly #main: Peer<MainDoor>;
  readonly #forget: () => void;
  readonly #listeners = new Map<string, Heard>();
  #closing: Promise<void> | null = null;

  constructor(id: string, main: Peer<MainDoor>, forget: () => void) {
    this.#id = id;
    this.#main = main;
    this.#forget = forget;
  }

  send<T extends object = DevToolsObject>(method: string, params: DevToolsObject = {}): Promise<T> {
    return this.#send<T>('', method, params);
  }

  on(event: string, listener: DevToolsListener): () => void {
    return this.#on('', event, listener);
  }

  child(sessionId: string): DevToolsChannel {
    return {
      send: <T extends object = DevToolsObject>(method: string, params: DevToolsObject = {}) => this.#send<T>(sessionId, method, params),
      on: (event, listener) => this.#on(sessionId, event, listener),
    };
  }

  async #send<T extends object>(sessionId: string, method: string, params: DevToolsObject): Promise<T> {
    const asked = this.#main.ask('sendToTarget', { targetId: this.#id, sessionId, method, params });
    return (await answeredInTime(asked, method, commandMs)) as T;
  }

  #on(sessionId: string, event: string, listener: DevToolsListener): () => void {
    const key = randomUUID();
    this.#listeners.set(key, { sessionId, event, listener });
    return () => this.#listeners.delete(key);
  }

  receive(sessionId: string, event: string, params: DevToolsObject): void {
    for (const one of this.#listeners.values()) {
      if (one.event === event && one.sessionId === sessionId) one.listener(params);
    }
  }

  memory(): Promise<number | null> {
    return answeredInTime(this.#main.ask('memoryOfTarget', { targetId: this.#id }), 'memory', commandMs);
  }

  printToPdf(options: PrintOptions): Promise<Uint8Array> {
    return answeredInTime(this.#main.ask('printTarget', { targetId: this.#id, options }), 'printToPdf', printMs);
  }

  close(): Promise<void> {
    // A link that is cut has taken the page with it.
    this.#closing ??= this.#main.ask('closeTarget', { targetId: this.#id }).then(this.#forget, this.#forget);
    return this.#closing;
  }
}

async function answeredInTime<T>(asked: Promise<T>, method: string, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DevToolsTimeout(method, `no answer in ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    throw error instanceof DevToolsError ? error : new DevToolsError(method, String(error));
  } finally {
    clearTimeout(timer);
  }
}
