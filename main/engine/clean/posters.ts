// A recording that was not kept leaves its picture, if it has one that was, as a link to where it can be seen.

import type { CheerioAPI } from 'cheerio';
import { absolute, isWeb } from '../model/address.ts';
import { localLink, type LocalLinks } from './clean-style.ts';

/** Before the notes are set: the note about the recording follows its picture. */
export function showPosters($: CheerioAPI, base: string | null, links: LocalLinks): void {
  $('video[poster]').each((_, element) => {
    const { src = '', poster = '', width, height } = element.attribs;
    if (localLink(poster, base, links) === null || localLink(src, base, links) !== null) return;
    const picture = $('<img>').attr('src', poster).attr('alt', element.attribs['title'] ?? element.attribs['aria-label'] ?? '');
    if (width !== undefined) picture.attr('width', width);
    if (height !== undefined) picture.attr('height', height);
    const address = absolute(src, base);
    const isLinked = address !== null && isWeb(address) && $(element).closest('a').length === 0;
    $(element).before(isLinked ? $('<a></a>').attr('href', address).append(picture) : picture);
    // Its size is the picture's now; the note takes what its words need.
    for (const name of ['poster', 'width', 'height']) delete element.attribs[name];
  });
}
