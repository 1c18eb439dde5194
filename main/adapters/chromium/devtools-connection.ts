// The DevTools protocol over a pair of streams: JSON messages, each ended by a NUL byte. Commands have a time limit,
// events have listeners, and one connection carries many sessions (`flatten`). Starts no process.

import type { Readable, Writable } from 'node:stream';

export type DevToolsObject = Readonly<Record<string, unknown>>;
export type DevToolsListener = (params: DevToolsObject) => void;

/** What a command answers with when it fails; `method` is the command. */
export class DevToolsError extends Error {
  readonly method: string;

  constructor(method: string, message: string) {
    super(`${method}: ${message}`);
    this.name = 'DevToolsError';
    this.method = method;
  }
}

/** A command that was not answered in time. */
export class DevToolsTimeout extends DevToolsError {}

/** The commands and events of one target, or of the browser itself. */
export interface DevToolsSession {
  /** Sends a command and gives its answer, which is taken to be a `T`. Rejects with a DevToolsError. */
  send<T extends object = DevToolsObject>(method: string, params?: DevToolsObject, timeoutMs?: number): Promise<T>;
  /** Listens to an event; the answer stops listening. */
  on(event: string, listener: DevToolsListener): () => void;
}

export interface DevToolsConnection {
  readonly browser: DevToolsSession;
  /** A session that was attached with `flatten: true`. */
  session(id: string): DevToolsSession;
  /** Rejects everything that is still waiting, and everything sent from now on. */
  close(reason: string): void;
}

interface Waiting {
  readonly sessionId: string;
  readonly method: string;
  readonly resolve: (value: DevToolsObject) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: DevToolsObject;
  readonly result?: DevToolsObject;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

const defaultTimeoutMs = 30_000;

export function connectDevTools(input: Readable, output: Writable): DevToolsConnection {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Set<DevToolsListener>>();
  let lastId = 0;
  let closedBecause: string | null = null;

  function send(sessionId: string, method: string, params: DevToolsObject, timeoutMs: number): Promise<DevToolsObject> {
    if (closedBecause !== null) return Promise.reject(new DevToolsError(method, closedBecause));
    const id = ++lastId;
    const address = sessionId === '' ? {} : { sessionId };
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new DevToolsTimeout(method, `no answer in ${timeoutMs} ms`));
      }, timeoutMs);
      waiting.set(id, { sessionId, method, resolve, reject, timer });
      output.write(`${JSON.stringify({ id, method, params, ...address })}\0`);
    });
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as Message;
    if (message.id !== undefined) return answer(message.id, message);
    // Chromium never answers what a page was still asked when it went.
    if (message.method === 'Target.detachedFromTarget') endSession(message.params?.['sessionId']);
    const known = listeners.get(listenerKey(message.sessionId ?? '', message.method ?? ''));
    known?.forEach((listener) => listener(message.params ?? {}));
  }

  function answer(id: number, message: Message): void {
    const command = waiting.get(id);
    if (command === undefined) return;
    waiting.delete(id);
    clearTimeout(command.timer);
    if (message.error === undefined) command.resolve(message.result ?? {});
    else command.reject(new DevToolsError(command.method, message.error.message));
  }

  function endSession(sessionId: unknown): void {
    for (const [id, command] of waiting) {
      if (command.sessionId !== sessionId) continue;
      waiting.delete(id);
      clearTimeout(command.timer);
      command.reject(new DevToolsError(command.method, 'the page was closed'));
    }
  }

  function close(reason: string): void {
    closedBecause ??= reason;
    for (const command of waiting.values()) {
      clearTimeout(command.timer);
      command.reject(new DevToolsError(command.method, reason));
    }
    waiting.clear();
  }

  function session(sessionId: string): DevToolsSession {
    return {
      send: async <T extends object>(method: string, params: DevToolsObject = {}, timeoutMs = defaultTimeoutMs) =>
        (await send(sessionId, method, params, timeoutMs)) as T,
      on: (event, listener) => addListener(listeners, listenerKey(sessionId, event), listener),
    };
  }

  splitAtNul(input, receive);
  input.on('close', () => close('the browser has gone'));
  input.on('error', () => close('the browser has gone'));
  // A write into the pipe of a browser that died: the waiting commands are told by `close` above.
  output.on('error', () => close('the browser has gone'));
  return { browser: session(''), session, close };
}

function listenerKey(sessionId: string, event: string): string {
  return `${sessionId} ${event}`;
}

function addListener(listeners: Map<string, Set<DevToolsListener>>, key: string, listener: DevToolsListener): () => void {
  const set = listeners.get(key) ?? new Set();
  set.add(listener);
  listeners.set(key, set);
  return () => set.delete(listener);
}

/** Joins chunks only at the end of a message: a printed PDF arrives in thousands of them. */
function splitAtNul(input: Readable, receive: (text: string) => void): void {
  let parts: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end));
      const text = Buffer.concat(parts).toString('utf8');
      parts = [];
      start = end + 1;
      receive(text);
    }
    if (start < chunk.length) parts.push(chunk.subarray(start));
  });
}
