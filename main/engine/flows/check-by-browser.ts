// Opens a stored copy in a Chromium that can reach nothing but the library, and looks whether all of it is there.

import type { OfflineCheck } from '../../../preload/contract/article.ts';
import { captureFolder, isBlobPath, originalFile, readerFile } from '../library/paths.ts';
import type { Library } from '../library/library.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { BrowserPort, SealedFile, SealedPage } from '../model/ports.ts';
import { blobPathOf, typeOfPath } from '../publish/stored-links.ts';

/** Milliseconds that pictures and fonts get. */
const patience = 10_000;

/**
 * The `src` of every picture, those that decode and those that do not. A broken picture of a page's own data has a very long one.
 * More than 100 megapixels are not decoded: their size shows that they can be read, and they would take the memory of the machine.
 */
const lookAtPictures = `Promise.all([...document.images].filter((image) => image.hasAttribute('src')).map((image) =>
  (image.naturalWidth * image.naturalHeight > 1e8 ? Promise.resolve() : image.decode()).then(() => ({ good: true, link: '' }), () => ({ good: false, link: image.getAttribute('src').slice(0, 200) }))))`;

interface Look {
  readonly decoded: number;
  /** Links that do not decode, as the page has them. */
  readonly broken: readonly string[];
  /** Blobs that were asked for and are not there. */
  readonly lost: readonly string[];
  readonly leaks: readonly string[];
}

/** Null where no browser could be had, or it went away with the page: nothing is known then. */
export async function checkByBrowser(browser: BrowserPort, library: Library, folder: string, manifest: ManifestDocument, signal: AbortSignal): Promise<OfflineCheck | null> {
  const inside = captureFolder(folder, manifest.captureId);
  const reader = await lookAt(browser, library, `${inside}/${readerFile}`, signal);
  const original = reader === null ? null : await lookAt(browser, library, `${inside}/${originalFile}`, signal);
  if (reader === null || original === null) return null;
  const lost = new Set([...reader.lost, ...original.lost]);
  const broken = new Set([...reader.broken, ...original.broken].map((link) => blobPathOf(link) ?? link));
  const nameOf = (path: string): string => manifest.resources.find((resource) => resource.path === path)?.url ?? path;
  const faults = [
    ...[...lost].map((path) => ({ url: nameOf(path), reason: 'lost' as const })),
    ...[...broken].filter((path) => !lost.has(path)).map((path) => ({ url: nameOf(path), reason: 'undecodable' as const })),
  ];
  return {
    decoded: original.decoded,
    broken: Math.max(reader.broken.length, original.broken.length),
    leaks: [...new Set([...reader.leaks, ...original.leaks])],
    how: 'browser',
    faults,
  };
}

async function lookAt(browser: BrowserPort, library: Library, path: string, signal: AbortSignal): Promise<Look | null> {
  const lost = new Set<string>();
  const read = async (inside: string): Promise<SealedFile | null> => {
    const bytes = await library.read(inside);
    if (bytes === null && isBlobPath(inside)) lost.add(inside);
    return bytes === null ? null : { bytes, type: typeOfPath(inside) };
  };
  let page: SealedPage | null = null;
  try {
    const opened = await browser.openSealed({ path, read, width: 1280, height: 900, signal });
    if (!opened.ok) return null;
    page = opened.value;
    await page.settle(patience);
    const seen = await page.evaluate<readonly { good: boolean; link: string }[]>(lookAtPictures);
    const broken = seen.filter(({ good }) => !good).map(({ link }) => link);
    return { decoded: seen.length - broken.length, broken, lost: [...lost], leaks: page.leaks() };
  } catch {
    return null;
  } finally {
    await page?.close().catch(() => undefined);
  }
}
