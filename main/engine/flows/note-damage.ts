// What a check found of an article is kept, and shown in the list.

import type { ArticleOnDisk } from '../library/library.ts';
import { createChecker, type Damage } from '../library/check-article.ts';
import type { EngineContext } from './context.ts';
import { refreshIndex } from './index-article.ts';

/** True where it is another thing than what was known. A library that is only read keeps it for as long as it is open. */
export async function noteDamage(context: EngineContext, id: string, damage: readonly Damage[]): Promise<boolean> {
  const { library, ports } = context;
  if (!library.checkup.note(id, damage)) return false;
  if (damage.length > 0) ports.log.write('warning', `an article is damaged: ${id}`, { damage });
  if (library.refusal === null) await refreshIndex(context, id);
  return true;
}

/** Looks through one article anew; one that is gone has nothing that could be damaged. */
export async function checkAgain(context: EngineContext, id: string, signal: AbortSignal): Promise<readonly Damage[]> {
  const found = await articleOnDisk(context, id);
  const damage = found === null ? [] : await createChecker(context.library).check(found, signal);
  await noteDamage(context, id, damage);
  return damage;
}

/** Also one that has lost its document. */
export async function articleOnDisk({ library }: EngineContext, id: string): Promise<ArticleOnDisk | null> {
  const found = await library.onDisk(id);
  if (found !== null) return found;
  for (const folder of library.folders(id)) if ((await library.captureIds(folder)).length > 0) return { id, folder, revision: '' };
  return null;
}
