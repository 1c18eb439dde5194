// A commit in several steps that is whole or not there: what it is about to move is written down first, so that one that
// was cut short can be undone, at once or at the next start.

import type { ArticleDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { DamagedDocument, readDocument, writeDocument } from './document-file.ts';
import { articleFile, articleFolder, captureFolder, isBlobPath, onDisk, temporaryFolder, trashFolder } from './paths.ts';

/** Lies in the staging folder while its commit is under way. */
const journalFile = 'commit.json';

export interface CommitJournal {
  readonly articleId: string;
  readonly captureId: string;
  /** Blobs that the library did not have before: nothing else can refer to them until the commit is done. */
  readonly blobs: readonly string[];
}

export async function writeJournal(files: FilesPort, library: string, staging: string, journal: CommitJournal): Promise<void> {
  await writeDocument(files, onDisk(library, `${staging}/${journalFile}`), journal, onDisk(library, staging));
}

/** The commit is done. Where the journal cannot be removed, the next start sees that there is nothing to undo. */
export async function removeJournal(files: FilesPort, library: string, staging: string): Promise<void> {
  await files.remove(onDisk(library, `${staging}/${journalFile}`)).catch(() => undefined);
}

/**
 * Takes away what a commit brought, unless its article lists its capture: then it is done.
 * @param isInUse blobs that another save has come to count on.
 */
export async function undoCommit(files: FilesPort, library: string, journal: CommitJournal, isInUse: (blob: string) => boolean): Promise<void> {
  const { articleId, captureId, blobs } = journal;
  for (const folder of [articleFolder(articleId), trashFolder(articleId)]) {
    const article = await readDocument<ArticleDocument>(files, onDisk(library, `${folder}/${articleFile}`));
    if (article === null) continue;
    if (article.captures.some(({ id }) => id === captureId)) return;
    await files.remove(onDisk(library, captureFolder(folder, captureId)));
  }
  for (const blob of blobs) if (isBlobPath(blob) && !isInUse(blob)) await files.remove(onDisk(library, blob));
}

/** At start: undoes the commits that a crash cut short. A journal that is itself cut short was never acted on. */
export async function undoInterrupted(files: FilesPort, library: string): Promise<void> {
  for (const { name } of await files.list(onDisk(library, temporaryFolder))) {
    try {
      const journal = await readDocument<CommitJournal>(files, onDisk(library, `${temporaryFolder}/${name}/${journalFile}`));
      if (journal !== null) await undoCommit(files, library, journal, () => false);
    } catch (error) {
      if (!(error instanceof DamagedDocument)) throw error;
    }
  }
}
