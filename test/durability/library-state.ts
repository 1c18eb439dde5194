// What a library holds, read from its files alone and told without ids and times, so that two runs can be compared; and
// what lies in it that nothing refers to.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnnotationsDocument, ArticleDocument, ManifestDocument } from '../../main/engine/model/documents.ts';

export interface LibraryState {
  /** One line an article, sorted. */
  readonly articles: readonly string[];
  /** Paths inside the library that should not be there. */
  readonly leftovers: readonly string[];
}

export async function readState(library: string): Promise<LibraryState> {
  const articles: string[] = [];
  const used = new Set<string>();
  for (const folder of await articleFolders(library)) {
    const article = await readJson<ArticleDocument>(join(library, folder, 'article.json'));
    articles.push(await describe(library, folder, article));
    ['article.json', 'annotations.json'].forEach((name) => used.add(`${folder}/${name}`));
    for (const { id } of article.captures) {
      const inside = `${folder}/captures/${id}`;
      const manifest = await readJson<ManifestDocument>(join(library, inside, 'manifest.json'));
      for (const name of ['manifest.json', 'reader.html', 'original.html', manifest.page.source]) used.add(`${inside}/${name}`);
      for (const { path } of manifest.resources) if (path !== null) used.add(path);
    }
  }
  const leftovers = (await filesOf(library)).filter((path) => !used.has(path) && path !== 'library.json' && path !== 'lock.json' && !path.startsWith('cache/'));
  return { articles: articles.toSorted(), leftovers };
}

async function describe(library: string, folder: string, article: ArticleDocument): Promise<string> {
  const marks = await readJson<AnnotationsDocument>(join(library, folder, 'annotations.json'));
  const told = {
    title: article.title,
    inTrash: article.deletedAt !== null,
    tags: article.tags,
    state: article.state,
    captures: article.captures.map(({ images }) => images),
    shown: article.captures.findIndex(({ id }) => id === article.shown),
    marks: marks.items.map((mark) => JSON.stringify(mark, (key, value: unknown) => (/^(id|created|modified|source|offprint:capture)$/.test(key) ? undefined : value))),
  };
  return JSON.stringify(told);
}

async function articleFolders(library: string): Promise<string[]> {
  const folders: string[] = [];
  for (const place of ['articles', 'trash']) {
    for (const year of await readdir(join(library, place)).catch(() => [])) {
      for (const id of await readdir(join(library, place, year))) folders.push(`${place}/${year}/${id}`);
    }
  }
  return folders;
}

async function filesOf(library: string): Promise<string[]> {
  const entries = await readdir(library, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(library.length + 1).replaceAll('\\', '/'));
}

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}
