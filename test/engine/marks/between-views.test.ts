// The same mark in both views: every sentence of the demo articles, from the reader's text to the original's and back.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { viewText } from '../../../main/engine/marks/view-text.ts';
import { createAnchor, createDescribe } from '../../../preload/contract/anchor.ts';
import { startDemoSite, type DemoSite } from '../../site/demo-site.ts';
import { openTestEngine, type TestEngine } from '../harness.ts';

let site: DemoSite;
let app: TestEngine;
beforeAll(async () => {
  site = await startDemoSite();
  app = await openTestEngine();
}, 60_000);
afterAll(async () => {
  await app.close();
  await site.close();
});

/** The texts of an article's two views. */
async function viewsOf(path: string): Promise<readonly [string, string]> {
  const [report] = await app.call('save', { inputs: [site.url(path)], tags: [], mode: 'auto', base: null });
  const article = await app.call('article', { id: report?.id ?? '' });
  const capture = article.captures[0];
  if (capture === undefined) throw new Error('no capture');
  const text = async (file: string): Promise<string> => viewText(await readFile(join(app.library, file), 'utf8'));
  return [await text(capture.reader), await text(capture.original)];
}

const squeezed = (words: string): string => words.replace(/\s+/g, '');

it('200 sentences each way are exact on the same text', async () => {
  const tried = { there: 0, back: 0 };
  const wrong: unknown[] = [];
  for (const { path } of site.articles) {
    const [reader, original] = await viewsOf(path);
    for (const [way, from, to] of [['there', reader, original], ['back', original, reader]] as const) {
      const [describe, anchor] = [createDescribe(from), createAnchor(to)];
      const all = squeezed(to);
      for (const { index, 0: sentence } of from.matchAll(/[^.!?。！？\n]{12,}[.!?。！？]?/g)) {
        // What only one view has (menus, and what is dropped) is not asked for; nor a heading that the page has thrice.
        if (all.split(squeezed(sentence)).length !== 2 || from.split(sentence).length !== 2) continue;
        tried[way] += 1;
        const found = anchor(describe(index, index + sentence.length), true);
        const words = found === null ? null : squeezed(to.slice(found.start, found.end));
        if (found?.state !== 'exact' || words !== squeezed(sentence)) wrong.push({ way, path, sentence, state: found?.state ?? 'gone' });
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(Math.min(tried.there, tried.back)).toBeGreaterThan(200);
}, 120_000);
