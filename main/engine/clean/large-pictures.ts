// Thumbnails that lead to a large picture which was kept: the reader shows the large one in its place.

import type { CheerioAPI } from 'cheerio';
import { storedPicture, type LocalLinks } from './clean-style.ts';

/** Before the tree is cleaned. A link with anything but one picture in it stays a link. */
export function showLarge($: CheerioAPI, base: string | null, links: LocalLinks): void {
  $('a[href]').each((_, element) => {
    const link = $(element);
    const picture = link.find('img');
    const href = link.attr('href') ?? '';
    if (picture.length !== 1 || link.text().trim() !== '' || storedPicture(href, base, links) === null) return;
    // The size was the thumbnail's.
    picture.attr('src', href).removeAttr('width').removeAttr('height').removeAttr('style');
    link.replaceWith(link.contents());
  });
}
