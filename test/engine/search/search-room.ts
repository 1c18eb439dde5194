// An index in a temporary folder, and questions put to it in short.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openIndex } from '../../../main/engine/search/index-store.ts';
import type { Index, IndexedArticle } from '../../../main/engine/search/index-types.ts';
import type { FindAnswer, FindRequest } from '../../../preload/contract/calls.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-index-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function temporaryIndex(): Index {
  const index = openIndex(join(temporaryFolder(), 'index.sqlite'), 'write');
  onTestFinished(() => index.close());
  return index;
}

export function find(index: Index, query: string, more: Partial<FindRequest> = {}): FindAnswer {
  return index.find({ query, place: 'all', tag: null, sort: 'relevance', offset: 0, limit: 500, typing: false, ...more });
}

export function foundIds(index: Index, query: string, more: Partial<FindRequest> = {}): readonly string[] {
  return find(index, query, more).rows.map(({ id }) => id);
}

type Part = Partial<Omit<IndexedArticle, 'row'>> & Partial<IndexedArticle['row']>;

/** An article of which only what matters is said. */
export function article(id: string, part: Part = {}): IndexedArticle {
  const { text = '', captions = '', quotes = '', notes = '', annotations = [], hasVideo = false, knownAs = [], folder = `articles/2025/${id}`, revision = '1', ...row } = part;
  return {
    row: {
      id, title: id, byline: null, site: null, url: null, published: null, savedAt: '2025-03-04T05:06:07.000Z', language: null, tags: [],
      read: false, starred: false, archived: false, deletedAt: null, words: 0, images: { found: 0, saved: 0 }, status: 'complete', lead: null, marks: 0,
      ...row,
    },
    text, captions, quotes, notes, annotations, hasVideo, knownAs, folder, revision,
  };
}

export function marked(answer: FindAnswer): readonly string[] {
  return answer.rows.flatMap(({ snippet }) => snippet.filter((passage) => passage.marked).map(({ text }) => text));
}
