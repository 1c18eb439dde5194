// The original view: the whole page in its own look, with its styles, fonts and pictures from the library.

import { load, type CheerioAPI } from 'cheerio';
import type { CleanRequest } from '../model/clean-html.ts';
import { cleanTree } from './clean-tree.ts';
import { documentHead } from './document-head.ts';
import { dressNotes, noteMissing } from './missing-note.ts';
import { showPosters } from './posters.ts';

/** The cleaned tree of the original view. A doctype is kept, and none is added: quirks are part of a page's look. */
export function originalTree(request: CleanRequest): CheerioAPI {
  const $ = load(request.html);
  showPosters($, request.base, request.links);
  noteMissing($, { base: request.base, links: request.links, reasons: request.missing ?? {}, language: request.draft.language });
  cleanTree($, { view: 'original', base: request.base, links: request.links });
  dressNotes($, 'original');
  $('head').prepend(documentHead('original'));
  if ($('title').length === 0) $('head').append($('<title></title>').text(request.draft.title));
  return $;
}
