// A page job: what `<use>` takes from another file is put in its place, since no browser takes it from a file on disk.
// Runs in the bounded worker.

import { load, type CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { documentHtml, openPage } from '../model/open-page.ts';

export interface SpriteRequest {
  readonly html: string;
  /** SVG documents by their addresses. */
  readonly sprites: Readonly<Record<string, string>>;
}

/** What one page may grow by, in characters: each use is a copy. */
const most = 4_000_000;

export function inlineSprites(request: SpriteRequest): { html: string } {
  const $ = openPage(request.html);
  const sprites = new Map(Object.entries(request.sprites).map(([url, svg]) => [url, load(svg, { xml: true })]));
  let size = 0;
  $('use').each((_, use) => {
    const [url = '', id = ''] = (use.attribs['href'] ?? use.attribs['xlink:href'] ?? '').split('#');
    const part = url === '' ? null : partOf(sprites.get(url) ?? null, id);
    if (part === null) return;
    const drawn = placed(part, use.attribs);
    size += drawn.length;
    if (size <= most) $(use).replaceWith(drawn);
  });
  return { html: documentHtml($) };
}

interface Part {
  readonly sprite: CheerioAPI;
  readonly element: Element;
}

function partOf(sprite: CheerioAPI | null, id: string): Part | null {
  if (sprite === null) return null;
  const [element] = id === '' ? sprite('svg').toArray() : sprite('[id]').toArray().filter(({ attribs }) => attribs['id'] === id);
  return element === undefined ? null : { sprite, element };
}

/** A symbol is drawn into its own box, all else where it stands (SVG 2, section 5.6). */
function placed({ sprite, element }: Part, { x, y, width, height }: Readonly<Record<string, string>>): string {
  const isBox = element.name === 'symbol' || element.name === 'svg';
  const shift = x === undefined && y === undefined ? '' : ` transform="translate(${Number.parseFloat(x ?? '0') || 0},${Number.parseFloat(y ?? '0') || 0})"`;
  const inner = isBox ? sprite(element).html() : sprite.xml(element);
  if (!isBox) return `<g${shift}>${inner ?? ''}</g>`;
  const box = load('<svg></svg>', { xml: true });
  const { viewBox, preserveAspectRatio } = element.attribs;
  const given = { viewBox, preserveAspectRatio, x, y, width: width ?? '100%', height: height ?? '100%' };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) box('svg').attr(name, value);
  box('svg').append(inner ?? '');
  return box.xml();
}
