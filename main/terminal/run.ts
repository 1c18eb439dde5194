// What every command is given, and how it ends.

import type { EngineCallName, Handlers } from '../../preload/contract/calls.ts';
import type { Topic } from '../../preload/contract/events.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { Output } from './output.ts';

/** 0: done (saved, or saved in part). 1: something failed. 2: used wrongly, or asked for what cannot be done. */
export type ExitCode = 0 | 1 | 2;

/** The engine as commands see it. */
export interface Engine {
  readonly calls: Handlers<EngineCallName>;
  listen(listener: (topic: Topic) => void): () => void;
  /** Settles when lists and searches are whole. */
  readonly filled: Promise<void>;
  /** Settles when what was changed in the folder by hand has been noticed. */
  readonly synced: Promise<void>;
  close(): Promise<void>;
}

export interface OpenRequest {
  readonly libraryPath: string;
  readonly access: 'write' | 'read';
  readonly createIfMissing: boolean;
}

/** Opens the engine with everything around it; closing it lets all of that go. `verbose` tells on stderr what it does. */
export type OpenEngine = (request: OpenRequest & { readonly verbose: boolean }) => Promise<Result<Engine>>;

export interface Run {
  readonly output: Output;
  readonly signal: AbortSignal;
  /** The folder that relative paths stand against. */
  readonly folder: string;
  readonly libraryPath: string;
  readonly open: (request: OpenRequest) => Promise<Result<Engine>>;
  /** The engine of the app that has the library open; null where none has, or it does not answer. */
  readonly knock: (libraryPath: string) => Promise<Engine | null>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
}

/** The worse of two ends. */
export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
