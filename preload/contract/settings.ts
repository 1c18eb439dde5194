// What a user can set, and what stands before they do.

import { usualPrint, type PrintSettings } from './print-settings.ts';
import type { Locale } from './messages/locale.ts';

/** Megabytes of a recording that is kept; none at all with 0. No more than one resource may have. */
export const mediaSizes = [0, 10, 50, 100] as const;

/** What captures take along. */
export interface CaptureSettings {
  readonly mediaMb: (typeof mediaSizes)[number];
  /** Whether the Wayback Machine is asked for pictures that cannot be had otherwise. */
  readonly wayback: boolean;
}

/** What an article is read on. */
export const papers = ['window', 'light', 'sepia', 'grey', 'black'] as const;

export interface Settings extends CaptureSettings {
  /** `browser` draws every page that is saved, and takes longer; `auto` only where it is needed. */
  readonly pages: 'auto' | 'browser';
  readonly appearance: 'system' | 'light' | 'dark';
  /** Null follows the system. */
  readonly locale: Locale | null;
  /** `system` follows the system and the environment; `none` never uses one; else the proxy's URL (http, https, socks5). */
  readonly proxy: string;
  /** CSS pixels of the reader's text, 14 to 28. */
  readonly readerSize: number;
  /** Characters of the reader's line, roughly: 28 to 48 em. */
  readonly readerWidth: number;
  readonly readerFont: 'serif' | 'sans';
  /** The face of Chinese and Japanese: Songti is their serif, Heiti their sans; `font` takes the one that goes with `readerFont`. */
  readonly readerHan: 'font' | 'songti' | 'heiti';
  /** The reader's paper; `window` is light or dark as the window is. */
  readonly readerPaper: (typeof papers)[number];
  /** How articles were last put on paper. */
  readonly print: PrintSettings;
  /** What was searched for, the last first. */
  readonly recentSearches: readonly string[];
}

export const defaultSettings: Settings = {
  appearance: 'system',
  locale: null,
  proxy: 'system',
  readerSize: 18,
  readerWidth: 36,
  readerFont: 'serif',
  readerHan: 'font',
  readerPaper: 'window',
  print: usualPrint,
  pages: 'auto',
  recentSearches: [],
  mediaMb: 50,
  wayback: false,
};
