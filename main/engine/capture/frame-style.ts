// The styles of a frame as styles of a part of the page around it: what they say of the frame's document and of its window
// holds for the part and its box.

import parse from 'css-tree/parser';
import generate from 'css-tree/generator';
import walk from 'css-tree/walker';
import type { CssNode, List } from 'css-tree';

export interface FrameBox {
  /** CSS pixels; null when unknown. */
  readonly width: number | null;
}

type Item = Parameters<List<CssNode>['remove']>[0];

const renamed: Readonly<Record<string, string>> = { html: 'offprint-html', body: 'offprint-body', iframe: 'offprint-frame' };
/** Of the frame's own window; the part's box is a container of queries (place-frames.ts). */
const containerUnits: Readonly<Record<string, string>> = { vw: 'cqw', vh: 'cqh', dvh: 'cqh', svh: 'cqh', lvh: 'cqh', vmin: 'cqmin', vmax: 'cqmax' };
const emWidth = 16;

export function frameCss(css: string, box: FrameBox): string {
  const tree = parse(css, { parseCustomProperty: true, parseAtrulePrelude: false });
  walk(tree, {
    enter(node: CssNode, item: Item, list: List<CssNode> | null) {
      switch (node.type) {
        case 'TypeSelector':
          node.name = renamed[node.name.toLowerCase()] ?? node.name;
          break;
        case 'PseudoClassSelector':
          // As strong as `:root` is.
          if (node.name.toLowerCase() === 'root') list?.replace(item, list.createItem(rootSelector));
          break;
        case 'Dimension':
          node.unit = containerUnits[node.unit.toLowerCase()] ?? node.unit;
          break;
        case 'Atrule':
          if (node.name.toLowerCase() === 'font-face') list?.remove(item);
          else if (node.name.toLowerCase() === 'media' && node.prelude?.type === 'Raw') node.prelude.value = mediaOf(node.prelude.value, box);
          break;
        default:
      }
    },
  });
  return generate(tree);
}

const rootSelector = { type: 'AttributeSelector', name: { type: 'Identifier', name: 'data-offprint-root' }, matcher: null, value: null, flags: null } as const;

/** `@font-face` counts only in the page's own styles. */
export function fontFacesOf(css: string): string[] {
  const faces: string[] = [];
  walk(parse(css), {
    visit: 'Atrule',
    enter(node) {
      if (node.name.toLowerCase() === 'font-face') faces.push(generate(node));
    },
  });
  return faces;
}

/** The width of a frame is its own and does not change: what asks for it is answered here. */
function mediaOf(media: string, { width }: FrameBox): string {
  if (width === null) return media;
  return media.replace(/\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)/gi, (_whole, end: string, amount: string, unit: string) => {
    const pixels = Number(amount) * (unit.toLowerCase() === 'px' ? 1 : emWidth);
    const holds = end.toLowerCase() === 'min' ? width >= pixels : width <= pixels;
    return holds ? '(min-width:0px)' : '(max-width:0px)';
  });
}
