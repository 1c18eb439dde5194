// What tools that keep folders in step make of a document that was changed on two machines: a second file beside it. Here
// such copies are told by their names and united with the document, so that neither machine's work is lost.

import type { Annotation } from '../../../preload/contract/mark.ts';
import type { AnnotationsDocument, ArticleDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { DamagedDocument, readDocument, writeDocument } from './document-file.ts';
import { documentShapes } from './document-shapes.ts';
import { annotationsFile, articleFile, onDisk, temporaryFolder } from './paths.ts';

/**
 * Syncthing: `article.sync-conflict-20260102-030405-ABCDEFG.json`. Dropbox, Nextcloud: `article (Ada's conflicted copy 2026-01-02).json`,
 * in the user's language. iCloud: `article 2.json`. Google Drive: `article (1).json`. OneDrive: `article-LAPTOP.json`.
 */
const copyName = /^(article|annotations)(?:\.sync-conflict-[\w-]+| ?\([^()]*(?:\([^()]*\))?[^()]*\)| \d{1,3}|-[\w-]+)\.json$/;

/** The document that a file is a conflicting copy of, or null. */
export function copyOf(name: string): typeof articleFile | typeof annotationsFile | null {
  const document = copyName.exec(name)?.[1];
  if (document === undefined) return null;
  return document === 'article' ? articleFile : annotationsFile;
}

/**
 * Unites an article's documents with the conflicting copies that lie beside them, and removes those. One that cannot be read stays.
 * @param folder the article's, inside the library. @returns whether anything was united.
 */
export async function uniteCopies(files: FilesPort, library: string, folder: string): Promise<boolean> {
  let united = false;
  for (const { name } of await files.list(onDisk(library, folder))) {
    const document = copyOf(name);
    if (document === null) continue;
    const [into, from] = [onDisk(library, `${folder}/${document}`), onDisk(library, `${folder}/${name}`)];
    try {
      const isDone = document === articleFile
        ? await unite(files, library, into, from, documentShapes.article, uniteArticles)
        : await unite(files, library, into, from, documentShapes.annotations, uniteAnnotations);
      united ||= isDone;
    } catch (error) {
      // A damaged document is mended first, from its captures; its copy waits for that.
      if (!(error instanceof DamagedDocument)) throw error;
    }
  }
  return united;
}

async function unite<T extends object>(
  files: FilesPort,
  library: string,
  into: string,
  from: string,
  shape: Parameters<typeof readDocument>[2],
  merge: (newer: T, older: T) => T,
): Promise<boolean> {
  const [ours, theirs] = [await readDocument<T>(files, into, shape), await readDocument<T>(files, from, shape)];
  if (theirs === null) return false;
  const isTheirsNewer = ((await files.stat(from))?.modifiedMs ?? 0) > ((await files.stat(into))?.modifiedMs ?? 0);
  const merged = ours === null ? theirs : isTheirsNewer ? merge(theirs, ours) : merge(ours, theirs);
  await writeDocument(files, into, merged, onDisk(library, temporaryFolder));
  await files.remove(from);
  return true;
}

/** Tags, captures and names of both; else the newer one's word. */
export function uniteArticles(newer: ArticleDocument, older: ArticleDocument): ArticleDocument {
  if (newer.id !== older.id) return newer;
  const captures = [...new Map([...older.captures, ...newer.captures].map((capture) => [capture.id, capture])).values()];
  return {
    ...older,
    ...newer,
    tags: [...new Set([...newer.tags, ...older.tags])],
    knownAs: [...new Set([...newer.knownAs, ...older.knownAs])],
    captures: captures.toSorted((a, b) => (a.capturedAt < b.capturedAt ? -1 : 1)),
  };
}

/** The marks of both; of a mark that both have, the one that was changed last. */
export function uniteAnnotations(newer: AnnotationsDocument, older: AnnotationsDocument): AnnotationsDocument {
  const items = new Map<string, Annotation>();
  for (const mark of [...older.items, ...newer.items]) {
    const known = items.get(mark.id);
    if (known === undefined || known.modified <= mark.modified) items.set(mark.id, mark);
  }
  return { ...older, ...newer, items: [...items.values()] };
}
