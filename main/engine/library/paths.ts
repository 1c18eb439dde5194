// Where things lie in a library (docs/library-format.md). Paths inside it are relative, with `/`, on every system.

import { join } from 'node:path';
import { yearOf } from '../model/id.ts';

export const libraryFile = 'library.json';
/** The searches that are kept. */
export const searchesFile = 'searches.json';
/** What is yet to be added (flows/keep-inputs.ts). */
export const inputsFile = 'inputs.json';
export const lockFile = 'lock.json';
export const articleFile = 'article.json';
export const annotationsFile = 'annotations.json';
export const manifestFile = 'manifest.json';
export const readerFile = 'reader.html';
export const originalFile = 'original.html';
/** What is known of damage (checkup.ts). */
export const checkupFile = 'cache/checkup.json';
/** What is being made or taken away; swept at start. */
export const temporaryFolder = 'tmp';

/** From a capture's folder up to the library's: what a stored page's links begin with. */
export const upFromCapture = '../../../../../';
/** From a stylesheet among the blobs to another blob's folder. */
export const upFromBlob = '../../';

export function articleFolder(id: string): string {
  return `articles/${yearOf(id)}/${id}`;
}

/** As deep as the article's own, so that the links in its pages hold. */
export function trashFolder(id: string): string {
  return `trash/${yearOf(id)}/${id}`;
}

/** What stands at `blobs/<aa>/<sha256>.<ext>`, and nothing else: a document may be a stranger's. */
export function isBlobPath(path: string): boolean {
  return /^blobs\/([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]{1,8}$/.test(path);
}

/** The hash that a blob's bytes have. */
export function hashInBlobPath(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
}

export function captureFolder(articleFolderPath: string, captureId: string): string {
  return `${articleFolderPath}/captures/${captureId}`;
}

export function blobPath(sha256: string, extension: string): string {
  return `blobs/${sha256.slice(0, 2)}/${sha256}.${extension}`;
}

/** A path inside the library as the system's own. */
export function onDisk(library: string, path: string): string {
  return join(library, ...path.split('/'));
}
