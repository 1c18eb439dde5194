// Starts the engine in Electron's utility process.

import { utilityProcess } from 'electron';
import type { EngineProcess } from './engine-host.ts';
import { childPort } from './ports.ts';

/** @param entry the built engine-process.js */
export function startEngineProcess(entry: string, version: string): EngineProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Offprint Engine',
    stdio: 'inherit',
    env: { ...process.env, OFFPRINT_VERSION: version },
  });
  return {
    port: childPort(child),
    onExit: (listener) => child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
