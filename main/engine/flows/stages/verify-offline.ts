// Stage 7: the stored copy is opened in a Chromium that can reach nothing but the library, and looked at.

import type { OfflineCheck } from '../../../../preload/contract/article.ts';
import { captureFolder, originalFile, readerFile } from '../../library/paths.ts';
import type { Library } from '../../library/library.ts';
import { typeOfPath } from '../../publish/stored-links.ts';
import type { BrowserPort, SealedFile, SealedPage } from '../../model/ports.ts';
import type { Job } from '../jobs.ts';
import type { Committed, KnownAlready, Verified } from '../save-stages.ts';
import type { StageOutcome } from '../stages.ts';

/** Milliseconds that pictures and fonts get. */
const patience = 10_000;

const countPictures = `Promise.all([...document.images].filter((image) => image.hasAttribute('src')).map((image) =>
  image.decode().then(() => true, () => false))).then((decoded) => ({ decoded: decoded.filter(Boolean).length, broken: decoded.filter((one) => !one).length }))`;

/** Cancelling, or a browser that fails, leaves the check undone; the article is saved all the same. */
export async function verifyOffline(state: Committed, job: Job): Promise<StageOutcome<Verified, KnownAlready>> {
  const { context, article, manifest } = state;
  const folder = captureFolder(article.folder, manifest.captureId);
  const reader = await lookAt(context.ports.browser, context.library, `${folder}/${readerFile}`, job.signal);
  const original = reader === null ? null : await lookAt(context.ports.browser, context.library, `${folder}/${originalFile}`, job.signal);
  if (reader === null || original === null) return { next: { ...state, offline: null } };
  const offline: OfflineCheck = {
    decoded: original.decoded,
    broken: Math.max(reader.broken, original.broken),
    leaks: [...new Set([...reader.leaks, ...original.leaks])],
  };
  const changed = await context.library.changeArticle(article.document.id, (document) => {
    const entry = document.captures.find(({ id }) => id === manifest.captureId);
    if (entry !== undefined) entry.offline = offline;
  });
  const revision = changed.ok ? await context.library.revisionOf(changed.value.folder) : null;
  if (revision !== null) context.index.updateRow(article.document.id, { revision });
  context.changed('articles');
  return { next: { ...state, article: changed.ok ? changed.value : article, offline } };
}

async function lookAt(browser: BrowserPort, library: Library, path: string, signal: AbortSignal): Promise<OfflineCheck | null> {
  const read = async (inside: string): Promise<SealedFile | null> => {
    const bytes = await library.read(inside);
    return bytes === null ? null : { bytes, type: typeOfPath(inside) };
  };
  let page: SealedPage | null = null;
  try {
    const opened = await browser.openSealed({ path, read, width: 1280, height: 900, signal });
    if (!opened.ok) return null;
    page = opened.value;
    await page.settle(patience);
    const { decoded, broken } = await page.evaluate<{ decoded: number; broken: number }>(countPictures);
    return { decoded, broken, leaks: page.leaks() };
  } catch {
    // The browser could not be started, or went away with the page: nothing is known, and the article is saved.
    return null;
  } finally {
    await page?.close().catch(() => undefined);
  }
}
