// A socket as a line of JSON values, one a line. What is no JSON, or longer than it may be, ends it.

import type { Socket } from 'node:net';

export interface Lines {
  send(value: unknown): void;
  /** The next value that comes; undefined when the line has ended. */
  next(): Promise<unknown>;
  /** From here on each value goes to the listener, those that wait first. */
  listen(listener: (value: unknown) => void): void;
  /** Bytes that a line may have from now on. */
  allow(bytes: number): void;
  end(): void;
  readonly ended: Promise<void>;
}

/** @param longest bytes of a line; more ends it before they are kept */
export function linesOf(socket: Socket, longest: number): Lines {
  let most = longest;
  let pieces: Buffer[] = [];
  let length = 0;
  const waiting: unknown[] = [];
  let take: ((value: unknown) => void) | null = null;
  let listener: ((value: unknown) => void) | null = null;

  function give(value: unknown): void {
    if (listener !== null) return listener(value);
    if (take === null) return void waiting.push(value);
    const taker = take;
    take = null;
    taker(value);
  }

  function line(bytes: Buffer): void {
    try {
      give(JSON.parse(bytes.toString('utf8')));
    } catch {
      socket.destroy();
    }
  }

  socket.on('data', (chunk: Buffer) => {
    for (let from = 0; from < chunk.length && !socket.destroyed; ) {
      const at = chunk.indexOf(0x0a, from);
      const piece = chunk.subarray(from, at === -1 ? chunk.length : at);
      length += piece.length;
      if (length > most) return void socket.destroy();
      pieces.push(piece);
      from += piece.length + 1;
      if (at === -1) continue;
      const whole = Buffer.concat(pieces);
      [pieces, length] = [[], 0];
      line(whole);
    }
  });
  // What goes wrong with it ends it; whoever waits is told by that.
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve();
      take?.(undefined);
    });
  });

  return {
    send: (value) => void (socket.destroyed || socket.write(`${JSON.stringify(value)}\n`)),
    next: () => (waiting.length > 0 ? Promise.resolve(waiting.shift()) : socket.destroyed ? Promise.resolve(undefined) : new Promise((resolve) => (take = resolve))),
    listen(next) {
      listener = next;
      for (const value of waiting.splice(0)) next(value);
    },
    allow(bytes) {
      most = bytes;
    },
    end: () => void socket.destroy(),
    ended,
  };
}
