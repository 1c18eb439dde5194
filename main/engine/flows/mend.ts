// Mending: what was lost or changed on disk is put back, from the nearest place that has the same bytes; what nobody has as it
// was is made again, or fetched as a further capture.

import type { MendReport, MendSource } from '../../../preload/contract/calls.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Damage } from '../library/check-article.ts';
import { storageFailure } from '../library/storage-failure.ts';
import type { EngineContext } from './context.ts';
import type { Job } from './jobs.ts';
import { checkAgain } from './note-damage.ts';
import { makeAnew } from './make-anew.ts';
import { fetchLater } from './fetch-later.ts';
import { noteLost } from './note-lost.ts';
import { openWard, putBack, type Ward } from './mend-sources.ts';

type Mended = MendReport['mended'][number];

export interface MendRequest {
  /** Null for all articles that are known to be damaged. */
  readonly ids: readonly string[] | null;
  /** A backup's folder, absolute, or null. */
  readonly from: string | null;
}

/** Failures: those of a library that cannot be written, `bad-input` (`from` is no library), `cancelled`. What could not be mended is in the report. */
export async function mend(context: EngineContext, request: MendRequest, outside: AbortSignal): Promise<Result<MendReport>> {
  const { library, jobs } = context;
  if (library.refusal !== null) return { ok: false, failure: library.refusal };
  if (request.from !== null && (await context.ports.files.stat(request.from))?.kind !== 'folder') return fail('bad-input', request.from, 'not a folder');
  const job = jobs.add('mend', library.document.name, outside);
  job.start();
  job.enter('mend');
  const ended = await mendAll(context, request, job).catch((error: unknown) => {
    if (job.signal.aborted) return fail('cancelled', library.path);
    return { ok: false as const, failure: storageFailure(error, library.path) };
  });
  job.end({ failure: ended.ok ? null : ended.failure, articleId: null });
  await library.checkup.write();
  return ended;
}

async function mendAll(context: EngineContext, { ids, from }: MendRequest, job: Job): Promise<Result<MendReport>> {
  const { checkup } = context.library;
  const wanted = ids ?? checkup.articles();
  const mended: Mended[] = [];
  for (const [done, id] of wanted.entries()) {
    mended.push(...(await mendArticle(context, id, from, job)));
    job.progress(done + 1, wanted.length);
  }
  // What several articles show is whole again for all of them.
  for (const id of checkup.articles()) await checkAgain(context, id, job.signal);
  const left = checkup.damaged().filter(({ articles }) => ids === null || articles.some((id) => ids.includes(id)));
  return ok({ mended, left });
}

async function mendArticle(context: EngineContext, id: string, from: string | null, job: Job): Promise<Mended[]> {
  const found = await checkAgain(context, id, job.signal);
  if (found.length === 0) return [];
  const mended: Mended[] = [];
  // Documents first: what they say is needed for the rest; then pages, which need the page as it came; each way for all of it.
  for (const way of [putBack, makeAnew]) mended.push(...(await mendBy(context, id, from, job, way)));
  const left = await checkAgain(context, id, job.signal);
  const unknown = left.filter(({ lost }) => !lost);
  const fetched = unknown.length > 0 ? await fetchLater(context, id, unknown, job) : [];
  await noteLost(context, id, fetched);
  mended.push(...fetched.map((path) => ({ path, by: 'later' as const })));
  await checkAgain(context, id, job.signal);
  return mended;
}

type Way = (ward: Ward, damage: Damage) => Promise<MendSource | null>;

async function mendBy(context: EngineContext, id: string, from: string | null, job: Job, way: Way): Promise<Mended[]> {
  const mended: Mended[] = [];
  const healed = new Set<string>();
  // A document that was put back may say more of what is damaged: looked at until nothing more is mended.
  for (;;) {
    const damage = (await checkAgain(context, id, job.signal)).filter(({ path }) => !healed.has(path));
    const ward = await openWard(context, id, from, job);
    if (ward === null) return mended;
    const before = mended.length;
    for (const thing of damage) {
      job.signal.throwIfAborted();
      const by = await way(ward, thing);
      healed.add(thing.path);
      if (by !== null) mended.push({ path: thing.path, by });
    }
    if (mended.length === before) return mended;
  }
}

