// The terminal's side of the door: asks whether an app has the library open, and gives the engine that it has.

import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { engineCallNames } from '../../../preload/contract/call-names.ts';
import type { EngineCallName, Handlers } from '../../../preload/contract/calls.ts';
import type { Topic } from '../../../preload/contract/events.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import { longestMessage, portOf, type AppDoor, type TerminalDoor } from './door.ts';
import { readNote } from './door-place.ts';
import { greetHost } from './greeting.ts';
import { linesOf, type Lines } from './lines.ts';
import { createPeer, LinkCut, type Peer } from './peer.ts';

export interface EngineInApp {
  readonly calls: Handlers<EngineCallName>;
  listen(listener: (topic: Topic) => void): () => void;
  close(): void;
}

export interface KnockTiming {
  /** For the socket, the greeting and the engine's first answer together, in milliseconds. */
  readonly firstMs: number;
  /** The engine is asked this often whether it is still there, and has so long to say so. */
  readonly aliveEveryMs: number;
  readonly aliveMs: number;
}

const usualTiming: KnockTiming = { firstMs: 4000, aliveEveryMs: 5000, aliveMs: 30_000 };

/** Null where no app has this library open, or the one that has it does not answer. */
export async function knock(library: string, env: NodeJS.ProcessEnv = process.env, timing: Partial<KnockTiming> = {}): Promise<EngineInApp | null> {
  const { firstMs, aliveEveryMs, aliveMs } = { ...usualTiming, ...timing };
  const note = await readNote(library, env);
  if (note === null) return null;
  const socket = connect(note.socket);
  const lines = linesOf(socket, longestMessage);
  const listeners = new Set<(topic: Topic) => void>();
  const greeted = greeting(socket, lines, note.secret, listeners);
  const peer = await Promise.race([greeted, wait(firstMs, null, { ref: false })]);
  if (peer === null) {
    lines.end();
    return null;
  }
  const stop = watchOver(peer, lines, aliveEveryMs, aliveMs);
  return {
    calls: callsOf(peer),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stop();
      lines.end();
    },
  };
}

async function greeting(socket: Socket, lines: Lines, secret: string, listeners: ReadonlySet<(topic: Topic) => void>): Promise<Peer<AppDoor> | null> {
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('close', () => resolve(false));
  });
  if (!isOpen || !(await greetHost(lines, secret))) return null;
  const peer = createPeer<AppDoor, TerminalDoor>(portOf(lines), {
    changed: async ({ topic }) => {
      for (const listener of listeners) listener(topic);
      return null;
    },
  });
  void lines.ended.then(() => peer.cut('the app has gone'));
  const first = await peer.ask('call', { name: 'library', request: {} }).catch(() => null);
  return first?.ok === true ? peer : null;
}

/** An engine that does not answer has to be taken for gone: whoever waits for it is told. */
function watchOver(peer: Peer<AppDoor>, lines: Lines, everyMs: number, limitMs: number): () => void {
  const ask = async (): Promise<void> => {
    const answer = peer.ask('call', { name: 'jobs', request: {} }).then(() => true, () => false);
    if (!(await Promise.race([answer, wait(limitMs, false, { ref: false })]))) lines.end();
  };
  const timer = setInterval(() => void ask(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

function callsOf(peer: Peer<AppDoor>): Handlers<EngineCallName> {
  const call = (name: EngineCallName) => async (request: unknown, { signal }: { signal: AbortSignal }): Promise<Result<unknown>> => {
    try {
      return await peer.ask('call', { name, request }, signal);
    } catch (error) {
      // Whether it was done, nobody can say; that it may not have been must be said.
      if (error instanceof LinkCut) return fail('timed-out', 'Offprint', error.message);
      throw error;
    }
  };
  // The other side answers by the same table, and checks what it is asked.
  return Object.fromEntries(engineCallNames.map((name) => [name, call(name)])) as unknown as Handlers<EngineCallName>;
}
