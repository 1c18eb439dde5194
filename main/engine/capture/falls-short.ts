// Whether a page has far less text than it says of itself: what its metadata count or describe is not there yet.

import type { CheerioAPI } from 'cheerio';
import { textSize } from './page-kind.ts';

/** Below this share of what is promised, the article is not on the page. */
const share = 0.4;
/** Words and letters from which on a promise says something. */
const fewestWords = 150;
const shortestDescription = 120;
/** Letters of a word, its space included, in the mean. */
const wordSize = 6;

export function fallsShort($: CheerioAPI): boolean {
  const size = textSize($('body').toArray());
  const { words, body } = promised($);
  if (words >= fewestWords && size < words * wordSize * share) return true;
  if (body > fewestWords * wordSize && size < body * share) return true;
  const description = ($('meta[property="og:description"], meta[name=description]').first().attr('content') ?? '').trim();
  return description.length >= shortestDescription && size < description.length;
}

/** By JSON-LD: https://schema.org/wordCount, https://schema.org/articleBody (its letters). */
function promised($: CheerioAPI): { readonly words: number; readonly body: number } {
  let [words, body] = [0, 0];
  $('script[type="application/ld+json"]').each((_, script) => {
    for (const thing of thingsIn($(script).text())) {
      if (!/Article|Posting|Report/.test(JSON.stringify(thing['@type'] ?? ''))) continue;
      words = Math.max(words, Number(thing['wordCount']) || 0);
      if (typeof thing['articleBody'] === 'string') body = Math.max(body, thing['articleBody'].length);
    }
  });
  return { words, body };
}

type Thing = Readonly<Record<string, unknown>>;

function thingsIn(text: string): Thing[] {
  try {
    const parsed: unknown = JSON.parse(text);
    const all = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
    return all.flatMap((one) => (isThing(one) ? [one, ...graphOf(one)] : []));
  } catch {
    return [];
  }
}

function graphOf(thing: Thing): Thing[] {
  const graph = thing['@graph'];
  return Array.isArray(graph) ? (graph as unknown[]).filter(isThing) : [];
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null;
}
