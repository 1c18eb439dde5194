// Asking and answering between two processes over one port of messages. Both ends have a table of what they can be
// asked (doors.ts) and use the same code; an event is a question to which nobody waits for the answer.

export interface Port {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

/** A table of questions: `name(request): answer`. */
export type Door<D> = { readonly [K in keyof D]: (request: never) => unknown };
type RequestTo<D extends Door<D>, K extends keyof D> = Parameters<D[K]>[0];

export type Answers<D extends Door<D>> = {
  readonly [K in keyof D]: (request: RequestTo<D, K>, signal: AbortSignal) => Promise<ReturnType<D[K]>>;
};

export interface Peer<Theirs extends Door<Theirs>> {
  /** Rejects with what the other side threw, and when the link is cut. Aborting tells the other side to stop. */
  ask<K extends keyof Theirs & string>(
    name: K,
    request: RequestTo<Theirs, K>,
    signal?: AbortSignal,
  ): Promise<ReturnType<Theirs[K]>>;
  /** Rejects everything that waits, and everything asked from now on. */
  cut(reason: string): void;
}

type Message =
  | { readonly kind: 'ask'; readonly id: number; readonly name: string; readonly request: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string }
  | { readonly kind: 'cancel'; readonly id: number };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type AnyAnswer = (request: unknown, signal: AbortSignal) => Promise<unknown>;

/** The other process is gone: what was asked of it was not answered, and may or may not have been done. */
export class LinkCut extends Error {}

/** @param ours what this side answers */
export function createPeer<Theirs extends Door<Theirs>, Ours extends Door<Ours>>(
  port: Port,
  ours: Answers<Ours>,
): Peer<Theirs> {
  const answers = new Map<string, AnyAnswer>(Object.entries(ours) as [string, AnyAnswer][]);
  const waiting = new Map<number, Waiting>();
  const running = new Map<number, AbortController>();
  let lastId = 0;
  let cutBecause: string | null = null;

  function post(message: Message): void {
    if (cutBecause === null) port.post(message);
  }

  async function answer(id: number, name: string, request: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const asked = answers.get(name);
      if (asked === undefined) throw new Error(`nobody answers ${name}`);
      post({ kind: 'answer', id, value: await asked(request, controller.signal) });
    } catch (error) {
      post({ kind: 'error', id, message: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  }

  function take(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  port.listen((received) => {
    const message = received as Message;
    switch (message.kind) {
      case 'ask':
        return void answer(message.id, message.name, message.request);
      case 'answer':
        return take(message.id)?.resolve(message.value);
      case 'error':
        return take(message.id)?.reject(new Error(message.message));
      case 'cancel':
        return running.get(message.id)?.abort();
    }
  });

  return {
    ask(name, request, signal) {
      if (cutBecause !== null) return Promise.reject(new LinkCut(cutBecause));
      const id = ++lastId;
      const cancel = () => post({ kind: 'cancel', id });
      signal?.addEventListener('abort', cancel, { once: true });
      const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      post({ kind: 'ask', id, name, request });
      if (signal?.aborted === true) cancel();
      // The other side answers by the same table (doors.ts), compiled with this one.
      return answered.finally(() => signal?.removeEventListener('abort', cancel)) as Promise<never>;
    },
    cut(reason) {
      cutBecause ??= reason;
      for (const one of waiting.values()) one.reject(new LinkCut(cutBecause));
      waiting.clear();
      for (const controller of running.values()) controller.abort();
    },
  };
}
