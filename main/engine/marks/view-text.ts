// The text of a view from its HTML: the same string that the window reads from the frame's DOM.

import { load } from 'cheerio';
import { joinNodes, viewNodes } from '../model/view-nodes.ts';

export function viewText(html: string): string {
  return joinNodes(viewNodes(load(html, { scriptingEnabled: false })));
}
