// What stands in the place of a picture that could not be had: a framed note, as large as the picture would be, with its
// alternative text, the host and the reason. It is a part of the stored page, so it is there wherever the page is opened.

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import { localeFor, type Locale } from '../../../preload/contract/messages/locale.ts';
import { missingReason } from '../../../preload/contract/messages/missing.ts';
import { pageMessages } from '../../../preload/contract/messages/page.ts';
import { absolute, isWeb } from '../model/address.ts';
import { isLocal, localLink, type LocalLinks } from './clean-style.ts';

export interface NoteTools {
  readonly base: string | null;
  readonly links: LocalLinks;
  /** Why each address is missing, in the manifest's words. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly language: string | null;
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels: below this there is no room for words, only for a frame with a name. */
const leastForWords: PictureSize = { width: 150, height: 60 };
const largest = 10_000;

/** Before the tree is cleaned: every picture, sound and film without a stored file gives way to a note. A caption below it stays. */
export function noteMissing($: CheerioAPI, tools: NoteTools): void {
  $('[data-offprint-missing]').removeAttr('data-offprint-missing');
  $('img, video, audio, input[type=image]').each((_, element) => {
    const picture = $(element);
    const source = picture.attr('src') ?? picture.find('source[src]').first().attr('src') ?? '';
    if (source !== '' && (isLocal(source) || localLink(source, tools.base, tools.links) !== null)) return;
    if (source === '' && !picture.is('video, audio')) return void picture.remove();
    picture.replaceWith(noteFor($, picture, absolute(source, tools.base), tools));
  });
}

function noteFor($: CheerioAPI, picture: Cheerio<AnyNode>, address: string | null, tools: NoteTools): Cheerio<AnyNode> {
  const locale = localeFor(tools.language ?? 'en');
  const say = pageMessages[locale];
  const what = picture.is('video, audio') ? say.missingMedia : say.missingPicture;
  const alternative = (picture.attr('alt') ?? picture.attr('title') ?? '').replace(/\s+/g, ' ').trim();
  const size = sizeOf(picture);
  const isSmall = size !== null && (size.width < leastForWords.width || size.height < leastForWords.height);
  const note = $('<span></span>').attr('class', isSmall ? 'offprint-missing offprint-missing-small' : 'offprint-missing');
  if (address !== null) note.attr('data-offprint-missing', address);
  if (size !== null) note.attr('width', String(size.width)).attr('height', String(size.height));
  const why = whyLine(address, tools.reasons, locale);
  if (isSmall) note.attr('title', [what, alternative, why].filter((line) => line !== '').join('\n'));
  else note.append($('<span></span>').text(what));
  if (alternative !== '') note.append($('<span class="offprint-missing-alt"></span>').text(alternative));
  if (isSmall) return note;
  if (why !== '') note.append($('<span class="offprint-missing-why"></span>').text(why));
  // A link within a link is none: the browser would tear the note in two.
  const canLink = address !== null && isWeb(address) && picture.closest('a').length === 0;
  if (canLink) note.append($('<a></a>').attr('href', address).text(say.openThere));
  return note;
}

/** `pictures.example: The site refused it (HTTP 403)`; a file has no host. */
function whyLine(address: string | null, reasons: NoteTools['reasons'], locale: Locale): string {
  const reason = address === null ? undefined : reasons[address];
  const sentence = reason === undefined ? '' : missingReason(reason, locale);
  const host = address !== null && isWeb(address) ? new URL(address).host.replace(/^www\./, '') : '';
  return [host, sentence].filter((part) => part !== '').join(locale === 'zh-CN' ? '：' : ': ');
}

/** As the page has it, in CSS pixels; null where it does not say both. */
function sizeOf(picture: Cheerio<AnyNode>): PictureSize | null {
  const [width, height] = [picture.attr('width'), picture.attr('height')].map((value) => Number(/^\s*(\d+)(px)?\s*$/.exec(value ?? '')?.[1] ?? 0));
  if (width === undefined || height === undefined || width < 1 || height < 1 || width > largest || height > largest) return null;
  return { width, height };
}

/** The note in itself: in the original view no style of ours is there. Grey that is seen on paper and on black. */
const frame =
  'box-sizing:border-box;max-width:100%;border:1px dashed rgba(128,128,128,.9);border-radius:6px;background:rgba(128,128,128,.1);' +
  'font:13px/1.5 system-ui,sans-serif;letter-spacing:normal;text-transform:none;text-indent:0;overflow-wrap:anywhere';
const large = 'display:inline-flex;flex-direction:column;align-items:center;justify-content:center;gap:.25em;min-width:11em;padding:.9em 1.1em;text-align:center;vertical-align:bottom';
const small = 'display:inline-block;overflow:hidden;padding:0 2px;text-overflow:ellipsis;white-space:nowrap;vertical-align:middle';

/** After the tree is cleaned: what sizes the notes, and in the original view what draws them. */
export function dressNotes($: CheerioAPI, view: 'reader' | 'original'): void {
  $('.offprint-missing').each((_, element) => {
    const note = $(element);
    const isSmall = note.hasClass('offprint-missing-small');
    const size = sizeOf(note);
    const sized = size === null ? '' : isSmall ? `width:${size.width}px;height:${size.height}px;line-height:${size.height}px` : `width:${size.width}px;aspect-ratio:${size.width}/${size.height}`;
    const look = view === 'original' ? `${frame};${isSmall ? small : large}` : '';
    const style = [look, sized].filter((part) => part !== '').join(';');
    if (style === '') note.removeAttr('style');
    else note.attr('style', style);
  });
}
