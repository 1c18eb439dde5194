// Re-hashes what is stored. Changes nothing.

import { createHash } from 'node:crypto';
import type { DamagedThing, VerifyReport } from '../../../preload/contract/calls.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { Library } from './library.ts';
import { articleFile, captureFolder, manifestFile, originalFile, readerFile } from './paths.ts';

/** @param progress is told how many things were checked so far. @throws the signal's reason when it is aborted. */
export async function verifyLibrary(library: Library, signal: AbortSignal, progress: (checked: number) => void): Promise<VerifyReport> {
  const damaged = new Map<string, { reason: DamagedThing['reason']; articles: Set<string> }>();
  const checked = new Map<string, DamagedThing['reason'] | null>();

  async function check(path: string, articleId: string, look: () => Promise<DamagedThing['reason'] | null>): Promise<void> {
    signal.throwIfAborted();
    const known = checked.get(path);
    const reason = known === undefined ? await look() : known;
    checked.set(path, reason);
    progress(checked.size);
    if (reason === null) return;
    const entry = damaged.get(path) ?? { reason, articles: new Set<string>() };
    entry.articles.add(articleId);
    damaged.set(path, entry);
  }

  for await (const { id, folder } of library.walk()) {
    const located = await library.article(id);
    await check(`${folder}/${articleFile}`, id, async () => (located.ok ? null : 'unreadable'));
    if (!located.ok) continue;
    for (const { id: captureId } of located.value.document.captures) {
      const inside = captureFolder(folder, captureId);
      const manifest = await library.manifest(folder, captureId);
      await check(`${inside}/${manifestFile}`, id, async () => (manifest.ok ? null : manifest.failure.kind === 'not-found' ? 'missing' : 'unreadable'));
      if (!manifest.ok) continue;
      for (const { path, sha256 } of filesOf(manifest.value, inside)) await check(path, id, () => checkFile(library, path, sha256));
    }
  }
  return {
    checked: checked.size,
    damaged: [...damaged].map(([path, { reason, articles }]) => ({ path, reason, articles: [...articles] })),
  };
}

/** Everything that a capture holds, with the hash that it must have. */
function filesOf({ page, views, resources }: ManifestDocument, folder: string): { path: string; sha256: string }[] {
  const stored = resources.flatMap(({ path, sha256 }) => (path === null || sha256 === null ? [] : { path, sha256 }));
  return [
    { path: `${folder}/${page.source}`, sha256: page.sha256 },
    { path: `${folder}/${readerFile}`, sha256: views.reader.sha256 },
    { path: `${folder}/${originalFile}`, sha256: views.original.sha256 },
    ...stored,
  ];
}

async function checkFile(library: Library, path: string, sha256: string): Promise<DamagedThing['reason'] | null> {
  const bytes = await library.read(path);
  if (bytes === null) return 'missing';
  try {
    const found = createHash('sha256').update(library.unpack(path, bytes)).digest('hex');
    return found === sha256 ? null : 'changed';
  } catch {
    // Packed bytes that do not unpack.
    return 'unreadable';
  }
}
