// Gets what a page that is a file shows from the files beside it.

import { isAbsolute, relative, resolve } from 'node:path';
import { localOrigin } from '../model/address.ts';
import type { FoundResource } from '../model/raw-page.ts';
import { judge } from './ask-rung.ts';
import type { FetchTools, GotResource, LostResource } from './fetch-resource.ts';

/** A saved page's pictures lie beside it or below; nothing else on the disk is read for a page. */
export async function readBeside(resource: FoundResource, tools: FetchTools): Promise<GotResource | LostResource> {
  const lost = (missing: string): LostResource => ({ missing, tried: [{ rung: 'file', answer: missing }], status: null });
  const path = tools.localFolder === null ? null : pathBeside(resource.url, tools.localFolder);
  if (path === null) return lost('not beside the page');
  const stat = await tools.files.stat(path);
  if (stat === null || stat.kind !== 'file') return lost('no such file');
  const bytes = await tools.files.read(path);
  if (bytes === null) return lost('no such file');
  const { real, flaw, answer } = await judge(resource, { bytes, finalUrl: resource.url, status: null, contentType: null }, tools);
  // What was saved as one pixel, or many times, was so when it was saved.
  return real === null || flaw === 'cut short' || flaw === 'unreadable' ? lost(answer) : { ...real, got: 'file', tried: [] };
}

/** The path that an address under the local origin stands for; null for one that leads out of the folder in any spelling. */
function pathBeside(address: string, folder: string): string | null {
  if (!address.startsWith(localOrigin)) return null;
  try {
    const inside = decodeURIComponent(new URL(address).pathname.slice(new URL(localOrigin).pathname.length));
    const path = resolve(folder, inside);
    const back = relative(folder, path);
    return inside.includes('\0') || back === '' || back.startsWith('..') || isAbsolute(back) ? null : path;
  } catch {
    return null;
  }
}
