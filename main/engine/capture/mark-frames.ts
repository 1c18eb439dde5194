// A page job: which frames a fetched page shows, each marked with an id, so that what they hold can be put in their place.

import { load } from 'cheerio';
import { documentHtml } from '../model/open-page.ts';
import { absolute, isWeb } from '../model/address.ts';
import type { MarkedFrames, MarkFramesRequest } from '../model/raw-page.ts';
import { frameMark } from './place-frames.ts';

export function markFrames({ html, base, prefix, most }: MarkFramesRequest): MarkedFrames {
  const $ = load(html);
  const frames: { id: string; url: string | null; html: string | null }[] = [];
  const pageBase = absolute($('base[href]').attr('href') ?? '', base) ?? base;
  for (const element of $('iframe').toArray()) {
    if (frames.length >= most) break;
    const { src = '', srcdoc, width = '', height = '', style = '' } = element.attribs;
    const lazy = element.attribs['data-src'] ?? element.attribs['data-lazy-src'] ?? '';
    if (/^[01](px)?$/.test(width) || /^[01](px)?$/.test(height) || 'hidden' in element.attribs || /display\s*:\s*none/i.test(style)) continue;
    const url = absolute(src === '' || src === 'about:blank' ? lazy : src, pageBase);
    if (srcdoc === undefined && (url === null || !isWeb(url) || url === base)) continue;
    const id = `${prefix}${frames.length}`;
    $(element).attr(frameMark, id);
    frames.push({ id, url: srcdoc === undefined ? url : null, html: srcdoc ?? null });
  }
  return frames.length === 0 ? { html, frames } : { html: documentHtml($), frames };
}
