// Re-hashes what is stored. Changes nothing.

import { createHash } from 'node:crypto';
import type { DamagedThing, VerifyReport } from '../../../preload/contract/calls.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { ArticleOnDisk, Library } from './library.ts';
import { DamagedDocument } from './document-file.ts';
import { annotationsFile, articleFile, captureFolder, isBlobPath, manifestFile, originalFile, readerFile } from './paths.ts';

type Reason = DamagedThing['reason'];

/** What was looked at, each file once, and what was found wrong with it. */
interface Findings {
  readonly checked: Map<string, Reason | null>;
  readonly damaged: Map<string, { readonly reason: Reason; readonly articles: Set<string> }>;
  /** Looks at a file that an article shows, unless that was done. */
  look(path: string, articleId: string, see: () => Promise<Reason | null>): Promise<void>;
}

/** @param progress is told how many articles were checked so far. @throws the signal's reason when it is aborted. */
export async function verifyLibrary(library: Library, signal: AbortSignal, progress: (checked: number) => void): Promise<VerifyReport> {
  const findings = createFindings(signal);
  let articles = 0;
  for await (const article of library.walk()) {
    await verifyArticle(library, article, findings);
    articles += 1;
    progress(articles);
  }
  const damaged = [...findings.damaged].map(([path, found]) => ({ path, reason: found.reason, articles: [...found.articles] }));
  return { checked: findings.checked.size, damaged };
}

function createFindings(signal: AbortSignal): Findings {
  const checked: Findings['checked'] = new Map();
  const damaged: Findings['damaged'] = new Map();
  return {
    checked,
    damaged,
    async look(path, articleId, see) {
      signal.throwIfAborted();
      const known = checked.get(path);
      const reason = known === undefined ? await see() : known;
      checked.set(path, reason);
      if (reason === null) return;
      const entry = damaged.get(path) ?? { reason, articles: new Set<string>() };
      entry.articles.add(articleId);
      damaged.set(path, entry);
    },
  };
}

async function verifyArticle(library: Library, { id, folder }: ArticleOnDisk, findings: Findings): Promise<void> {
  const located = await library.article(id);
  await findings.look(`${folder}/${articleFile}`, id, async () => reasonOf(located));
  await findings.look(`${folder}/${annotationsFile}`, id, () => checkAnnotations(library, folder));
  if (!located.ok) return;
  for (const { id: captureId } of located.value.document.captures) {
    const inside = captureFolder(folder, captureId);
    const manifest = await library.manifest(folder, captureId);
    await findings.look(`${inside}/${manifestFile}`, id, async () => reasonOf(manifest) ?? (manifest.ok && !agrees(manifest.value) ? 'changed' : null));
    if (!manifest.ok) continue;
    for (const { path, sha256 } of filesOf(manifest.value, inside)) await findings.look(path, id, () => checkFile(library, path, sha256));
  }
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

/** Everything that a capture holds, with the hash that it must have. */
function filesOf({ page, further = [], views, resources }: ManifestDocument, folder: string): { path: string; sha256: string }[] {
  const stored = resources.flatMap(({ path }) => (path === null || !isBlobPath(path) ? [] : { path, sha256: hashIn(path) }));
  return [
    ...[page, ...further].map(({ source, sha256 }) => ({ path: `${folder}/${source}`, sha256 })),
    { path: `${folder}/${readerFile}`, sha256: views.reader.sha256 },
    { path: `${folder}/${originalFile}`, sha256: views.original.sha256 },
    ...stored,
  ];
}

function hashIn(blob: string): string {
  return blob.slice(blob.lastIndexOf('/') + 1, blob.lastIndexOf('.'));
}

async function checkFile(library: Library, path: string, sha256: string): Promise<Reason | null> {
  const bytes = await library.read(path);
  if (bytes === null) return 'missing';
  try {
    const found = createHash('sha256').update(library.unpack(path, bytes)).digest('hex');
    return found === sha256 ? null : 'changed';
  } catch {
    // Packed bytes that do not unpack.
    return 'unreadable';
  }
}
