// The ports: all that the engine asks of the outside world. main/adapters/ holds what stands behind them.

import type { Result } from '../../../preload/contract/result.ts';
import type { PageJobs, PageJobName } from './page-jobs.ts';

export interface Ports {
  readonly files: FilesPort;
  readonly http: HttpPort;
  readonly browser: BrowserPort;
  readonly pages: PagesPort;
  readonly assets: AssetsPort;
  readonly log: LogPort;
  readonly now: () => Date;
}

export type FileKind = 'file' | 'folder' | 'other';

export interface FileStat {
  readonly kind: FileKind;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** Marked as not to be written; whether it could be written all the same depends on who asks. */
  readonly readOnly: boolean;
}

/**
 * The file system in small steps, so that a fault can be put at each. Paths are absolute.
 * What is not there is null or empty, never an error; other errors are Node's own (`code`: ENOSPC, EPERM, ...).
 */
export interface FilesPort {
  read(path: string): Promise<Uint8Array | null>;
  /** Null for what is not there. Does not follow a last symbolic link: such a link is `other`. */
  stat(path: string): Promise<FileStat | null>;
  /** Names and kinds, sorted; empty for a folder that is not there. */
  list(path: string): Promise<readonly { readonly name: string; readonly kind: FileKind }[]>;
  /** With those above it; nothing for one that is there. Each that it makes is synced to disk. */
  makeFolder(path: string): Promise<void>;
  /** Makes a new file with these bytes and syncs them to disk; EEXIST where there is one. */
  writeNew(path: string, bytes: Uint8Array): Promise<void>;
  /** Replaces what is there; waits out a scanner that holds the file (EPERM, EBUSY), 60 s or `patienceMs`. */
  rename(from: string, to: string, patienceMs?: number): Promise<void>;
  /** Syncs a folder's entries to disk; nothing where the system cannot. */
  syncFolder(path: string): Promise<void>;
  /** Removes a file or a whole folder; nothing for what is not there. */
  remove(path: string): Promise<void>;
  /**
   * Tells of changes under a folder, by the path inside it with `/` between, as far as the system can: where it cannot
   * watch whole trees, of names that come and go in the folder and in the folders right inside it. Answers what ends it.
   */
  watch(path: string, changed: (inside: string) => void): () => void;
}

export interface HttpRequest {
  readonly url: string;
  /** What is being fetched; chooses `Accept` and the size limit. */
  readonly want: 'page' | 'image' | 'style' | 'font' | 'media';
  /** The Referer to send, or null for none. */
  readonly referer: string | null;
  /** Cookies live as long as this jar: one capture. It also knows on which network the capture's page is. */
  readonly jar: CookieJar;
  /** Where the page that shows this is from; null or absent when unknown, and for a page itself. */
  readonly page?: string | null;
  /**
   * Which of the jar's cookies go along. `as-browser` (by default): those that a browser sends with what this page shows, which to
   * another site are few. `all`: those that it would send to someone who opened the address itself. Never those of another domain.
   */
  readonly cookies?: 'as-browser' | 'all';
  /** Milliseconds of silence, before the head and between two pieces of the body, where that is less than is usual. */
  readonly patienceMs?: number;
  /** Decoded bytes, where that is less than is usual. What says beforehand that it is larger is not begun. */
  readonly maxBytes?: number;
  /** Is told until when a wait lasts that the site asked for (429, 503 with Retry-After), and null when it is over. */
  readonly waiting?: (until: Date | null) => void;
  readonly signal: AbortSignal;
}

/** Opaque to the engine; made by `HttpPort.newJar`. */
export interface CookieJar {
  readonly kind: 'cookies';
  /** Whether it has cookies for an address that a browser would not send with what this page shows. */
  withholds(url: string, page: string | null): Promise<boolean>;
}

export interface HttpAnswer {
  readonly url: string;
  readonly finalUrl: string;
  readonly status: number;
  /** Lower-case names; several values of one name joined with `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded from gzip, brotli, zstd. */
  readonly bytes: Uint8Array;
}

export interface HttpPort {
  /** For one capture, whose time runs from now on. */
  newJar(): CookieJar;
  /**
   * GETs an address. Any complete answer is `ok`, whatever its status; failures are `offline`, `insecure`, `timed-out`,
   * `too-large`, `bad-input` (a scheme that is not http or https), `refused` (too many redirects, or one that leads to
   * another scheme; an address of one's own network, for a page that is not on it) and `cancelled`. A site that asks to come
   * back soon is asked again by itself. When the page of this jar has used up its time or its bytes, nothing more is asked for:
   * `timed-out`, `too-large`.
   */
  get(request: HttpRequest): Promise<Result<HttpAnswer>>;
  /** The proxy that an address would go through, or null. */
  proxyFor(url: string): Promise<string | null>;
}

/** A file that a sealed page may load. */
export interface SealedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

export interface SealedRequest {
  /** The path of the page to open, as `read` knows it, without a leading slash. */
  readonly path: string;
  /** Answers every path under the sealed origin; null is a 404. */
  readonly read: (path: string) => Promise<SealedFile | null>;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly signal: AbortSignal;
}

export interface PdfOptions {
  /** Inches. CSS `@page` in the document wins where it is set. */
  readonly paperWidth: number;
  readonly paperHeight: number;
}

/** A page open in a Chromium that can reach nothing but what `read` answers. Scripts in the page do not run. */
export interface SealedPage {
  /** Runs our own expression in an isolated world and gives its value (awaited); what it cannot clone is an error. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits for fonts and pictures, at most `ms` milliseconds. */
  settle(ms: number): Promise<void>;
  /** Addresses outside the seal that were asked for, and refused. */
  readonly leaks: () => readonly string[];
  printToPdf(options: PdfOptions): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface BrowserInfo {
  readonly name: string;
  readonly path: string | null;
}

export interface DrawRequest {
  /** http or https. */
  readonly url: string;
  readonly signal: AbortSignal;
}

/** A frame's contents as they were drawn. */
export interface DrawnFrame {
  /** The element that holds it has `data-offprint-frame` with this id, in the page or in another frame. */
  readonly id: string;
  readonly url: string;
  /** What its links resolve against. */
  readonly base: string;
  readonly html: string;
}

/** An answer that the browser has seen. Its text, if it is text, is UTF-8. */
export interface BrowserCopy {
  readonly finalUrl: string;
  readonly status: number;
  /** As the server named it. */
  readonly type: string;
  read(): Promise<Uint8Array>;
}

/** A page of the web as a Chromium has drawn it, 1280 CSS pixels wide, scrolled through and quiet. */
export interface DrawnPage {
  readonly finalUrl: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The server's own answer, before any script ran. */
  readonly bytes: Uint8Array;
  /** The page as drawn, without its scripts; empty for what is no page. Shadow roots are declarative. */
  readonly html: string;
  readonly base: string;
  readonly frames: readonly DrawnFrame[];
  /** What was odd about it, in plain words, for the log. */
  readonly notes: readonly string[];
  /** What the browser has of an address, or null. Until the page is closed. */
  copyOf(url: string): BrowserCopy | null;
  close(): Promise<void>;
}

export interface BrowserPort {
  /** The Chromium that would be used, or null when there is none. Starts nothing. */
  find(): Promise<BrowserInfo | null>;
  /** Opens a sealed page. Failures: `no-browser`, `timed-out`, `cancelled`. */
  openSealed(request: SealedRequest): Promise<Result<SealedPage>>;
  /**
   * Goes to a page, with a profile of its own that is thrown away. Any answer is `ok`, whatever its status; failures are
   * `no-browser`, `offline`, `insecure`, `refused`, `timed-out`, `too-large`, `unsupported` (a download) and `cancelled`.
   */
  draw(request: DrawRequest): Promise<Result<DrawnPage>>;
}

/**
 * Runs a page job (pure work on a stranger's HTML) in a worker with bounds on memory and time.
 * Failures: `timed-out`, `too-large` (memory), `cancelled`.
 */
export interface PagesPort {
  run<K extends PageJobName>(job: K, input: PageJobs[K]['input'], signal: AbortSignal): Promise<Result<PageJobs[K]['output']>>;
}

/** Files that come with the app. */
export interface AssetsPort {
  /** A font or style for print, by its name under the print assets (`noto-serif-sc/400.css`, `noto-serif-sc/files/…woff2`); null for none. */
  readPrintAsset(name: string): Promise<Uint8Array | null>;
}

export interface LogPort {
  write(level: 'info' | 'warning' | 'error', message: string, facts?: Readonly<Record<string, unknown>>): void;
}
