// The app's engine process as it is built, without the app: started under strace, and asked over the line on which the main process
// asks it.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { EngineCallName, RequestOf, ValueOf } from '../../preload/contract/calls.ts';
import type { Result } from '../../preload/contract/result.ts';
import { createPeer, type Answers } from '../../main/adapters/door/peer.ts';
import type { EngineDoor, MainDoor } from '../../main/shell/engine-link/doors.ts';
import type { TestEngine } from '../engine/harness.ts';
import { steady } from './system-calls.ts';

const root = join(import.meta.dirname, '..', '..');
const entry = join(root, 'out', 'main', 'engine-process.js');
/** Gives it what Electron gives a utility process. */
const utility = join(root, 'test', 'stand-in', 'utility-start.ts');

export interface BuiltEngine extends Pick<TestEngine, 'ask'> {
  /** Rejects, as everything that is asked, when the process was killed. */
  open(library: string): Promise<Result<null>>;
  /** Closes the library and lets the process end. */
  close(): Promise<void>;
  /** Settles when the process is gone; whether it was killed. */
  readonly gone: Promise<boolean>;
}

/** There is no window: pages are checked without one. */
function noWindow(): Promise<never> {
  return Promise.reject(new Error('no window here'));
}

const nothing = (): Promise<null> => Promise.resolve(null);
const answers: Answers<MainDoor> = {
  changed: nothing,
  log: nothing,
  resolveProxy: nothing,
  openTarget: noWindow,
  sendToTarget: noWindow,
  printTarget: noWindow,
  memoryOfTarget: nothing,
  closeTarget: nothing,
};

/** @param words for strace */
export function startBuiltEngine(words: readonly string[]): BuiltEngine {
  const child = spawn('strace', [...words, process.execPath, '--import', utility, entry], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { PATH: process.env['PATH'], OFFPRINT_STAND_IN_UTILITY: '1', ...steady },
  });
  const peer = createPeer<EngineDoor, MainDoor>(
    { post: (message) => void (child.connected && child.send(message as object, () => undefined)), listen: (listener) => child.on('message', listener) },
    answers,
  );
  const gone = new Promise<boolean>((resolve) => child.once('exit', (_, signal) => resolve(signal === 'SIGKILL')));
  void gone.then(() => peer.cut('the process is gone'));
  return {
    open: (path) => peer.ask('open', { path, createIfMissing: false, locale: 'en' }),
    // Both ends are of one table.
    ask: <K extends EngineCallName>(name: K, request: RequestOf<K>) => peer.ask('call', { name, request }) as Promise<Result<ValueOf<K>>>,
    async close() {
      await peer.ask('close', null);
      child.disconnect();
    },
    gone,
  };
}
