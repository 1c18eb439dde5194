// What is known of damage in a library, and how far the checks for it have come. It lies in `cache/`: where it is lost, the
// next check finds all of it again.

import type { DamagedThing } from '../../../preload/contract/calls.ts';
import type { FilesPort } from '../model/ports.ts';
import type { Damage } from './check-article.ts';
import { readDocument, writeDocument } from './document-file.ts';
import { documentShapes } from './document-shapes.ts';
import { checkupFile, onDisk, temporaryFolder } from './paths.ts';

/** A check of everything that has not come to its end. */
export interface UnfinishedRun {
  readonly startedAt: string;
  /** The folder of the last article that was checked. */
  readonly after: string;
  readonly articles: number;
  readonly files: number;
}

/** The check in the background, which goes through the library once a month. */
export interface Round {
  /** The folder of the last article that was checked; null before the first of a round. */
  readonly after: string | null;
  /** When it last did its share, or null. */
  readonly sharedAt: string | null;
}

/** Kept with what is damaged, as it may be needed anew: what is lost and said to be so. */
interface Found extends DamagedThing {
  readonly lost?: boolean;
}

interface CheckupDocument {
  format: number;
  damaged: Found[];
  run: UnfinishedRun | null;
  round: Round;
}

export interface Checkup {
  /** What is damaged of what an article shows, without what is known to be lost. */
  damageOf(articleId: string): readonly Damage[];
  /** Whether the bytes at a path were last found not to be what was stored. */
  isDamaged(path: string): boolean;
  damaged(): readonly DamagedThing[];
  /** What is lost for good, and said to be so by the capture that had it. */
  lost(): readonly DamagedThing[];
  /** Ids of the articles that show anything damaged or lost. */
  articles(): readonly string[];
  /** Puts what was found in the place of what was known of an article; true where that is another thing. */
  note(articleId: string, damage: readonly Damage[]): boolean;
  run: UnfinishedRun | null;
  round: Round;
  /** Writes it down. Never fails: what cannot be written is found again. */
  write(): Promise<void>;
}

/** @param canWrite false for a library that is only read. */
export async function openCheckup(files: FilesPort, library: string, canWrite: boolean): Promise<Checkup> {
  const at = onDisk(library, checkupFile);
  const found = await readDocument<CheckupDocument>(files, at, documentShapes.checkup).catch(() => null);
  const known = byArticle(found?.damaged ?? []);
  const asFound: CheckupDocument = { format: 1, damaged: allOf(known), run: found?.run ?? null, round: found?.round ?? { after: null, sharedAt: null } };
  let written = JSON.stringify(asFound);
  const checkup: Checkup = {
    damageOf: (id) => (known.get(id) ?? []).filter(({ lost }) => !lost),
    isDamaged: (path) => [...known.values()].some((damage) => damage.some((thing) => thing.path === path)),
    damaged: () => byPath(known, false),
    lost: () => byPath(known, true),
    articles: () => [...known.keys()],
    note(id, damage) {
      const before = known.get(id) ?? [];
      if (damage.length === 0) known.delete(id);
      else known.set(id, damage);
      return JSON.stringify(before) !== JSON.stringify(damage);
    },
    run: asFound.run,
    round: asFound.round,
    async write() {
      if (!canWrite) return;
      const document: CheckupDocument = { format: 1, damaged: allOf(known), run: checkup.run, round: checkup.round };
      if (JSON.stringify(document) === written) return;
      written = JSON.stringify(document);
      await writeDocument(files, at, document, onDisk(library, temporaryFolder)).catch(() => undefined);
    },
  };
  return checkup;
}

/** As it is written down. */
function allOf(known: ReadonlyMap<string, readonly Damage[]>): Found[] {
  return [...byPath(known, false), ...byPath(known, true).map((thing) => ({ ...thing, lost: true }))];
}

function byArticle(damaged: readonly Found[]): Map<string, readonly Damage[]> {
  const known = new Map<string, Damage[]>();
  for (const { path, reason, articles, lost = false } of damaged) {
    for (const id of articles) known.set(id, [...(known.get(id) ?? []), { path, reason, lost }]);
  }
  return known;
}

function byPath(known: ReadonlyMap<string, readonly Damage[]>, lost: boolean): readonly DamagedThing[] {
  const things = new Map<string, { path: string; reason: DamagedThing['reason']; articles: string[] }>();
  for (const [id, damage] of known) {
    for (const { path, reason } of damage.filter((thing) => thing.lost === lost)) {
      const thing = things.get(path) ?? { path, reason, articles: [] };
      thing.articles.push(id);
      things.set(path, thing);
    }
  }
  return [...things.values()];
}
