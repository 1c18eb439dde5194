// Re-hashes what is stored. Changes nothing.

import { createHash } from 'node:crypto';
import type { DamagedThing, VerifyReport } from '../../../preload/contract/calls.ts';
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
      for (const file of [readerFile, originalFile, manifest.value.page.source]) {
        await check(`${inside}/${file}`, id, async () => ((await library.read(`${inside}/${file}`)) === null ? 'missing' : null));
      }
      for (const resource of manifest.value.resources) {
        const { path, sha256 } = resource;
        if (path !== null && sha256 !== null) await check(path, id, () => checkBlob(library, path, sha256));
      }
    }
  }
  return {
    checked: checked.size,
    damaged: [...damaged].map(([path, { reason, articles }]) => ({ path, reason, articles: [...articles] })),
  };
}

async function checkBlob(library: Library, path: string, sha256: string): Promise<DamagedThing['reason'] | null> {
  const bytes = await library.read(path);
  if (bytes === null) return 'missing';
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? null : 'changed';
}
