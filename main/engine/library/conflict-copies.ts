// What tools that keep folders in step make of a document that was changed on two machines: a second file beside it. Here
// such copies are told by their names and united with the document, so that neither machine's work is lost.

import type { Annotation } from '../../../preload/contract/mark.ts';
import type { AnnotationsDocument, ArticleDocument, LibraryDocument, SearchesDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { DamagedDocument, readDocument, writeDocument } from './document-file.ts';
import { documentShapes, type Shape } from './document-shapes.ts';
import { annotationsFile, articleFile, inputsFile, libraryFile, onDisk, searchesFile, temporaryFolder } from './paths.ts';

/**
 * Syncthing: `article.sync-conflict-20260102-030405-ABCDEFG.json`. Dropbox, Nextcloud: `article (Ada's conflicted copy 2026-01-02).json`,
 * in the user's language. iCloud: `article 2.json`. Google Drive: `article (1).json`. OneDrive: `article-LAPTOP.json`.
 */
const copyName = /^(article|annotations|searches|inputs|library)(?:\.sync-conflict-[\w-]+| ?\([^()]*(?:\([^()]*\))?[^()]*\)| \d{1,3}|-[\w-]+)\.json$/;

/** The document that a file is a conflicting copy of, or null. */
export function copyOf(name: string): string | null {
  const document = copyName.exec(name)?.[1];
  return document === undefined ? null : `${document}.json`;
}

type Unite = (files: FilesPort, library: string, into: string, from: string) => Promise<boolean>;

/** The documents that lie in a folder, each with how two of it are united. */
export type Union = Readonly<Record<string, Unite>>;

export const articleUnion: Union = { [articleFile]: by(documentShapes.article, uniteArticles), [annotationsFile]: by(documentShapes.annotations, uniteAnnotations) };
/** Changed by those only who take turns at it. */
export const searchesUnion: Union = { [searchesFile]: by(documentShapes.searches, uniteSearches) };
/** Those of the library itself, before anything else reads them. */
export const libraryUnion: Union = { ...searchesUnion, [inputsFile]: by(documentShapes.inputs, uniteInputs), [libraryFile]: by(documentShapes.library, uniteLibraries) };

/**
 * Unites the documents of a folder with the conflicting copies that lie beside them, and removes those. One that cannot be read stays.
 * @param folder inside the library; empty for its own. @returns whether anything was united.
 */
export async function uniteCopies(files: FilesPort, library: string, folder: string, union: Union): Promise<boolean> {
  let united = false;
  for (const { name } of await files.list(onDisk(library, folder))) {
    const document = copyOf(name);
    const unite = document === null ? undefined : union[document];
    if (unite === undefined) continue;
    try {
      if (await unite(files, library, onDisk(library, `${folder}/${document}`), onDisk(library, `${folder}/${name}`))) united = true;
    } catch (error) {
      // A damaged document is mended first, from its captures; its copy waits for that.
      if (!(error instanceof DamagedDocument)) throw error;
    }
  }
  return united;
}

function by<T extends object>(shape: Shape, merge: (newer: T, older: T) => T): Unite {
  return async (files, library, into, from) => {
    const [ours, theirs] = [await readDocument<T>(files, into, shape), await readDocument<T>(files, from, shape)];
    if (theirs === null) return false;
    const isTheirsNewer = ((await files.stat(from))?.modifiedMs ?? 0) > ((await files.stat(into))?.modifiedMs ?? 0);
    const merged = ours === null ? theirs : isTheirsNewer ? merge(theirs, ours) : merge(ours, theirs);
    await writeDocument(files, into, merged, onDisk(library, temporaryFolder));
    await files.remove(from);
    return true;
  };
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

/** The searches of both, in the newer one's order. */
function uniteSearches(newer: SearchesDocument, older: SearchesDocument): SearchesDocument {
  const known = new Set(newer.items.map(({ id }) => id));
  return { ...older, ...newer, items: [...newer.items, ...older.items.filter(({ id }) => !known.has(id))] };
}

interface Inputs {
  readonly items: readonly { readonly input: string }[];
}

/** What either was yet to add. */
function uniteInputs(newer: Inputs, older: Inputs): Inputs {
  const known = new Set(newer.items.map(({ input }) => input));
  return { ...older, ...newer, items: [...older.items.filter(({ input }) => !known.has(input)), ...newer.items] };
}

function uniteLibraries(newer: LibraryDocument, older: LibraryDocument): LibraryDocument {
  return { ...older, ...newer };
}
