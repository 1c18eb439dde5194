// What runs in the page: the main world's half and the preload's half of contextBridge, and the preload's own
// `electron`. These functions are sent as source text and use nothing from outside themselves but their arguments.
// The two worlds share the DOM and nothing else, so they talk by events whose `detail` Chromium clones between them.

type AnyFunction = (...values: unknown[]) => unknown;

export interface WorldLink {
  /** Sets `window[key]` in the other world. */
  expose(key: string, value: unknown): void;
}

/** One end of the link between two worlds: plain data is cloned, functions and promises become proxies. */
export function linkWorlds(self: string, other: string): WorldLink {
  interface Message {
    readonly kind: 'call' | 'reply' | 'settle' | 'expose';
    readonly id?: number;
    readonly key?: string;
    readonly values?: readonly unknown[];
    readonly value?: unknown;
    readonly error?: string;
  }
  interface Token {
    readonly standIn: 'function' | 'promise';
    readonly of: string;
    readonly id: number;
  }
  const functions = new Map<number, AnyFunction>();
  const identities = new WeakMap<AnyFunction, number>();
  const proxies = new Map<number, AnyFunction>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let reply: Message | null = null;

  const pass = (detail: Message): void => {
    window.dispatchEvent(new CustomEvent(`stand-in:${other}`, { detail }));
  };
  const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  const wrap = (value: unknown): unknown => {
    if (typeof value === 'function') return { standIn: 'function', of: self, id: identify(value as AnyFunction) };
    if (value instanceof Promise) return { standIn: 'promise', of: self, id: promise(value) };
    return visit(value, wrap);
  };
  const unwrap = (value: unknown): unknown => {
    const token = value as Token | null;
    if (token === null || typeof token !== 'object' || token.standIn === undefined) return visit(value, unwrap);
    if (token.standIn === 'promise') {
      return new Promise((resolve, reject) => promises.set(token.id, { resolve, reject }));
    }
    return token.of === self ? functions.get(token.id) : proxy(token.id);
  };
  const visit = (value: unknown, each: (value: unknown) => unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    const plain = value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
    return plain ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, each(entry)])) : value;
  };
  const identify = (value: AnyFunction): number => {
    const id = identities.get(value) ?? ++lastId;
    identities.set(value, id);
    functions.set(id, value);
    return id;
  };
  const promise = (value: Promise<unknown>): number => {
    const id = ++lastId;
    value.then(
      (result) => pass({ kind: 'settle', id, value: wrap(result) }),
      (error: unknown) => pass({ kind: 'settle', id, error: errorText(error) }),
    );
    return id;
  };
  const proxy = (id: number): AnyFunction => {
    const made =
      proxies.get(id) ??
      ((...values: unknown[]) => {
        reply = null;
        pass({ kind: 'call', id, values: values.map(wrap) });
        const answer: Message | null = reply;
        if (answer === null) throw new Error('An object could not be cloned.');
        const { error, value } = answer as Message;
        if (error !== undefined) throw new Error(error);
        return unwrap(value);
      });
    proxies.set(id, made);
    return made;
  };
  const call = ({ id = 0, values = [] }: Message): Message => {
    try {
      return { kind: 'reply', value: wrap(functions.get(id)?.(...values.map(unwrap))) };
    } catch (error) {
      return { kind: 'reply', error: errorText(error) };
    }
  };
  const settle = ({ id = 0, error, value }: Message): void => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (error === undefined) waiting?.resolve(unwrap(value));
    else waiting?.reject(new Error(error));
  };

  window.addEventListener(`stand-in:${self}`, (event) => {
    const message = (event as CustomEvent<Message>).detail;
    if (message.kind === 'call') pass(call(message));
    else if (message.kind === 'reply') reply = message;
    else if (message.kind === 'settle') settle(message);
    else Object.defineProperty(window, message.key ?? '', { value: unwrap(message.value), enumerable: true });
  });
  return { expose: (key, value) => pass({ kind: 'expose', key, value: wrap(value) }) };
}

export interface PreloadTools {
  readonly encode: (value: unknown) => unknown;
  readonly decode: (wire: unknown) => unknown;
  readonly link: WorldLink;
  /** Tells the main process something, as JSON. */
  readonly tell: (text: string) => void;
}

/** What the main process calls in the preload's world. */
export interface PreloadDoor {
  settle(id: number, failed: boolean, wire: unknown): void;
  receive(channel: string, wire: unknown): void;
  /** By number, then by name: files whose paths were asked for in one turn stand in one folder. */
  readonly folders: readonly ReadonlyMap<string, File>[];
}

/** The `electron` that a preload gets, and the door that the main process uses. */
export function preloadElectron(tools: PreloadTools): { readonly electron: object; readonly door: PreloadDoor } {
  const { encode, decode, link } = tools;
  const listeners = new Map<string, Set<AnyFunction>>();
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const folders: Map<string, File>[] = [];
  let folder: Map<string, File> | null = null;
  let lastId = 0;

  const tell = (message: object): void => tools.tell(JSON.stringify(message));
  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]): Promise<unknown> => {
      const id = ++lastId;
      const args = encode(values);
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        tell({ kind: 'invoke', id, channel, args });
      });
    },
    send: (channel: string, ...values: unknown[]): void => tell({ kind: 'send', channel, args: encode(values) }),
    on: (channel: string, listener: AnyFunction): object => {
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(listener));
      return ipcRenderer;
    },
    once: (channel: string, listener: AnyFunction): object => {
      const first: AnyFunction = (...values) => {
        ipcRenderer.removeListener(channel, first);
        listener(...values);
      };
      return ipcRenderer.on(channel, first);
    },
    removeListener: (channel: string, listener: AnyFunction): object => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    off: (channel: string, listener: AnyFunction): object => ipcRenderer.removeListener(channel, listener),
    removeAllListeners: (channel: string): object => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  // The path is only known to the browser, and this must answer at once: a name that stands for the file, which the
  // main process replaces by the path in whatever it is sent (file-paths.ts). Files of one drop share a folder, since
  // the window compares their paths.
  const getPathForFile = (file: File): string => {
    if (folder === null || folder.has(file.name)) {
      folder = new Map();
      folders.push(folder);
      queueMicrotask(() => (folder = null));
    }
    folder.set(file.name, file);
    return `/stand-in-file/${folders.length - 1}/${file.name}`;
  };
  const door: PreloadDoor = {
    settle: (id, failed, wire) => {
      const waiting = pending.get(id);
      pending.delete(id);
      if (failed) waiting?.reject(decode(wire) as Error);
      else waiting?.resolve(decode(wire));
    },
    receive: (channel, wire) => {
      for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer }, ...(decode(wire) as unknown[]));
    },
    folders,
  };
  const contextBridge = { exposeInMainWorld: (key: string, value: unknown) => link.expose(key, value) };
  return { electron: { contextBridge, ipcRenderer, webUtils: { getPathForFile } }, door };
}

/** Tells the main process of keys and of the right mouse button, where the page has not dealt with them itself. */
export function watchInput(tellAll: (message: object) => void): void {
  const key = (event: KeyboardEvent): void => {
    const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const pressed = { kind: 'key', key: event.key, code, ctrlKey, metaKey, altKey, shiftKey };
    setTimeout(() => event.defaultPrevented || tellAll(pressed));
  };
  const menu = (event: MouseEvent): void => {
    const element = event.target as HTMLElement;
    const isEditable = element.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(element.tagName);
    const linkURL = element.closest('a')?.href ?? '';
    const selectionText = String(getSelection());
    const about = { kind: 'context-menu', x: event.clientX, y: event.clientY, isEditable, linkURL, selectionText };
    setTimeout(() => event.defaultPrevented || tellAll(about));
  };
  const watch = (target: EventTarget): void => {
    target.addEventListener('keydown', (event) => key(event as KeyboardEvent));
    target.addEventListener('contextmenu', (event) => menu(event as MouseEvent));
  };
  watch(window);
  // Frames of the same origin: their own scripts may be off, listeners of this world are not.
  document.addEventListener(
    'load',
    (event) => {
      const frame = event.target;
      if (frame instanceof HTMLIFrameElement && frame.contentDocument !== null) watch(frame.contentDocument);
    },
    true,
  );
}
