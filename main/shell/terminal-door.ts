// Commands from the terminal, answered by the library that the app has open: one door at a time, at the library's own place.

import { isEngineCall } from '../../preload/contract/call-names.ts';
import type { Topic } from '../../preload/contract/events.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { openDoor, type OpenDoor } from '../adapters/door/open-door.ts';
import type { LogPort } from '../engine/model/ports.ts';
import { answerEngineCall } from './calls/answer-call.ts';
import type { EngineHost } from './engine-link/engine-host.ts';

export interface TerminalDoor {
  /** Moves the door to the library that is open now. A door that cannot be opened is logged, and commands do without. */
  moveTo(library: string): Promise<void>;
  changed(topic: Topic): void;
  close(): Promise<void>;
}

export function createTerminalDoor(engine: Pick<EngineHost, 'call'>, log: LogPort, env: NodeJS.ProcessEnv = process.env): TerminalDoor {
  let moving: Promise<OpenDoor | null> = Promise.resolve(null);
  let current: OpenDoor | null = null;

  async function answer(name: string, request: unknown, signal: AbortSignal): Promise<Result<unknown>> {
    if (!isEngineCall(name)) return fail('bad-input', name);
    return answerEngineCall({ engineCall: (call, checked) => engine.call(call, checked, signal), log }, name, request);
  }

  async function reopened(library: string | null): Promise<OpenDoor | null> {
    const before = current;
    current = null;
    try {
      await before?.close();
      return library === null ? null : await openDoor(library, { call: ({ name, request }, signal) => answer(name, request, signal) }, env);
    } catch (error) {
      log.write('warning', 'commands in the terminal cannot reach the app', { error: String(error) });
      return null;
    }
  }

  function move(library: string | null): Promise<OpenDoor | null> {
    moving = moving.then(async () => (current = await reopened(library)));
    return moving;
  }

  return {
    moveTo: async (library) => void (await move(library)),
    changed: (topic) => current?.changed(topic),
    close: async () => void (await move(null)),
  };
}
