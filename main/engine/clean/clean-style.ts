// Styles made inert and local: every link leads to a stored file or to nothing.

import { absolute } from '../model/address.ts';
import { rewriteCss, type CssContext } from '../model/css-links.ts';

export type LocalLinks = Readonly<Record<string, string>>;

/** Pictures and fonts that a page carries in itself. */
const harmlessData = /^data:(image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml|x-icon|vnd\.microsoft\.icon)|font\/[\w+-]+|application\/(x-)?font[\w-]*|application\/octet-stream|application\/vnd\.ms-fontobject)?[;,]/i;

/** The stored file's path for a link, the link itself where it is its own data or local already, else null. */
export function localLink(link: string, base: string | null, links: LocalLinks): string | null {
  const trimmed = link.trim();
  if (/^data:/i.test(trimmed)) return harmlessData.test(trimmed) ? trimmed : null;
  if (isLocal(trimmed)) return trimmed;
  const address = absolute(trimmed, base);
  return address === null ? null : (links[address] ?? null);
}

/** The path of a stored picture that a link leads to, or null. No drawing: opened by itself it may run. */
export function storedPicture(link: string, base: string | null, links: LocalLinks): string | null {
  const local = localLink(link, base, links);
  return local !== null && /^\.\.\/.*\.(jpg|png|gif|webp|avif|bmp|apng|heic)$/.test(local) ? local : null;
}

/** What this room itself wrote: a path to a blob from a capture's folder or from another blob. */
export function isLocal(link: string): boolean {
  return /^(\.\.\/)+blobs\/[0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(link);
}

export function cleanCss(css: string, context: CssContext, base: string | null, links: LocalLinks): string {
  const cleaned = rewriteCss(css, context, (link, role) => {
    if (link.startsWith('#')) return link;
    const local = localLink(link, base, links);
    return role === 'style' && local?.startsWith('data:') ? null : local;
  });
  // Inside `<style>` nothing may look like a tag, wherever a parser may think that it stands.
  return cleaned.replace(/<(?=[a-z/!?])/gi, '\\3c ');
}

/** A page job: a stylesheet as it is stored. */
export function localiseStyle(request: { css: string; base: string; links: LocalLinks }): { css: string } {
  return { css: cleanCss(request.css, 'stylesheet', request.base, request.links) };
}
