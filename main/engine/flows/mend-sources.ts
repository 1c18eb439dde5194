// Where the very bytes of a damaged file may still be: in another file of the library, in another capture of the article, in
// a backup, on the web. Only bytes with the right hash are taken, of a document only one that is whole.

import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import type { MendSource } from '../../../preload/contract/calls.ts';
import type { ShownRole } from '../../../preload/contract/article.ts';
import { filesOf, isWhole, type Damage } from '../library/check-article.ts';
import { isWholeDocument } from '../library/document-file.ts';
import type { ArticleOnDisk, LocatedArticle } from '../library/library.ts';
import { captureFolder, hashInBlobPath, isBlobPath, onDisk } from '../library/paths.ts';
import { isWeb } from '../model/address.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { HttpRequest } from '../model/ports.ts';
import type { EngineContext } from './context.ts';
import type { Job } from './jobs.ts';
import { articleOnDisk } from './note-damage.ts';

/** An article under treatment: what can be read of it. */
export interface Ward {
  readonly context: EngineContext;
  readonly job: Job;
  readonly place: ArticleOnDisk;
  /** Null while its document cannot be read. */
  readonly article: LocatedArticle | null;
  /** Those that can be read. */
  readonly manifests: readonly { readonly inside: string; readonly manifest: ManifestDocument }[];
  /** A backup's folder, or null. */
  readonly from: string | null;
}

export async function openWard(context: EngineContext, id: string, from: string | null, job: Job): Promise<Ward | null> {
  const place = await articleOnDisk(context, id);
  if (place === null) return null;
  const located = await context.library.article(id);
  const manifests: { inside: string; manifest: ManifestDocument }[] = [];
  for (const captureId of await context.library.captureIds(place.folder)) {
    const manifest = await context.library.manifest(place.folder, captureId);
    if (manifest.ok) manifests.push({ inside: captureFolder(place.folder, captureId), manifest: manifest.value });
  }
  return { context, job, place, article: located.ok ? located.value : null, manifests, from };
}

type Place = readonly [MendSource, (ward: Ward, path: string, sha256: string | null) => AsyncGenerator<Uint8Array | null>];

/** The nearest first. */
const places: readonly Place[] = [
  ['copy', otherBlobs],
  ['capture', otherCaptures],
  ['backup', backedUp],
  ['web', onTheWeb],
];

/** Puts back the very bytes that were stored; null where nobody has them. */
export async function putBack(ward: Ward, { path }: Damage): Promise<MendSource | null> {
  const { library } = ward.context;
  const sha256 = hashOf(ward, path);
  const isSound = (bytes: Uint8Array): boolean => (sha256 === null ? isWholeDocument(path, bytes) : isWhole(library, path, bytes, sha256));
  for (const [source, bytesFrom] of places) {
    for await (const bytes of bytesFrom(ward, path, sha256)) {
      if (bytes === null || !isSound(bytes)) continue;
      await library.inTurn(ward.place.id, () => library.putBack(path, bytes));
      return source;
    }
  }
  return null;
}

/** Null for a document, which has none, and for what nothing names. */
function hashOf({ manifests }: Ward, path: string): string | null {
  if (isBlobPath(path)) return hashInBlobPath(path);
  return storedFiles(manifests).find((file) => file.path === path)?.sha256 ?? null;
}

function storedFiles(manifests: Ward['manifests']) {
  return manifests.flatMap(({ inside, manifest }) => filesOf(manifest, inside));
}

/** The same bytes under another ending, or in a second file that a sync tool left. */
async function* otherBlobs({ context }: Ward, path: string, sha256: string | null): AsyncGenerator<Uint8Array | null> {
  if (sha256 === null || !isBlobPath(path)) return;
  const folder = path.slice(0, path.lastIndexOf('/'));
  for (const { name, kind } of await context.ports.files.list(onDisk(context.library.path, folder))) {
    if (kind === 'file' && name.startsWith(sha256) && `${folder}/${name}` !== path) yield context.library.read(`${folder}/${name}`);
  }
}

async function* otherCaptures({ context, manifests }: Ward, path: string, sha256: string | null): AsyncGenerator<Uint8Array | null> {
  if (sha256 === null || isBlobPath(path)) return;
  const isPacked = path.endsWith('.zst');
  for (const other of storedFiles(manifests)) {
    if (other.sha256 === sha256 && other.path !== path && other.path.endsWith('.zst') === isPacked) yield context.library.read(other.path);
  }
}

/** In a backup the article may lie on the other side of the trash. */
async function* backedUp({ context, from }: Ward, path: string): AsyncGenerator<Uint8Array | null> {
  if (from === null) return;
  const other = path.startsWith('trash/') ? path.replace('trash/', 'articles/') : path.replace('articles/', 'trash/');
  for (const one of new Set([path, other])) yield context.ports.files.read(join(from, ...one.split('/')));
}

async function* onTheWeb(ward: Ward, path: string, sha256: string | null): AsyncGenerator<Uint8Array | null> {
  if (sha256 === null) return;
  const { http } = ward.context.ports;
  const jar = http.newJar();
  for (const { url, want, page } of addressesOf(ward, path)) {
    const answer = await http.get({ url, want, referer: page, jar, page, signal: ward.job.signal });
    if (answer.ok) yield path.endsWith('.zst') ? zstdCompressSync(answer.value.bytes) : answer.value.bytes;
  }
}

const wants: Readonly<Record<ShownRole, HttpRequest['want']>> = { image: 'image', icon: 'image', style: 'style', font: 'font', media: 'media' };

interface Address {
  readonly url: string;
  readonly want: HttpRequest['want'];
  readonly page: string | null;
}

function addressesOf({ manifests }: Ward, path: string): readonly Address[] {
  const found = manifests.flatMap(({ inside, manifest: { page, further = [], resources } }): Address[] => {
    const pages = [page, ...further].filter(({ source }) => `${inside}/${source}` === path);
    const shown = resources.filter((resource) => resource.path === path);
    return [
      ...pages.flatMap(({ url, finalUrl }) => [finalUrl, url].flatMap((one) => (one === null ? [] : { url: one, want: 'page' as const, page: null }))),
      ...shown.flatMap(({ url, finalUrl, role }) => [finalUrl, url].flatMap((one) => (one === null || role === 'page' ? [] : { url: one, want: wants[role], page: page.finalUrl }))),
    ];
  });
  return [...new Map(found.filter(({ url }) => isWeb(url)).map((address) => [address.url, address])).values()];
}
