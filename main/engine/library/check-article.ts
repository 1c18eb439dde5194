// Re-hashes what one article holds, one article after the other. Changes nothing.

import { createHash } from 'node:crypto';
import type { DamagedThing } from '../../../preload/contract/calls.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { ArticleOnDisk, Library } from './library.ts';
import { DamagedDocument } from './document-file.ts';
import { annotationsFile, articleFile, captureFolder, hashInBlobPath, isBlobPath, manifestFile, originalFile, readerFile } from './paths.ts';

type Reason = DamagedThing['reason'];

export interface Damage {
  /** Inside the library. */
  readonly path: string;
  readonly reason: Reason;
  /** The capture's own manifest says that it is lost: known, and no longer a damage. */
  readonly lost: boolean;
}

/** Something that a capture holds, with the hash that it must have. */
export interface StoredFile {
  readonly path: string;
  readonly sha256: string;
}

export interface Checker {
  /** How many files were looked at so far, each counted once. */
  readonly files: () => number;
  /** What of an article is not as it was stored. @throws the signal's reason when it is aborted. */
  check(article: ArticleOnDisk, signal: AbortSignal): Promise<readonly Damage[]>;
}

/** A blob that several articles show is read once by the same checker. */
export function createChecker(library: Library): Checker {
  /** Blobs by the first half of their hash, which is enough to tell them apart: a large library has millions. */
  const sound = new Set<string>();
  const rotten = new Map<string, Reason>();
  let documents = 0;

  async function reasonOfBlob({ path, sha256 }: StoredFile): Promise<Reason | null> {
    const known = rotten.get(path);
    if (known !== undefined || sound.has(sha256.slice(0, 32))) return known ?? null;
    const reason = await checkFile(library, path, sha256);
    if (reason === null) sound.add(sha256.slice(0, 32));
    else rotten.set(path, reason);
    return reason;
  }

  return {
    files: () => documents + sound.size + rotten.size,
    async check({ id, folder }, signal) {
      const damage: Damage[] = [];
      const note = (path: string, reason: Reason | null, lost = false): void => void (reason !== null && damage.push({ path, reason, lost }));
      const located = await library.article(id);
      documents += 2;
      note(`${folder}/${articleFile}`, reasonOf(located));
      note(`${folder}/${annotationsFile}`, await checkAnnotations(library, folder));
      for (const { id: captureId } of located.ok ? located.value.document.captures : []) {
        const inside = captureFolder(folder, captureId);
        const manifest = await library.manifest(folder, captureId);
        documents += 1;
        note(`${inside}/${manifestFile}`, reasonOf(manifest) ?? (manifest.ok && !agrees(manifest.value) ? 'changed' : null));
        for (const file of manifest.ok ? filesOf(manifest.value, inside) : []) {
          signal.throwIfAborted();
          if (isBlobPath(file.path)) note(file.path, await reasonOfBlob(file), manifest.ok && manifest.value.lost?.includes(file.path) === true);
          else {
            documents += 1;
            note(file.path, await checkFile(library, file.path, file.sha256));
          }
        }
      }
      return unique(damage);
    },
  };
}

/** Everything that a capture holds. @param folder the capture's. */
export function filesOf({ page, further = [], views, resources }: ManifestDocument, folder: string): readonly StoredFile[] {
  const stored = resources.flatMap(({ path }) => (path === null || !isBlobPath(path) ? [] : { path, sha256: hashInBlobPath(path) }));
  return [
    ...[page, ...further].map(({ source, sha256 }) => ({ path: `${folder}/${source}`, sha256 })),
    { path: `${folder}/${readerFile}`, sha256: views.reader.sha256 },
    { path: `${folder}/${originalFile}`, sha256: views.original.sha256 },
    ...stored,
  ];
}

/** Whether bytes, unpacked where the name says that they are packed, are those of a hash. */
export function isWhole(library: Library, path: string, bytes: Uint8Array, sha256: string): boolean {
  try {
    return createHash('sha256').update(library.unpack(path, bytes)).digest('hex') === sha256;
  } catch {
    // Packed bytes that do not unpack.
    return false;
  }
}

/** What one capture has lost for good may be a damage of another. */
function unique(damage: readonly Damage[]): readonly Damage[] {
  const [lost, damaged] = [damage.filter((thing) => thing.lost), damage.filter((thing) => !thing.lost)];
  return [...new Map([...lost, ...damaged].map((thing) => [thing.path, thing])).values()];
}

function reasonOf(document: Result<unknown>): Reason | null {
  if (document.ok) return null;
  return document.failure.kind === 'not-found' ? 'missing' : 'unreadable';
}

/** No annotations at all are none to lose. */
async function checkAnnotations(library: Library, folder: string): Promise<Reason | null> {
  try {
    await library.annotations(folder);
    return null;
  } catch (error) {
    if (error instanceof DamagedDocument) return 'unreadable';
    throw error;
  }
}

/** A blob's name is its hash: a manifest that says another one is itself what was changed. */
function agrees({ resources }: ManifestDocument): boolean {
  return resources.every(({ path, sha256 }) => path === null || path.includes(`/${sha256}.`));
}

async function checkFile(library: Library, path: string, sha256: string): Promise<Reason | null> {
  const bytes = await library.read(path);
  if (bytes === null) return 'missing';
  return isWhole(library, path, bytes, sha256) ? null : 'changed';
}
