// The check of a stored copy without a browser: its pages and stylesheets are parsed, and every file that they would load
// must be a blob that is there, is what was stored, and is what its ending says. Slower to find a fault than an eye is,
// and sure of one thing: what is not among the links cannot be asked for.

import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { OfflineCheck, StoredFault } from '../../../preload/contract/article.ts';
import { sniff } from '../capture/sniff.ts';
import { captureFolder, isBlobPath, originalFile, readerFile } from '../library/paths.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { StoredSurvey, StoredText } from '../model/stored-survey.ts';
import { typeOfPath } from '../publish/stored-links.ts';
import type { EngineContext } from './context.ts';

type FaultReason = StoredFault['reason'];

interface Walk {
  readonly context: EngineContext;
  readonly signal: AbortSignal;
  /** What is wrong with each blob that was looked at, or null. */
  readonly blobs: Map<string, FaultReason | null>;
  readonly leaks: Set<string>;
}

/** Null where a page could not be read, or it was cancelled: nothing is known then. */
export async function checkByParsing(context: EngineContext, folder: string, manifest: ManifestDocument, signal: AbortSignal): Promise<OfflineCheck | null> {
  const walk: Walk = { context, signal, blobs: new Map(), leaks: new Set() };
  const inside = captureFolder(folder, manifest.captureId);
  const reader = await lookAtPage(walk, `${inside}/${readerFile}`);
  const original = reader === null ? null : await lookAtPage(walk, `${inside}/${originalFile}`);
  if (reader === null || original === null || signal.aborted) return null;
  const isGood = (path: string): boolean => walk.blobs.get(path) === null;
  const broken = ({ pictures }: StoredSurvey): number => pictures.filter((path) => !isGood(path)).length;
  const nameOf = (path: string): string => manifest.resources.find((resource) => resource.path === path)?.url ?? path;
  const faults = [...walk.blobs].flatMap(([path, reason]) => (reason === null ? [] : [{ url: nameOf(path), reason }]));
  return {
    decoded: original.pictures.filter(isGood).length,
    broken: Math.max(broken(reader), broken(original)),
    leaks: [...walk.leaks],
    how: 'parsing',
    faults,
  };
}

async function lookAtPage(walk: Walk, path: string): Promise<StoredSurvey | null> {
  const bytes = await walk.context.library.read(path);
  return bytes === null ? null : survey(walk, { text: new TextDecoder().decode(bytes), form: 'page' });
}

/** What a text would load, with all that its stylesheets would. */
async function survey(walk: Walk, text: StoredText): Promise<StoredSurvey | null> {
  const found = await walk.context.ports.pages.run('surveyStored', text, walk.signal);
  if (!found.ok) return null;
  for (const address of found.value.outside) walk.leaks.add(address);
  for (const path of found.value.blobs) if (!walk.blobs.has(path)) await lookAtBlob(walk, path);
  return found.value;
}

async function lookAtBlob(walk: Walk, path: string): Promise<void> {
  const bytes = isBlobPath(path) ? await walk.context.library.read(path) : null;
  walk.blobs.set(path, bytes === null ? 'lost' : null);
  if (bytes === null) return;
  if (createHash('sha256').update(bytes).digest('hex') !== basename(path, extname(path))) return void walk.blobs.set(path, 'changed');
  const type = typeOfPath(path);
  if (type.startsWith('image/') && (await sniff(bytes, 'image')) === null) return void walk.blobs.set(path, 'undecodable');
  if (type === 'text/css') await survey(walk, { text: new TextDecoder().decode(bytes), form: 'style' });
}
