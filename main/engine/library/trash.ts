// Putting articles in the trash and taking them out. The field `deletedAt` decides; the folder's place follows it, so
// that a crash between the two leaves the article wholly in one state: in `articles/` with the field set it is in the
// trash all the same, and one left in `trash/` without it is moved back at start.

import type { ArticleDocument } from '../model/documents.ts';
import { isId } from '../model/id.ts';
import type { FilesPort } from '../model/ports.ts';
import { changeDocument, readDocument } from './document-file.ts';
import { articleFile, articleFolder, onDisk, temporaryFolder, trashFolder } from './paths.ts';

export async function moveToTrash(files: FilesPort, library: string, id: string, at: Date): Promise<void> {
  await setDeleted(files, library, articleFolder(id), at.toISOString());
  await move(files, library, articleFolder(id), trashFolder(id));
}

/** @param folder where the article lies now. */
export async function moveFromTrash(files: FilesPort, library: string, id: string, folder: string): Promise<void> {
  await setDeleted(files, library, folder, null);
  if (folder !== articleFolder(id)) await move(files, library, folder, articleFolder(id));
}

/** At start: a move out of the trash that a crash cut in two is finished. */
export async function finishMoves(files: FilesPort, library: string): Promise<void> {
  for (const year of await files.list(onDisk(library, 'trash'))) {
    for (const { name } of await files.list(onDisk(library, `trash/${year.name}`))) {
      if (!isId(name)) continue;
      const document = await readDocument<ArticleDocument>(files, onDisk(library, `${trashFolder(name)}/${articleFile}`)).catch(() => null);
      if (document !== null && document.deletedAt === null) await move(files, library, trashFolder(name), articleFolder(name));
    }
  }
}

async function setDeleted(files: FilesPort, library: string, folder: string, at: string | null): Promise<void> {
  const change = (article: ArticleDocument): void => {
    article.deletedAt = at;
  };
  await changeDocument<ArticleDocument>(files, onDisk(library, `${folder}/${articleFile}`), change, onDisk(library, temporaryFolder));
}

async function move(files: FilesPort, library: string, from: string, to: string): Promise<void> {
  const target = onDisk(library, to.slice(0, to.lastIndexOf('/')));
  await files.makeFolder(target);
  await files.rename(onDisk(library, from), onDisk(library, to));
  await files.syncFolder(target);
}
