// The door itself: what is asked through it, and the port of messages that two greeted ends have. Who comes through may ask
// for the calls of the engine's table, and for nothing else.

import * as v from 'valibot';
import type { Topic } from '../../../preload/contract/events.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Lines } from './lines.ts';
import type { Port } from './peer.ts';

/** What a command asks of the app. */
export interface AppDoor {
  /** One of the engine's calls, as yet unchecked. */
  call(request: { readonly name: string; readonly request: unknown }): Result<unknown>;
}

/** What the app tells a command. */
export interface TerminalDoor {
  changed(event: { readonly topic: Topic }): null;
}

/** Before the greeting, and after it. */
export const longestGreeting = 4096;
export const longestMessage = 256 * 1024 * 1024;

const id = v.pipe(v.number(), v.safeInteger());
const message = v.variant('kind', [
  v.strictObject({ kind: v.literal('ask'), id, name: v.pipe(v.string(), v.maxLength(100)), request: v.unknown() }),
  v.strictObject({ kind: v.literal('answer'), id, value: v.unknown() }),
  v.strictObject({ kind: v.literal('error'), id, message: v.string() }),
  v.strictObject({ kind: v.literal('cancel'), id }),
]);

/** What is no message ends the line. */
export function portOf(lines: Lines): Port {
  return {
    post: (sent) => lines.send(sent),
    listen: (listener) =>
      lines.listen((received) => {
        if (v.is(message, received)) listener(received);
        else lines.end();
      }),
  };
}
