// The app's side of the door: a socket that only this user can open, by which commands reach the open library.

import { rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Topic } from '../../../preload/contract/events.ts';
import { longestGreeting, longestMessage, portOf, type AppDoor, type TerminalDoor } from './door.ts';
import { leaveNote, takeNote, type DoorNote } from './door-place.ts';
import { greetGuest } from './greeting.ts';
import { linesOf } from './lines.ts';
import { createPeer, type Answers, type Peer } from './peer.ts';

/** Who has not shown the secret by then is sent away, in milliseconds. */
const greetingMs = 5000;
/** Commands at once. */
const mostGuests = 32;

export interface OpenDoor {
  /** Tells every command that is there that something changed. */
  changed(topic: Topic): void;
  close(): Promise<void>;
}

/** @throws where no private place can be made, or the socket cannot be opened. */
export async function openDoor(library: string, answers: Answers<AppDoor>, env: NodeJS.ProcessEnv = process.env): Promise<OpenDoor> {
  const note = await leaveNote(library, env);
  const guests = new Map<Socket, Peer<TerminalDoor> | null>();
  const server = createServer((socket) => {
    if (guests.size >= mostGuests) return void socket.destroy();
    guests.set(socket, null);
    void receive(socket, note.secret, answers, (peer) => guests.set(socket, peer)).finally(() => guests.delete(socket));
  });
  await listen(server, note);
  return {
    changed(topic) {
      for (const peer of guests.values()) peer?.ask('changed', { topic }).catch(() => undefined);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of guests.keys()) socket.destroy();
      await closed;
      await takeNote(library, note, env);
    },
  };
}

async function listen(server: Server, { socket }: DoorNote): Promise<void> {
  // A killed app leaves its socket. That it is not in use is known: its library is locked by this one.
  if (process.platform !== 'win32') await rm(socket, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  server.unref();
}

async function receive(socket: Socket, secret: string, answers: Answers<AppDoor>, enter: (peer: Peer<TerminalDoor>) => void): Promise<void> {
  const lines = linesOf(socket, longestGreeting);
  const isKnown = await Promise.race([greetGuest(lines, secret, longestMessage), wait(greetingMs, false, { ref: false })]);
  if (!isKnown) return lines.end();
  const peer = createPeer<TerminalDoor, AppDoor>(portOf(lines), answers);
  enter(peer);
  await lines.ended;
  // What was under way for a command that is gone is cancelled, as it would be in its own process.
  peer.cut('the command has ended');
}
