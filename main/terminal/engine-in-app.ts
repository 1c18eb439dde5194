// The engine of the app that has the library open, as commands see an engine.

import { setTimeout as wait } from 'node:timers/promises';
import { knock, type EngineInApp } from '../adapters/door/knock.ts';
import type { Engine } from './run.ts';

/** How often it is asked whether the index is whole, in milliseconds. */
const lookEveryMs = 200;

/** Null where no app has the library open, or it does not answer. */
export async function engineInApp(libraryPath: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Engine | null> {
  const app = await knock(libraryPath, env);
  if (app === null) return null;
  const filled = whenFilled(app, signal);
  return {
    calls: app.calls,
    listen: (listener) => app.listen(listener),
    filled,
    // The app has compared the folder when it opened it, and does so now and then.
    synced: filled,
    close: async () => app.close(),
  };
}

async function whenFilled({ calls }: EngineInApp, signal: AbortSignal): Promise<void> {
  const question = { query: '', place: 'all', tag: null, sort: 'newest', offset: 0, limit: 0, typing: false } as const;
  for (;;) {
    const answer = await calls.find(question, { signal });
    if (!answer.ok || !answer.value.indexing || signal.aborted) return;
    await wait(lookEveryMs);
  }
}
