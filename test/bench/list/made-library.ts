// A library of very many articles, made without saving them: documents and lead pictures on disk, and an index that knows them,
// so that the app opens it as one that was there before. The captures themselves are left out: no bench opens them.

import { createHash } from 'node:crypto';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../../main/engine/model/id.ts';
import type { ArticleDocument, CaptureEntry } from '../../../main/engine/model/documents.ts';
import { blobPath } from '../../../main/engine/library/paths.ts';
import { openIndex } from '../../../main/engine/search/index-store.ts';
import type { IndexedArticle } from '../../../main/engine/search/index-types.ts';
import { drawJpeg } from '../../demo/draw.ts';
import type { Maker } from '../../engine/search/made-articles.ts';

/** Lead pictures as wide as those of articles are. Few are drawn, as that takes long; a mark behind its end makes each file another. */
const pictures = 600;
const drawn = 6;
const [width, height] = [1280, 800];

export async function makeLibrary(folder: string, maker: Maker, count: number): Promise<void> {
  mkdirSync(join(folder, 'cache'), { recursive: true });
  const document = { format: 1, id: 'b1f0e2a4-0000-4000-8000-000000000000', name: 'Large', createdAt: '2020-01-01T00:00:00.000Z' };
  writeFileSync(join(folder, 'library.json'), JSON.stringify(document));
  const looks = Array.from({ length: drawn }, (_, seed) => drawJpeg(seed + 1, width, height));
  const leads = Array.from({ length: pictures }, (_, at) => storePicture(folder, Buffer.concat([looks[at % drawn] ?? Buffer.alloc(0), Buffer.from(String(at))])));
  const index = openIndex(join(folder, 'cache/index.sqlite'), 'write');
  function* articles(): Generator<IndexedArticle> {
    for (let number = 0; number < count; number += 1) yield storeArticle(folder, maker.article(number), leads[number % leads.length] ?? '');
  }
  await index.putMany(articles());
  index.settle();
  index.close();
}

function storePicture(folder: string, bytes: Uint8Array): string {
  const path = blobPath(createHash('sha256').update(bytes).digest('hex'), 'jpg');
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), bytes);
  return path;
}

/** Writes its document, and answers it as the index wants it: with the revision that the document has. */
function storeArticle(folder: string, made: IndexedArticle, lead: string): IndexedArticle {
  const { row } = made;
  const id = newId(new Date(row.savedAt));
  const inside = `articles/${row.savedAt.slice(0, 4)}/${id}`;
  const path = join(folder, inside, 'article.json');
  mkdirSync(join(folder, inside), { recursive: true });
  writeFileSync(path, JSON.stringify(documentOf(made, id, lead)));
  const { mtimeMs, size } = statSync(path);
  const shown = { ...row, id, lead, deletedAt: null };
  return { ...made, row: shown, folder: inside, revision: `${mtimeMs}:${size}:0:0` };
}

function documentOf({ row, knownAs, text }: IndexedArticle, id: string, lead: string): ArticleDocument {
  const { title, byline, site, url, published, language, tags, words, read, starred, archived, savedAt, images } = row;
  const capture: CaptureEntry = { id, capturedAt: savedAt, mode: 'static', images, offline: null };
  return {
    format: 1, id, title, subtitle: null, byline, site, url, knownAs: [...knownAs], published, modified: null, language, tags: [...tags], words,
    excerpt: text.slice(0, 200), state: { read, starred, archived }, savedAt, deletedAt: null, lead: { url: `${url ?? ''}/lead.jpg`, path: lead },
    captures: [capture], shown: id, complete: true,
  };
}
