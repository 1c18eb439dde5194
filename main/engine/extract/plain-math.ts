// Formulas that a script has set (KaTeX, MathJax, MediaWiki) become the MathML that stands within them, or else their TeX,
// so that they are read without script, style or fonts of their own. Before anything hidden is stripped.

import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';

/** What sets a formula, and what marks one that stands on a line of its own. */
const setters = '.katex, mjx-container, .mwe-math-element, .MathJax, .MathJax_Display, .MathJax_SVG';
const onItsOwn = '.katex-display, [display=true], [display=block], .MathJax_Display, .MathJax_SVG_Display, .mwe-math-mathml-display, .math.display';

export function plainMath($: CheerioAPI): void {
  $('.MathJax_Preview').remove();
  for (const element of $(setters).toArray()) {
    const math = $(element).find('math').first();
    if (math.length === 0 || $(element).parents(setters).length > 0) continue;
    if (isDisplayed($, element)) math.attr('display', 'block');
    $(element).replaceWith(math);
  }
  for (const script of $('script[type^="math/tex"]').toArray()) placeTex($, script);
}

function isDisplayed($: CheerioAPI, element: AnyNode): boolean {
  return $(element).is(onItsOwn) || $(element).closest(onItsOwn).length > 0 || $(element).find(onItsOwn).length > 0;
}

/** The source of a formula, where what a script made of it holds no MathML. */
function placeTex($: CheerioAPI, script: AnyNode): void {
  const set = $(script).prev('math, .MathJax, .MathJax_Display, .MathJax_SVG, .MathJax_SVG_Display, .MathJax_CHTML, .MJXc-display');
  if (!set.is('math')) {
    set.remove();
    const tex = $(script).text().trim();
    const isDisplay = /mode\s*=\s*display/.test($(script).attr('type') ?? '');
    $(script).before($('<code class="tex"></code>').text(isDisplay ? `\\[${tex}\\]` : `\\(${tex}\\)`));
  }
  $(script).remove();
}
