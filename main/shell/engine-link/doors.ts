// What the main process and the engine's process ask of each other.

import type { EngineCallName } from '../../../preload/contract/calls.ts';
import type { Topic } from '../../../preload/contract/events.ts';
import type { Locale } from '../../../preload/contract/messages/locale.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { CaptureSettings } from '../../../preload/contract/settings.ts';
import type { DevToolsObject } from '../../adapters/chromium/devtools-connection.ts';
import type { PrintOptions } from '../../adapters/chromium/devtools-target.ts';
import type { LogPort } from '../../engine/model/ports.ts';

export interface LibraryRequest {
  /** Absolute. */
  readonly path: string;
  readonly createIfMissing: boolean;
}

export interface OpenRequest extends LibraryRequest {
  /** Of what exports say in Offprint's own words. */
  readonly locale: Locale;
}

/** What the main process asks the engine's process. */
export interface EngineDoor {
  /** Closes the library that is open, and opens another. */
  open(request: OpenRequest): Result<null>;
  /** One of the engine's calls, its request checked. */
  call(request: { readonly name: EngineCallName; readonly request: unknown }): Result<unknown>;
  /** The setting: `system`, `none` or a proxy's URL. Holds for requests from now on. */
  setProxy(request: { readonly proxy: string }): null;
  /** What captures take along, from now on. */
  setCapturing(request: CaptureSettings): null;
  targetEvent(request: TargetEvent): null;
  /** Closes the library and lets go of everything. */
  close(request: null): null;
}

/** What the engine's process asks the main process: what only Electron can do. */
export interface MainDoor {
  changed(request: { readonly topic: Topic }): null;
  log(request: LogLine): null;
  /** The system's proxy for an address, or null. */
  resolveProxy(request: { readonly url: string }): string | null;
  /** Opens a hidden page; answers its id. */
  openTarget(request: { readonly width: number; readonly height: number; readonly proxy: string | null }): string;
  sendToTarget(request: TargetCommand): DevToolsObject;
  printTarget(request: { readonly targetId: string; readonly options: PrintOptions }): Uint8Array;
  /** Bytes, or null where that cannot be told. */
  memoryOfTarget(request: { readonly targetId: string }): number | null;
  closeTarget(request: { readonly targetId: string }): null;
}

/** An event of a hidden page's DevTools. */
export interface TargetEvent {
  readonly targetId: string;
  /** Of a frame with a process of its own; empty for the page. */
  readonly sessionId: string;
  readonly event: string;
  readonly params: DevToolsObject;
}

export interface TargetCommand {
  readonly targetId: string;
  /** As in TargetEvent. */
  readonly sessionId: string;
  readonly method: string;
  readonly params: DevToolsObject;
}

export interface LogLine {
  readonly level: Parameters<LogPort['write']>[0];
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
