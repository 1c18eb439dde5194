// Keeps the engine's process running and a library open in it. When the process dies it is started again, later each
// time, and the library is opened anew; calls wait for that. Knows nothing of Electron: it is handed the process.

import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineCallName } from '../../../preload/contract/calls.ts';
import type { Topic } from '../../../preload/contract/events.ts';
import type { Locale } from '../../../preload/contract/messages/locale.ts';
import { fail, type Failure, type Result } from '../../../preload/contract/result.ts';
import type { CaptureSettings } from '../../../preload/contract/settings.ts';
import type { LogPort } from '../../engine/model/ports.ts';
import type { EngineDoor, LibraryRequest, MainDoor, TargetEvent } from './doors.ts';
import { createPeer, type Answers, type Peer, type Port } from '../../adapters/door/peer.ts';

export interface EngineProcess {
  readonly port: Port;
  readonly onExit: (listener: (code: number) => void) => void;
  readonly kill: () => void;
}

export interface EngineHostParts {
  readonly start: () => EngineProcess;
  /** What the engine's process may ask of this one, beside telling of changes. */
  readonly answers: Omit<Answers<MainDoor>, 'changed'>;
  readonly changed: (topic: Topic) => void;
  /** The process is gone; what was kept for it can be let go. */
  readonly gone: () => void;
  /** The settings that the engine needs. */
  readonly proxy: () => string;
  readonly capturing: () => CaptureSettings;
  readonly locale: () => Locale;
  readonly log: LogPort;
  /** Milliseconds before the first, second, … start after a death; the last for all further. */
  readonly pausesMs?: readonly number[];
}

export interface EngineHost {
  /** Opens a library and stays with it, open or not. */
  readonly open: (request: LibraryRequest) => Promise<Result<null>>;
  /** Goes over to another library, or back to the one before when that one cannot be opened. */
  readonly switchTo: (path: string) => Promise<Result<null>>;
  readonly libraryPath: () => string;
  /** Why the library is not open, or null. Waits for an opening that is under way. */
  readonly problem: () => Promise<Failure | null>;
  /** Rejects when the process dies meanwhile. */
  readonly call: (name: EngineCallName, request: unknown, signal?: AbortSignal) => Promise<Result<unknown>>;
  readonly setProxy: (proxy: string) => void;
  /** For captures from now on. */
  readonly setCapturing: (settings: CaptureSettings) => void;
  /** Tells the engine of an event of one of its hidden pages. */
  readonly targetEvent: (event: TargetEvent) => void;
  /** Closes the library and ends the process. */
  readonly close: () => Promise<void>;
}

const usualPausesMs = [100, 1_000, 5_000, 15_000, 30_000];
/** A process that lived so long has done well: the pauses begin anew. */
const healthyMs = 60_000;
const closeMs = 10_000;

export function createEngineHost(parts: EngineHostParts): EngineHost {
  return new Host(parts).face();
}

class Host {
  readonly #parts: EngineHostParts;
  #running: { readonly process: EngineProcess; readonly peer: Peer<EngineDoor> } | null = null;
  #library: LibraryRequest = { path: '', createIfMissing: false };
  #opening: Promise<Result<null>> = Promise.resolve(fail('not-found', ''));
  #deaths = 0;
  #closing = false;

  constructor(parts: EngineHostParts) {
    this.#parts = parts;
  }

  face(): EngineHost {
    return {
      open: (request) => this.#open(request),
      switchTo: (path) => this.#switchTo(path),
      libraryPath: () => this.#library.path,
      problem: () => this.#problem(),
      call: (name, request, signal) => this.#call(name, request, signal),
      setProxy: (proxy) => this.#tell('setProxy', { proxy }),
      setCapturing: ({ mediaMb, wayback }) => this.#tell('setCapturing', { mediaMb, wayback }),
      targetEvent: (event) => this.#tell('targetEvent', event),
      close: () => this.#close(),
    };
  }

  #open(request: LibraryRequest): Promise<Result<null>> {
    this.#library = request;
    const peer = this.#peer();
    this.#opening = peer
      .ask('open', { path: request.path, createIfMissing: request.createIfMissing, locale: this.#parts.locale() })
      // The process died over it; the next one tries again.
      .catch((error: unknown) => fail('bug', request.path, String(error)));
    return this.#opening;
  }

  async #switchTo(path: string): Promise<Result<null>> {
    const before = this.#library;
    const opened = await this.#open({ path, createIfMissing: true });
    if (!opened.ok) await this.#open({ ...before, createIfMissing: false });
    return opened;
  }

  async #problem(): Promise<Failure | null> {
    const opened = await this.#opening;
    return opened.ok ? null : opened.failure;
  }

  async #call(name: EngineCallName, request: unknown, signal?: AbortSignal): Promise<Result<unknown>> {
    const opened = await this.#opening;
    return opened.ok ? await this.#peer().ask('call', { name, request }, signal) : opened;
  }

  /** Events, for which nobody waits: a process that dies has lost them with all else. */
  #tell<K extends 'setProxy' | 'setCapturing' | 'targetEvent'>(name: K, request: Parameters<EngineDoor[K]>[0]): void {
    this.#running?.peer.ask(name, request).catch(() => undefined);
  }

  #peer(): Peer<EngineDoor> {
    if (this.#running !== null) return this.#running.peer;
    const process = this.#parts.start();
    const startedAt = Date.now();
    const peer = createPeer<EngineDoor, MainDoor>(process.port, {
      ...this.#parts.answers,
      changed: ({ topic }) => {
        this.#parts.changed(topic);
        return Promise.resolve(null);
      },
    });
    this.#running = { process, peer };
    process.onExit((code) => this.#died(code, Date.now() - startedAt));
    this.#tell('setProxy', { proxy: this.#parts.proxy() });
    const { mediaMb, wayback } = this.#parts.capturing();
    this.#tell('setCapturing', { mediaMb, wayback });
    return peer;
  }

  #died(code: number, livedMs: number): void {
    this.#running?.peer.cut(`the engine stopped (${code})`);
    this.#running = null;
    this.#parts.gone();
    if (this.#closing) return;
    this.#deaths = livedMs > healthyMs ? 1 : this.#deaths + 1;
    this.#parts.log.write('error', 'the engine stopped', { code, livedMs, deaths: this.#deaths });
    this.#opening = this.#startAgain();
  }

  async #startAgain(): Promise<Result<null>> {
    const pauses = this.#parts.pausesMs ?? usualPausesMs;
    await sleep(pauses[Math.min(this.#deaths, pauses.length) - 1] ?? 0);
    if (this.#closing) return fail('cancelled', this.#library.path);
    const opened = await this.#open({ ...this.#library, createIfMissing: false });
    this.#parts.changed('library');
    return opened;
  }

  async #close(): Promise<void> {
    this.#closing = true;
    const running = this.#running;
    if (running === null) return;
    const closed = running.peer.ask('close', null).catch(() => undefined);
    await Promise.race([closed, sleep(closeMs, undefined, { ref: false })]);
    running.process.kill();
  }
}
