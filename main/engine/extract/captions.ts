// Captions: a grey or centred line under a picture is its caption, though the site used no `figure`. They are made
// figures before the article is sought, so that the two stay together.

import type { Cheerio, CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';

/** Characters: a longer line is a paragraph, whatever it looks like. */
const longestCaption = 200;
const captionClass = /caption|imgnote|img-?desc|pic-?(desc|text|info|note)|图注|图说/i;
/** How a caption begins or ends, whatever it looks like. */
const captionWords = /^[▲△▼↑◎●■]|^[（(【[]?(图|圖|图片|图源|图片来源|图片说明|資料图片|摄影|摄|写真|画像|photos?|image|picture|credit|illustration)\s*(credit|by|courtesy|source|\d{1,2})?\s*[:：丨|/／]|^[^。！？]{1,60}(摄|供图|图源：.{1,20}|资料图|撮影)[)）]?$/i;
const longestLine = 120;
const greyColor = /(?<!-)color\s*:\s*(#([4-9a])[0-9a-f]?\2|#([4-9a][0-9a-f])\3\3\b|(dim|dark|light|slate)?gr[ae]y\b|rgb\(\s*(\d+)\s*,\s*\5\s*,\s*\5\s*\))/i;
const smallType = /font-size\s*:\s*(([0-9]|1[0-3])(\.\d+)?px|(0?\.[0-8]\d*)r?em|([1-8]?\d)%|x?x?-?small|smaller)/i;
const centred = /text-align\s*:\s*center/i;

export function makeFigures($: CheerioAPI, root: Cheerio<Element>): void {
  root.find('img').each((_, image) => {
    if ($(image).closest('figure').length > 0) return;
    const block = pictureBlock($, image);
    const caption = nextBlock(block);
    if (caption === null || !isCaption($, caption)) return;
    const line = $('<figcaption></figcaption>').text(caption.text().replace(/\s+/g, ' ').trim());
    const link = $(image).parent('a');
    block.replaceWith($('<figure></figure>').append(link.length > 0 ? link.clone().empty().append($(image).clone()) : $(image).clone(), line));
    caption.remove();
  });
}

/** The outermost element that holds this picture and nothing else that is seen. */
function pictureBlock($: CheerioAPI, image: AnyNode): Cheerio<AnyNode> {
  let block = $(image);
  for (;;) {
    const parent = block.parent();
    if (parent.length === 0 || parent.is('body, article, section, main, td, li')) return block;
    if (parent.text().trim() !== '' || parent.find('img').length > 1) return block;
    block = parent;
  }
}

function nextBlock(block: Cheerio<AnyNode>): Cheerio<AnyNode> | null {
  const next = block.next();
  return next.length === 0 || !next.is('p, div, span, center, font, small, em, i, h6') ? null : next;
}

function isCaption($: CheerioAPI, element: Cheerio<AnyNode>): boolean {
  const text = element.text().trim();
  if (text === '' || text.length > longestCaption || element.find('img, video, table, ul, ol, p').length > 0) return false;
  if (captionClass.test(element.attr('class') ?? '') || captionWords.test(text)) return true;
  if (text.length <= longestLine && isSmall($, element)) return true;
  const isCentred = element.is('center') || element.attr('align')?.toLowerCase() === 'center' || centred.test(element.attr('style') ?? '');
  return allGrey($, element) || (isCentred && element.find('strong, b, h1, h2, h3').length === 0);
}

/** Every word of it stands in small or slanted type. */
function isSmall($: CheerioAPI, element: Cheerio<AnyNode>): boolean {
  if (element.is('small, em, i') || smallType.test(element.attr('style') ?? '')) return true;
  const bare = element.clone();
  bare.find('em, i, small, font[size="1"], font[size="2"], [style*="font-size"]').each((_, child) => {
    if (!$(child).is('[style*="font-size"]') || smallType.test($(child).attr('style') ?? '')) $(child).remove();
  });
  return bare.text().trim() === '' && element.text().trim() !== '';
}

/** Every word of it stands in grey. */
function allGrey($: CheerioAPI, element: Cheerio<AnyNode>): boolean {
  if (greyColor.test(element.attr('style') ?? '') || /^#?(6{3}|6{6}|8{3}|8{6}|9{3}|9{6}|gr[ae]y)$/i.test(element.attr('color') ?? '')) return true;
  const bare = element.clone();
  bare.find('[style], font[color]').each((_, child) => {
    if (greyColor.test($(child).attr('style') ?? '') || $(child).is('font')) $(child).remove();
  });
  return bare.text().trim() === '' && element.text().trim() !== '';
}
