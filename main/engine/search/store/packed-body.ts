// An article's texts as the index keeps them: one after another, deflated. Deflate rather than zstd: Node makes a context
// for each zstd text, so that unpacking fifty takes three times as long; the size is the same.

import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { IndexedArticle } from '../index-types.ts';

export type Body = Pick<IndexedArticle, 'text' | 'captions' | 'quotes' | 'notes'>;

const between = '\0';
/** Bytes that hold the first words of a text, however it packs. */
const headBytes = 640;
/** Characters of an excerpt. */
const excerptLength = 240;

export function packBody({ text, captions, quotes, notes }: Body): Uint8Array {
  const texts = [text, captions, quotes, notes].map((each) => each.replaceAll(between, ' '));
  return deflateRawSync(texts.join(between), { level: 3 });
}

export function unpackBody(packed: Uint8Array): Body {
  const [text = '', captions = '', quotes = '', notes = ''] = inflateRawSync(packed).toString('utf8').split(between);
  return { text, captions, quotes, notes };
}

/** The first words of the text, without unpacking all of it. */
export function excerptOf(packed: Uint8Array): string {
  const head = inflateRawSync(packed.subarray(0, headBytes), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
  const text = head.split(between, 1)[0] ?? '';
  // The last character may have been cut in two.
  return text.replace(/\ufffd+$/, '').slice(0, excerptLength * 2).replace(/\s+/g, ' ').trim().slice(0, excerptLength).toWellFormed();
}
