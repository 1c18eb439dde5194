// The answers that a drawn page's browser has seen, by address, as files in a temp folder that goes with the page.

import { randomBytes } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserCopy } from '../../../engine/model/ports.ts';
import { makeTemporary } from '../profiles.ts';

export interface CopyFolder {
  /** Keeps one answer under all of its addresses. */
  put(urls: readonly string[], about: Omit<BrowserCopy, 'read'>, bytes: Uint8Array): Promise<void>;
  copyOf(url: string): BrowserCopy | null;
  remove(): Promise<void>;
}

export async function makeCopyFolder(): Promise<CopyFolder> {
  const folder = await makeTemporary('copies');
  const copies = new Map<string, BrowserCopy>();
  return {
    async put(urls, about, bytes) {
      const path = join(folder, randomBytes(8).toString('hex'));
      await writeFile(path, bytes, { mode: 0o600 });
      for (const url of urls) copies.set(withoutFragment(url), { ...about, read: () => readFile(path) });
    },
    copyOf: (url) => copies.get(withoutFragment(url)) ?? null,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
