// The searches that a library keeps: one document beside library.json, there once there is something in it.

import { libraryFormat, type SearchesDocument } from '../model/documents.ts';
import type { FilesPort } from '../model/ports.ts';
import { changeDocument, DamagedDocument, readDocument, setAside, writeDocument } from './document-file.ts';
import { documentShapes } from './document-shapes.ts';
import { onDisk, searchesFile, temporaryFolder } from './paths.ts';

/** None where there is no document, or where it cannot be read: searches are no reason not to open a library. */
export async function readSearches(files: FilesPort, library: string): Promise<SearchesDocument> {
  try {
    return (await readDocument<SearchesDocument>(files, onDisk(library, searchesFile), documentShapes.searches)) ?? noSearches();
  } catch (error) {
    if (error instanceof DamagedDocument) return noSearches();
    throw error;
  }
}

/** What cannot be read is set aside before something is kept in its place. */
export async function changeSearches(files: FilesPort, library: string, at: Date, alter: (document: SearchesDocument) => void): Promise<SearchesDocument> {
  const path = onDisk(library, searchesFile);
  const temporary = onDisk(library, temporaryFolder);
  try {
    const changed = await changeDocument<SearchesDocument>(files, path, alter, temporary, documentShapes.searches);
    if (changed !== null) return changed;
  } catch (error) {
    if (!(error instanceof DamagedDocument)) throw error;
    await setAside(files, path, at);
  }
  const fresh = noSearches();
  alter(fresh);
  await writeDocument(files, path, fresh, temporary);
  return fresh;
}

function noSearches(): SearchesDocument {
  return { format: libraryFormat, items: [] };
}
