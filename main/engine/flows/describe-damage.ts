// What a damaged file is to its article: which picture, page or document, and in which captures.

import type { ArticleDamage, DamagedPart } from '../../../preload/contract/article.ts';
import { captureFolder, annotationsFile, articleFile, manifestFile, originalFile, readerFile } from '../library/paths.ts';
import type { Damage } from '../library/check-article.ts';
import type { LocatedArticle } from '../library/library.ts';
import type { ManifestDocument } from '../model/documents.ts';
import type { EngineContext } from './context.ts';

interface Place {
  readonly captureId: string;
  readonly inside: string;
  readonly manifest: ManifestDocument | null;
}

export async function damageOf(context: EngineContext, { folder, document }: LocatedArticle): Promise<readonly ArticleDamage[]> {
  const damage = context.library.checkup.damageOf(document.id);
  if (damage.length === 0) return [];
  const places: Place[] = [];
  for (const { id } of document.captures) {
    const manifest = await context.library.manifest(folder, id);
    places.push({ captureId: id, inside: captureFolder(folder, id), manifest: manifest.ok ? manifest.value : null });
  }
  return damage.map((thing) => described(thing, folder, places));
}

/** Whether what the article shows is affected, or what it is: damage of another capture alone does not make it a damaged one. */
export async function showsDamage(context: EngineContext, article: LocatedArticle): Promise<boolean> {
  const damage = await damageOf(context, article);
  return damage.some(({ captures }) => captures.length === 0 || captures.includes(article.document.shown));
}

function described({ path, reason }: Damage, folder: string, places: readonly Place[]): ArticleDamage {
  if (path === `${folder}/${articleFile}`) return { path, reason, what: 'record', url: null, captures: [] };
  if (path === `${folder}/${annotationsFile}`) return { path, reason, what: 'marks', url: null, captures: [] };
  const holder = places.find(({ inside }) => path.startsWith(`${inside}/`));
  if (holder !== undefined) {
    const what = partOf(path.slice(holder.inside.length + 1));
    return { path, reason, what, url: what === 'source' ? (holder.manifest?.page.finalUrl ?? null) : null, captures: [holder.captureId] };
  }
  const shown = places.flatMap(({ captureId, manifest }) => {
    const resource = manifest?.resources.find((one) => one.path === path);
    return resource === undefined ? [] : [{ captureId, resource }];
  });
  return { path, reason, what: shown[0]?.resource.role ?? 'image', url: shown[0]?.resource.url ?? null, captures: shown.map(({ captureId }) => captureId) };
}

function partOf(name: string): DamagedPart {
  switch (name) {
    case manifestFile:
      return 'contents';
    case readerFile:
      return 'reader';
    case originalFile:
      return 'original';
    default:
      return 'source';
  }
}
