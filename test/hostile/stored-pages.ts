// Hostile pages as they are stored, each kind of stored page once: two that differ in their numbers alone are the same page.

import { archive } from './archive.ts';
import type { Served } from './browser/serve-frames.ts';
import type { HostilePage } from './payloads/hostile-pages.ts';

export interface StoredPage extends Served {
  readonly view: 'reader' | 'original';
  readonly of: HostilePage;
}

export interface StoredPages {
  readonly stored: readonly StoredPage[];
  readonly archived: number;
  /** Held no article, so that nothing of them is kept. */
  readonly refused: number;
}

export function storePages(pages: readonly HostilePage[]): StoredPages {
  const stored: StoredPage[] = [];
  const seen = new Set<string>();
  let refused = 0;
  for (const of of pages) {
    const clean = archivePage(of);
    if (clean === null) refused += 1;
    for (const view of clean === null ? [] : (['reader', 'original'] as const)) {
      const key = view + (clean?.[view] ?? '').replaceAll(/(run|load)\/\d+/g, '$1/');
      if (!seen.has(key)) stored.push({ number: stored.length, view, of, html: clean?.[view] ?? '' });
      seen.add(key);
    }
  }
  return { stored, refused, archived: pages.length - refused };
}

/** The first wall without the second: a stored page without the policy in its head. */
export function withoutPolicy(html: string): string {
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

function archivePage(page: HostilePage): ReturnType<typeof archive> {
  try {
    return archive(page.html);
  } catch (error) {
    throw new Error(`${page.kind}: ${page.name}`, { cause: error });
  }
}
