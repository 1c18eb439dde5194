// Marks whose document is damaged, made anew from what the index still knows of them. The damaged bytes are set aside.

import { DamagedDocument } from '../library/document-file.ts';
import type { ArticleOnDisk } from '../library/library.ts';
import type { EngineContext } from './context.ts';

/** True where they were damaged and can be read again. A reader changes nothing, and what no index has cannot be made. */
export async function rebuildMarks(context: EngineContext, { id, folder }: ArticleOnDisk): Promise<boolean> {
  const { library, index, ports } = context;
  if (library.refusal !== null || !(await isUnreadable(context, folder))) return false;
  const known = index.marksOf(id);
  if (known === null) return false;
  await library.inTurn(id, () => library.replaceAnnotations(folder, known));
  ports.log.write('warning', `damaged marks were made anew from the index: ${id}`, { marks: known.length });
  return true;
}

async function isUnreadable({ library }: EngineContext, folder: string): Promise<boolean> {
  try {
    await library.annotations(folder);
    return false;
  } catch (error) {
    if (error instanceof DamagedDocument) return true;
    throw error;
  }
}
