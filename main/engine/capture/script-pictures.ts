// Whether a page's own scripts put pictures into it that are not there before they run. Only what stands in the page itself
// is looked at; what scripts that it loads will do cannot be told without running them.

import type { CheerioAPI } from 'cheerio';

const program = /^(|module|(text|application)\/(java|ecma)script)$/i;
const markup = /<img\b(?![^>]{0,300}(?:width|height)\s*=\s*\\?["']?[01]\b)/i;
const made = /createElement\(\s*["'`]img["'`]\s*\)|new\s+Image\b/i;
const placed = /\.(append|appendChild|prepend|before|after|replaceWith|replaceChild|insertBefore|insertAdjacentElement|replaceChildren)\(/;
/** Pictures that no one is to see, which tell that someone came. */
const counts = /pixel|beacon|analytics|track(er|ing)|collect\?|counter|\bstat(s|istics)?\b|display\s*[:=]\s*["']?none|fbq\(|googletag|adsbygoogle/i;
/** Longer scripts are programs of many purposes, brought by a build: what they make says little. */
const longest = 20_000;

export function scriptsShowPictures($: CheerioAPI): boolean {
  return $('script:not([src])').toArray().some((script) => {
    if (!program.test(($(script).attr('type') ?? '').trim())) return false;
    const text = $(script).text();
    if (text.length > longest || counts.test(text)) return false;
    return markup.test(text) || (made.test(text) && placed.test(text));
  });
}
