// What the engine's process answers: it keeps the one open library and hands calls to it.

import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { CallContext, EngineCallName } from '../../../preload/contract/calls.ts';
import type { Topic } from '../../../preload/contract/events.ts';
import type { CaptureSettings } from '../../../preload/contract/settings.ts';
import type { Engine } from '../../engine/engine.ts';
import type { EngineDoor, OpenRequest, TargetEvent } from './doors.ts';
import type { Answers } from '../../adapters/door/peer.ts';

export interface EngineDoorParts {
  readonly openEngine: (request: OpenRequest) => Promise<Result<Engine>>;
  readonly changed: (topic: Topic) => void;
  readonly setProxy: (proxy: string) => void;
  readonly setCapturing: (settings: CaptureSettings) => void;
  readonly targetEvent: (event: TargetEvent) => void;
  /** Lets go of what the ports hold. */
  readonly release: () => Promise<void>;
}

type AnyCall = (request: unknown, context: CallContext) => Promise<Result<unknown>>;

export function createEngineDoor(parts: EngineDoorParts): Answers<EngineDoor> {
  let engine: Engine | null = null;

  async function closeLibrary(): Promise<void> {
    const closing = engine;
    engine = null;
    await closing?.close();
  }

  return {
    async open(request) {
      await closeLibrary();
      const opened = await parts.openEngine(request);
      if (!opened.ok) return opened;
      engine = opened.value;
      engine.listen(parts.changed);
      return ok(null);
    },
    call: ({ name, request }, signal) =>
      engine === null ? Promise.resolve(fail('not-found', name)) : callEngine(engine, name, request, signal),
    setProxy({ proxy }) {
      parts.setProxy(proxy);
      return Promise.resolve(null);
    },
    setCapturing(settings) {
      parts.setCapturing(settings);
      return Promise.resolve(null);
    },
    targetEvent(event) {
      parts.targetEvent(event);
      return Promise.resolve(null);
    },
    async close() {
      await closeLibrary();
      await parts.release();
      return null;
    },
  };
}

function callEngine(
  engine: Engine,
  name: EngineCallName,
  request: unknown,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  // The border of the main process has checked the request by the same name (calls/answer-call.ts).
  const call = engine.calls[name] as AnyCall;
  return call(request, { signal });
}
