// A Chromium process that is spoken to over two pipes (`--remote-debugging-pipe`: file descriptors 3 and 4), with a
// profile of its own that goes when it goes. No port is opened, and it ends when this process ends.

import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { connectDevTools, type DevToolsConnection } from './devtools-connection.ts';
import type { Chromium } from './find-chromium.ts';
import { makeProfile } from './profiles.ts';

export interface ChromiumProcess {
  readonly connection: DevToolsConnection;
  /** Fulfilled when the process has ended, however it ended. */
  readonly ended: Promise<void>;
  /** Whether this process waits for Chromium before it exits by itself. It does at first. */
  holdOpen(hold: boolean): void;
  /** Ends it and removes its profile. */
  close(): Promise<void>;
}

const quietArguments = [
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-breakpad',
  // WebRTC would go around the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
];

export const headlessArguments: readonly string[] = ['--headless', '--disable-gpu', '--hide-scrollbars', '--mute-audio'];

/** What makes a Chromium unable to reach any address, loopback included: a proxy where nobody listens. */
export const noNetworkArguments: readonly string[] = ['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'];

/**
 * Starts a Chromium with these arguments beside its own and the quiet ones. Rejects where it does not answer
 * in 30 seconds.
 */
export async function startChromium(chromium: Chromium, more: readonly string[]): Promise<ChromiumProcess> {
  const profile = await makeProfile();
  const child = spawn(chromium.path, [...quietArguments, ...chromium.arguments, `--user-data-dir=${profile}`, ...more], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...chromium.environment },
    detached: process.platform !== 'win32',
  });
  const running = watchOver(child, profile);
  try {
    await running.connection.browser.send('Browser.getVersion');
    return running;
  } catch (error) {
    await running.close();
    throw error;
  }
}

function watchOver(child: ChildProcess, profile: string): ChromiumProcess {
  const [output, input] = [child.stdio[3] as Socket, child.stdio[4] as Socket];
  const connection = connectDevTools(input, output);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const removeNow = (): void => endAndRemoveNow(child, profile);
  process.once('exit', removeNow);
  const gone = ended.then(async () => {
    connection.close('the browser has gone');
    process.removeListener('exit', removeNow);
    // Chromium's helpers may still be writing for a moment: hence the retries.
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  });
  return {
    connection,
    ended: gone,
    holdOpen: (hold) => [child, output, input].forEach((thing) => (hold ? thing.ref() : thing.unref())),
    close: () => end(child, gone),
  };
}

/** For the last moment of this process, where nothing can be awaited. */
function endAndRemoveNow(child: ChildProcess, profile: string): void {
  killAll(child);
  const clock = new Int32Array(new SharedArrayBuffer(4));
  // The last of Chromium's processes may make a folder again while it dies.
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      rmSync(profile, { recursive: true, force: true });
    } catch {
      // Tried again below.
    }
    Atomics.wait(clock, 0, 0, 20);
  }
}

/** Kills Chromium with the processes it started: it leads a process group of its own where there is such a thing. */
function killAll(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All have ended.
    }
  }
}

/** Its profile goes with it, so there is nothing that a gentle end would save; that takes up to three seconds. */
async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.ref();
  killAll(child);
  await gone;
}
