// Our own world in a frame: the page's DOM without the page's scripts, which neither see nor can bend what we do there.

import type { DevToolsChannel } from '../devtools-target.ts';
import { DevToolsError, DevToolsTimeout } from '../devtools-connection.ts';

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** The world's context in a frame; the same one each time until the frame goes elsewhere. */
export async function ownWorld(channel: DevToolsChannel, frameId: string): Promise<number> {
  const made = await channel.send<{ executionContextId: number }>('Page.createIsolatedWorld', { frameId, worldName: 'offprint' });
  return made.executionContextId;
}

/** The value of an expression, awaited. Rejects with a DevToolsError, also for what the expression throws. */
export async function evaluateIn<T>(channel: DevToolsChannel, contextId: number, expression: string): Promise<T> {
  const { result, exceptionDetails } = await channel.send<Evaluated>('Runtime.evaluate', {
    expression,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails === undefined) return result.value as T;
  throw new DevToolsError('Runtime.evaluate', exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** What the work gives, or a DevToolsTimeout when it takes longer than `ms` milliseconds. */
export async function within<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DevToolsTimeout(what, `not done in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    // Where the time is over first, nobody waits for this any more.
    work.catch(() => undefined);
  }
}
