// A page job: puts what frames hold into the page around them, as static parts of it. A frame becomes an `offprint-frame` with a
// declarative shadow root, so that its styles and the page's keep apart as they did. A frame that was not had stays as an
// empty box of its size.

import { load, type Cheerio, type CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import { documentHtml } from '../model/open-page.ts';
import type { FrameContent, PlaceFramesRequest } from '../model/raw-page.ts';
import { fontFacesOf, frameCss, type FrameBox } from './frame-style.ts';

/** Set on the element of a frame whose content is there, by whoever found it. */
export const frameMark = 'data-offprint-frame';
/** Frames in frames in frames. */
const deepest = 4;

/** Of the element, what makes it stand where it stood. `src` and the like go. */
const kept = /^(id|class|style|title|width|height|align|hspace|vspace|frameborder|slot|part|hidden|dir|lang|aria-.*|data-(?!offprint).*)$/;

/** What a browser does for a frame and its document; page styles win over all of it. */
const boxStyle = ':where(offprint-frame){display:inline-block;width:300px;height:150px;border:2px inset;overflow:auto;box-sizing:content-box}';
const innerStyle =
  ':host{container-type:size}' +
  'offprint-html{all:initial;display:block;min-height:100%;font-size:16px;overflow-wrap:normal}offprint-body{display:block;margin:8px}';

export function placeFrames({ html, frames, styles }: PlaceFramesRequest): { html: string } {
  const $ = load(html);
  const sizes = new Set<string>();
  const faces: string[] = [];
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  const place: Place = { byId, styles, sizes, faces };
  placeIn($, $.root().contents().toArray(), place, 0);
  if ($('offprint-frame').length === 0) return { html };
  $('head').prepend(styleOf($, `${boxStyle}${[...sizes].join('')}`));
  if (faces.length > 0) $('head').append(styleOf($, faces.join('\n')));
  return { html: documentHtml($) };
}

interface Place {
  readonly byId: ReadonlyMap<string, FrameContent>;
  readonly styles: Readonly<Record<string, string>>;
  readonly sizes: Set<string>;
  readonly faces: string[];
}

function placeIn($: CheerioAPI, roots: readonly AnyNode[], place: Place, depth: number): void {
  for (const element of $(roots).find(`iframe, [${frameMark}]`).addBack(`iframe, [${frameMark}]`).toArray().filter(isTag)) {
    const frame = place.byId.get(element.attribs[frameMark] ?? '');
    const host = $('<offprint-frame></offprint-frame>').attr(attributesOf(element, place));
    // Hidden frames and those of one pixel count readers, and show nothing.
    if (frame !== undefined && depth < deepest && !isHidden(element)) host.append(shadowOf($, frame, boxOf(element), place, depth));
    $(element).replaceWith(host);
  }
}

function attributesOf(element: Element, { sizes }: Place): Record<string, string> {
  const attributes = Object.fromEntries(Object.entries(element.attribs).filter(([name]) => kept.test(name)));
  for (const name of ['width', 'height'] as const) {
    const value = /^\s*(\d+(?:\.\d+)?)(px|%)?/.exec(attributes[name] ?? '');
    if (value !== null) sizes.add(`:where(offprint-frame[${name}="${attributes[name]?.replace(/["\\]/g, '\\$&') ?? ''}"]){${name}:${value[1]}${value[2] ?? 'px'}}`);
  }
  if (attributes['frameborder'] === '0' || attributes['frameborder'] === 'no') sizes.add(`:where(offprint-frame[frameborder="${attributes['frameborder']}"]){border:0}`);
  return attributes;
}

function boxOf({ attribs }: Element): FrameBox {
  const width = Number.parseFloat(attribs['data-offprint-width'] ?? (/^\s*[\d.]+(px)?\s*$/.test(attribs['width'] ?? '') ? (attribs['width'] ?? '') : ''));
  return { width: Number.isFinite(width) && width > 0 ? width : null };
}

function isHidden({ attribs }: Element): boolean {
  return /^[01](px)?$/.test(attribs['width'] ?? '') || /^[01](px)?$/.test(attribs['height'] ?? '') || 'hidden' in attribs || /display\s*:\s*none/i.test(attribs['style'] ?? '');
}

function shadowOf($: CheerioAPI, frame: FrameContent, box: FrameBox, place: Place, depth: number): Element {
  const inner = load(frame.html);
  // A shadow root takes no rules from the page around it.
  const sizes = new Set<string>();
  placeIn(inner, inner.root().contents().toArray(), { ...place, sizes }, depth + 1);
  const template = $('<template shadowrootmode="open"></template>');
  const root = $('<offprint-html></offprint-html>').attr(plain(inner('html').attr())).attr('data-offprint-root', '');
  const body = $('<offprint-body></offprint-body>').attr(plain(inner('body').attr()));
  const styles = [`${innerStyle}${boxStyle}${[...sizes].join('')}`];
  for (const element of inner('style, link[rel~=stylesheet][href]').toArray()) {
    const css = element.name === 'style' ? inner(element).text() : place.styles[element.attribs['href'] ?? ''];
    if (css === undefined || isAlternate(element) || isInTemplate(element)) continue;
    place.faces.push(...fontFacesOf(css));
    styles.push(wrapMedia(frameCss(css, box), element.attribs['media']));
    inner(element).remove();
  }
  for (const css of styles) root.append(styleOf($, css));
  body.append(inner('body').contents());
  root.append(body);
  // What a template holds hangs in a root of its own.
  template.contents().append(root);
  return elementOf(template);
}

/** Styles in a shadow root are that root's own. What a template holds has a root of its own, and that hangs in the template. */
function isInTemplate(element: Element): boolean {
  let node: AnyNode = element;
  while (node.parent !== null && node.type !== 'root') node = node.parent;
  return node.parent !== null;
}

function isAlternate({ attribs }: Element): boolean {
  return /alternate/i.test(attribs['rel'] ?? '') || (attribs['media'] ?? '').toLowerCase() === 'print';
}

function wrapMedia(css: string, media: string | undefined): string {
  return media === undefined || /^\s*(all|screen)?\s*$/i.test(media) || /[{}]/.test(media) ? css : `@media ${media}{${css}}`;
}

function plain(attributes: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => /^(id|class|style|lang|dir|data-.*)$/.test(name)));
}

function styleOf($: CheerioAPI, css: string): Element {
  return elementOf($('<style></style>').text(css.replace(/<(?=[/!])/g, '\\3c ')));
}

function elementOf(made: Cheerio<AnyNode>): Element {
  const element = made.toArray().find(isTag);
  if (element === undefined) throw new Error('what was made is an element');
  return element;
}
