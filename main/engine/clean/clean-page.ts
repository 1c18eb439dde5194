// A page job, and the only maker of CleanHtml. What it gives is a fixed point: parsed and cleaned again it gives the same
// bytes, so that no difference between our parser and a browser's can wake anything up. Runs in the bounded worker.

import { load, type CheerioAPI } from 'cheerio';
import type { CleanHtml, CleanPages, CleanRequest } from '../model/clean-html.ts';
import { documentHtml } from '../model/open-page.ts';
import { cleanTree } from './clean-tree.ts';
import { documentHead } from './document-head.ts';
import { originalTree } from './original-page.ts';
import { readerTree } from './reader-page.ts';

/** Parse, clean, serialise again at most so often until nothing changes; pages that never settle are stripped of tags. */
const rounds = 6;

export function cleanPage(request: CleanRequest): CleanPages {
  return { reader: settle(readerTree(request), 'reader'), original: settle(originalTree(request), 'original') };
}

/** Cleans once more a document that this room made. */
export function cleanAgain(html: string, view: 'reader' | 'original'): CleanHtml {
  return settle(load(html), view);
}

function settle($: CheerioAPI, view: 'reader' | 'original'): CleanHtml {
  let html = documentHtml($);
  for (let round = 0; round < rounds; round += 1) {
    const again = load(html);
    cleanTree(again, { view: 'original', base: null, links: {} });
    if (view === 'reader') again('meta[name=viewport]').remove();
    again('head').prepend(documentHead(view));
    const next = documentHtml(again);
    if (next === html) return html as CleanHtml;
    html = next;
  }
  const text = load('<!doctype html><html><head></head><body><pre></pre></body></html>');
  text('head').append(documentHead(view));
  text('pre').text(load(html)('body').text());
  return text.html() as CleanHtml;
}
