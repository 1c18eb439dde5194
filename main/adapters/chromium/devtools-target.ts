// The seam between two Chromiums: one over a pipe (pipe-host.ts), and Electron's own in a hidden window (main/shell).
// What differs between them is here as verbs; everything else is a DevTools command that works in a page's session.

import type { BrowserInfo } from '../../engine/model/ports.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { DevToolsListener, DevToolsObject } from './devtools-connection.ts';

/** The commands and events of a page, or of a frame of it that has a process of its own. */
export interface DevToolsChannel {
  /** Sends a command and gives its answer, which is taken to be a `T`; rejects when it fails or is not answered in time. */
  send<T extends object = DevToolsObject>(method: string, params?: DevToolsObject): Promise<T>;
  /** Listens to an event; the answer stops listening. */
  on(event: string, listener: DevToolsListener): () => void;
}

/** One page. Commands of the `Browser` domain, `Page.printToPDF`, and of `Target` all but `setAutoAttach`, are not for `send`. */
export interface DevToolsTarget extends DevToolsChannel {
  /** The session of a frame or worker that Chromium has attached (`Target.setAutoAttach` with `flatten`). */
  child(sessionId: string): DevToolsChannel;
  printToPdf(options: PrintOptions): Promise<Uint8Array>;
  /** Bytes of memory that the page's processes hold, or null where that cannot be told. */
  memory(): Promise<number | null>;
  /** Closes the page; what is still waiting is rejected. Closing twice is nothing. */
  close(): Promise<void>;
}

/** Backgrounds are printed, tags and outline are made, and `@page` sizes win over the paper given here. */
export interface PrintOptions {
  /** Inches. */
  readonly paperWidth: number;
  readonly paperHeight: number;
}

export interface TargetRequest {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** The proxy (`http://127.0.0.1:PORT`) that is the page's only way out, for this machine's own addresses too; null: no way at all. */
  readonly proxy: string | null;
  /** Closes the page when it aborts. */
  readonly signal: AbortSignal;
}

export interface TargetHost {
  /** The Chromium that would be used, or null. Starts nothing. */
  find(): Promise<BrowserInfo | null>;
  /**
   * Opens an empty page that has no storage of others, no permissions, no downloads and no windows beside it.
   * Failures: `no-browser`, `timed-out`, `cancelled`.
   */
  openTarget(request: TargetRequest): Promise<Result<DevToolsTarget>>;
  /** Closes all pages, and the Chromium where it is the host's own. It may be used again. */
  close(): Promise<void>;
}
