// Thumbnails that lead to their large picture, and links in words that do (点击查看大图): the large one is kept too.

import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';

/** An address that is a picture's own. A colon in the name is a wiki's page about a picture (`/wiki/File:…`). */
const pictureAddress = /^https?:\/\/[^?#]*\/[^/:?#]+\.(jpe?g|png|gif|webp|avif|bmp)(\?[^#]*)?$/i;
const saysLarge = /(查看|点击|点此|浏览|下载|看).{0,6}(大|原|高清)图|原图|大图|拡大|元の画像|(view|see|open|click|tap|download).{0,20}(full|larger?|big|original|high[- ]res)|enlarge|full[- ]?size|larger (image|version|picture|view)/i;

/** The links that lead to a large picture; their addresses are absolute by now. */
export function linkedPictures($: CheerioAPI): readonly Element[] {
  return $('a[href]').toArray().filter((link) => {
    if (!pictureAddress.test(link.attribs['href'] ?? '')) return false;
    return $(link).find('img').length > 0 || saysLarge.test($(link).text().trim().slice(0, 80)) || saysLarge.test(link.attribs['title'] ?? '');
  });
}
