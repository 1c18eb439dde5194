// Web links in what people type, paste and drop.

const linkInText = /https?:\/\/[^\s<>"'`，。；！？、（）【】《》「」『』]+/gi;
const trailing = /[.,;:!?)\]}'"]+$/;

/** Every distinct http(s) link in a text, in order; punctuation after a link is not part of it. */
export function linksIn(text: string): readonly string[] {
  const found = (text.match(linkInText) ?? []).map(trimmed).filter(isLink);
  return [...new Set(found)];
}

export function isLink(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** Lines that a user typed as links: with or without a scheme. What is no link stays as it is, to be told so. */
export function typedLinks(text: string): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => (/^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)/.test(word) ? `https://${word}` : word)))];
}

function trimmed(link: string): string {
  const bare = link.replace(trailing, '');
  // Keeps the bracket of `…/Offprint_(journal)`.
  return link.startsWith(`${bare})`) && bare.includes('(') ? `${bare})` : bare;
}
