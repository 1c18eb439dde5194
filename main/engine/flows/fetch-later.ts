// What nobody has any more as it was: the capture that is shown gets a further one, with what the web has today.

import type { Damage } from '../library/check-article.ts';
import { captureFolder, isBlobPath, manifestFile } from '../library/paths.ts';
import { isWeb } from '../model/address.ts';
import type { EngineContext } from './context.ts';
import type { Job } from './jobs.ts';
import { recapture, retryMissing } from './save.ts';

/** @returns paths of what the further capture has in another form. */
export async function fetchLater(context: EngineContext, id: string, damage: readonly Damage[], job: Job): Promise<readonly string[]> {
  const located = await context.library.article(id);
  if (!located.ok) return [];
  const { folder, document } = located.value;
  const contents = `${captureFolder(folder, document.shown)}/${manifestFile}`;
  if (damage.some(({ path }) => path === contents)) return (await takenAgain(context, id, document.url, job)) ? [contents] : [];
  const manifest = await context.library.manifest(folder, document.shown);
  if (!manifest.ok) return [];
  const lost = new Set(damage.map(({ path }) => path).filter(isBlobPath));
  const wanted = manifest.value.resources.filter(({ path, url }) => path !== null && lost.has(path) && isWeb(url));
  if (wanted.length === 0) return [];
  const report = await retryMissing(context, { id, captureId: document.shown, urls: wanted.map(({ url }) => url) }, job.signal);
  if (!report.ok || report.value.captureId === document.shown || report.value.status === 'failed') return [];
  const missing = new Set(report.value.images.missing.map(({ url }) => url));
  return wanted.flatMap(({ url, path }) => (path === null || missing.has(url) ? [] : [path]));
}

async function takenAgain(context: EngineContext, id: string, url: string | null, job: Job): Promise<boolean> {
  if (url === null || !isWeb(url)) return false;
  const report = await recapture(context, { id }, job.signal);
  return report.ok && report.value.status !== 'failed';
}
