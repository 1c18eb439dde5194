// The page fixtures: test/pages/<matter>--<case>/source.{html,md} with what must come out of it.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { surveyPage } from '../../../main/engine/capture/survey-page.ts';
import { extractArticle } from '../../../main/engine/extract/extract-article.ts';
import { readStored } from '../../../main/engine/intake/read-file.ts';
import type { Draft } from '../../../main/engine/model/draft.ts';
import { decodeText, htmlDeclaration } from '../../../main/engine/model/decode-text.ts';
import type { PageHints } from '../../../main/engine/model/raw-page.ts';

const folder = join(import.meta.dirname, '../../pages');
const cases = readdirSync(folder);

interface Expected {
  readonly url: string | null;
  readonly article?: false;
  readonly title: string;
  readonly byline: string | null;
  readonly published: string | null;
  readonly site: string | null;
  readonly language: string | null;
  readonly images: readonly string[];
  readonly contains: readonly string[];
  readonly lacks: readonly string[];
  readonly captions?: readonly string[];
  readonly tags?: readonly string[];
  readonly dropped?: readonly string[];
}

/** The draft of a fixture, by the way that a file or a page takes; null where there is no article. */
function draftOf(name: string, url: string | null): Draft | null {
  const source = readdirSync(join(folder, name)).find((file) => file.startsWith('source.')) ?? 'source.html';
  const bytes = readFileSync(join(folder, name, source));
  const page = source.endsWith('.md') ? pageOfFile(source, bytes) : { html: decodeText(bytes, null, htmlDeclaration).text, base: url, hints: {} };
  const survey = surveyPage({ html: page.html, base: page.base, lead: page.hints.lead ?? null });
  return extractArticle({ html: survey.html, url, base: survey.base, hints: page.hints });
}

function pageOfFile(name: string, bytes: Uint8Array): { html: string; base: string | null; hints: PageHints } {
  const read = readStored(name, bytes, null);
  if (!read.ok || read.value.kind !== 'page') throw new Error(`${name} was not read`);
  return read.value.page;
}

/** One block a line, so that a difference is seen where it is. */
function tidied(html: string): string {
  return html.replace(/\s+/g, ' ').replace(/ ?(<\/?(?:p|div|h[1-6]|ul|ol|li|dl|dt|dd|figure|figcaption|table|tbody|thead|tr|td|th|blockquote|pre|section|article|header)\b[^>]*>) ?/g, '\n$1\n').replace(/\n+/g, '\n').trim();
}

describe.each(cases.filter((name) => !name.includes('.')))('%s', (name) => {
  const file = join(folder, name, 'expected.json');
  const tree = join(folder, name, 'expected.html');

  it('has an expectation', () => {
    expect(existsSync(file)).toBe(true);
  });

  it('gives the tree that is expected', () => {
    const { url, article } = JSON.parse(readFileSync(file, 'utf8')) as Expected;
    if (article === false) return expect(existsSync(tree)).toBe(false);
    expect(tidied(draftOf(name, url)?.html ?? '')).toBe(tidied(readFileSync(tree, 'utf8')));
  });

  it('gives what is expected', () => {
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected | { url: string; article: false };
    const draft = draftOf(name, expected.url);
    if (!('title' in expected)) return expect(draft).toBeNull();
    if (draft === null) throw new Error('no article was found');
    const { title, byline, published, site, language, images } = draft;
    const firstPart = language?.split('-')[0] ?? null;
    expect({ title, byline, published, site, language: expected.language === language ? language : firstPart, images }).toEqual({
      title: expected.title,
      byline: expected.byline,
      published: expected.published,
      site: expected.site,
      language: expected.language,
      images: expected.images,
    });
    const whole = load(draft.html).text();
    for (const words of expected.contains) expect(whole).toContain(words);
    for (const words of expected.lacks) expect(whole).not.toContain(words);
    const captions = load(draft.html)('figcaption').toArray().map((caption) => load(caption).text().replace(/\s+/g, ' ').trim());
    for (const caption of expected.captions ?? []) expect(captions).toContain(caption);
    if (expected.tags !== undefined) expect(draft.tags).toEqual(expected.tags);
    const reasons = new Set<string>(draft.dropped.map(({ reason }) => reason));
    for (const reason of expected.dropped ?? []) expect(reasons).toContain(reason);
  });
});
