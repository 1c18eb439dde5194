// What stands in the place of a picture that could not be had: a framed note with its alternative text and address.

import type { CheerioAPI } from 'cheerio';
import { localeFor } from '../../../preload/contract/messages/locale.ts';
import { pageMessages } from '../../../preload/contract/messages/page.ts';
import { absolute, isWeb } from '../model/address.ts';
import { isLocal, localLink, type LocalLinks } from './clean-style.ts';

/** Before the tree is cleaned: every picture without a stored file gives way to a note. The caption below it stays. */
export function noteMissing($: CheerioAPI, base: string | null, links: LocalLinks, language: string | null): void {
  const say = pageMessages[localeFor(language ?? 'en')];
  $('img, video, audio').each((_, element) => {
    const picture = $(element);
    const source = picture.attr('src') ?? picture.find('source[src]').first().attr('src') ?? '';
    if (source !== '' && (isLocal(source) || localLink(source, base, links) !== null)) return;
    if (source === '' && picture.is('img')) return void picture.remove();
    const address = absolute(source, base);
    // Styled in itself: in the original view no style of ours is there.
    const note = $('<span class="offprint-missing"></span>').attr('style', 'display:inline-block;padding:1em;border:1px dashed #999');
    note.append($('<span></span>').text(picture.is('img') ? say.missingPicture : say.missingMedia));
    const alternative = (picture.attr('alt') ?? '').trim();
    if (alternative !== '') note.append($('<span class="offprint-missing-alt"></span>').text(alternative));
    if (address !== null && isWeb(address)) note.append($('<a></a>').attr('href', address).text(say.openThere));
    picture.replaceWith(note);
  });
}
