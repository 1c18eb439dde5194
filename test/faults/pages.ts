// Pages for the fault table: an article long enough to be one, and pictures that are.

import { drawPng } from '../demo/draw.ts';

const sentence = 'The tide mill stood where the creek narrows, and twice a day the sea did its work. ';

/** An article of some 200 words around what is given; its title tells articles apart. */
export function article(title: string, body = '', head = ''): string {
  const words = sentence.repeat(6);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><article><h1>${title}</h1><p>${words}</p>${body}<p>${words}</p></article></body></html>`;
}

export const picture = drawPng(7, 60, 40);
