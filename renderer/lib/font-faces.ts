// The fonts that the window has loaded, as rules for another document.

/** Every @font-face rule of a document, with whole addresses: an article's frame has another base. */
export function fontFaces(from: Document): string {
  const rules: string[] = [];
  for (const sheet of from.styleSheets) collect(sheet.cssRules, sheet.href ?? from.baseURI, rules);
  return rules.join('\n');
}

function collect(list: CSSRuleList, base: string, rules: string[]): void {
  for (const rule of list) {
    if (rule instanceof CSSFontFaceRule) rules.push(absolute(rule.cssText, base));
    else if (rule instanceof CSSGroupingRule) collect(rule.cssRules, base, rules);
  }
}

function absolute(text: string, base: string): string {
  return text.replace(/url\("?([^")]+)"?\)/g, (_whole, address: string) => `url("${new URL(address, base).href}")`);
}
