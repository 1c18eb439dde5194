// The article as the page's own data hold it (JSON-LD `articleBody`): taken where the page itself shows far less, as one
// does that draws its words by script.

import { load } from 'cheerio';
import type { Element } from 'domhandler';
import { charsIn } from './measure.ts';
import { strip } from './strip.ts';

/** Characters: shorter ones are summaries. */
const shortest = 500;
/** What the page shows must be less than this share of it. */
const shownShare = 0.3;

/** A tree of paragraphs, or null where the page's data hold no more than the page. */
export function statedBody(body: string | null, shown: string): Element | null {
  if (body === null || charsIn(body) < shortest || charsIn(shown) > charsIn(body) * shownShare) return null;
  const $ = load(/<(p|br|div)\b/i.test(body) ? body : '');
  if ($('body').text().trim() === '') for (const paragraph of body.split(/\n+/)) if (paragraph.trim() !== '') $('body').append($('<p></p>').text(paragraph.trim()));
  const root = $('body').get(0) ?? null;
  if (root !== null) strip(root);
  return root;
}
