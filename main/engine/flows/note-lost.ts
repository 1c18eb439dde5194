// What a further capture has in the place of what nobody has any more: the captures that have lost it say so from then on, and it is
// no damage any more that could be mended.

import { isBlobPath } from '../library/paths.ts';
import type { EngineContext } from './context.ts';

/** @param paths what was fetched as it is now. A capture whose manifest cannot be read has no way to say so, and stays damaged. */
export async function noteLost({ library }: EngineContext, id: string, paths: readonly string[]): Promise<void> {
  const lost = new Set(paths.filter(isBlobPath));
  const located = lost.size === 0 ? null : await library.article(id);
  if (located?.ok !== true) return;
  const { folder, document } = located.value;
  for (const captureId of document.captures.map((capture) => capture.id)) {
    const manifest = await library.manifest(folder, captureId);
    const own = manifest.ok ? manifest.value.resources.flatMap(({ path }) => (path !== null && lost.has(path) ? [path] : [])) : [];
    // What is shown must be whole.
    if (own.length > 0 && captureId !== document.shown) await library.inTurn(id, () => library.sayLost(folder, captureId, own));
  }
}
