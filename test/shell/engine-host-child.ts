// The process at the other end in engine-host.test.ts: the real link, with an engine that does as it is told.

import { setTimeout as sleep } from 'node:timers/promises';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { EngineDoor, MainDoor } from '../../main/shell/engine-link/doors.ts';
import { createPeer, type Peer } from '../../main/adapters/door/peer.ts';

let path = '';

async function call(name: string, request: unknown, signal: AbortSignal): Promise<Result<unknown>> {
  if (name === 'counts') throw new Error('a bug in the engine');
  if (name === 'reindex') process.exit(7);
  if (name === 'doctor') return ok(await main.ask('resolveProxy', { url: 'http://a.test/' }));
  if (name === 'verify') {
    await sleep(60_000, undefined, { signal }).catch(() => undefined);
    return fail('cancelled', name);
  }
  return ok({ path, asked: request });
}

const port = {
  post: (message: unknown) => process.send?.(message),
  listen: (listener: (message: unknown) => void) => process.on('message', listener),
};

const main: Peer<MainDoor> = createPeer<MainDoor, EngineDoor>(port, {
  open: async (request) => {
    if (request.path === '/locked') return fail('locked', request.path);
    path = request.path;
    return ok(null);
  },
  call: ({ name, request }, signal) => call(name, request, signal),
  setProxy: async () => null,
  setCapturing: async () => null,
  targetEvent: async () => null,
  close: async () => null,
});
