// What can be made again of a damaged article from the rest of it: its document from its captures, its marks from the index,
// its two views from the page as it came.

import type { MendSource } from '../../../preload/contract/calls.ts';
import type { Damage } from '../library/check-article.ts';
import { annotationsFile, articleFile, originalFile, readerFile } from '../library/paths.ts';
import type { CleanPages } from '../model/clean-html.ts';
import type { EngineContext } from './context.ts';
import type { Job } from './jobs.ts';
import type { Ward } from './mend-sources.ts';
import { rebuildArticle } from './rebuild-article.ts';
import { rebuildMarks } from './rebuild-marks.ts';
import type { SaveOrder } from './save-stages.ts';
import { capture } from './stages/capture.ts';
import { clean } from './stages/clean.ts';
import { extract } from './stages/extract.ts';
import { identify } from './stages/identify.ts';
import { table } from './stages.ts';
import type { KnownAlready } from './save-stages.ts';

/** The first stages of a save, on what is stored. */
const makingViews = table<SaveOrder, KnownAlready>().stage('identify', identify).stage('capture', capture).stage('extract', extract).stage('clean', clean);

export async function makeAnew(ward: Ward, { path }: Damage): Promise<MendSource | null> {
  const { context, place, job } = ward;
  if (path === `${place.folder}/${articleFile}`) return (await rebuildArticle(context, place, job.signal)) ? 'anew' : null;
  if (path === `${place.folder}/${annotationsFile}`) return (await rebuildMarks(context, place)) ? 'anew' : null;
  const holder = ward.manifests.find(({ inside }) => path === `${inside}/${readerFile}` || path === `${inside}/${originalFile}`);
  if (holder === undefined || ward.article === null) return null;
  const { captureId } = holder.manifest;
  const pages = await viewsOf(context, ward.article, captureId, job);
  if (pages === null) return null;
  const { library } = context;
  await library.inTurn(place.id, () => library.replaceViews(place.folder, captureId, pages));
  return 'anew';
}

/** Null where the page as it came cannot be read either. */
async function viewsOf(context: EngineContext, target: NonNullable<Ward['article']>, captureId: string, job: Job): Promise<CleanPages | null> {
  const staging = context.library.openStaging();
  const options = { tags: [], mode: 'static', base: null } as const;
  const order: SaveOrder = {
    context, staging, options, target,
    input: target.document.url ?? target.document.title,
    retry: { captureId, urls: [], remakes: true },
    startedAt: context.ports.now(),
  };
  try {
    const made = await makingViews.run(order, job, context.ports.log);
    return made.ok && 'done' in made.value ? made.value.done.pages : null;
  } finally {
    await staging.discard();
  }
}
