// All payloads in all places, as pages: more than six thousand, each with its number, which the canary is told.

import { addressPayloads } from './addresses.ts';
import { elements } from './elements.ts';
import { attributeSyntax, eventAttributes } from './event-attributes.ts';
import { hints } from './hints.ts';
import { mutations } from './mutations.ts';
import { nesting } from './nesting.ts';
import { aimAt, type Payload, type PayloadKind, type Place } from './payload.ts';
import { styles } from './styles.ts';

export interface HostilePage {
  readonly number: number;
  readonly kind: PayloadKind;
  readonly name: string;
  readonly html: string;
}

export const allPayloads: readonly Payload[] = [...eventAttributes, ...attributeSyntax, ...addressPayloads, ...mutations, ...elements, ...styles, ...hints, ...nesting];

const words = '<p>Words enough for an article, which somebody wrote and somebody else may want to read again.</p>';

function document(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>${head}</head><body>${body}</body></html>`;
}

const first: Place = { name: 'first', page: (payload) => document(`${payload}\n${words}`) };

const others: readonly Place[] = [
  { name: 'last', page: (payload) => document(`${words}${payload}`) },
  { name: 'in the head', page: (payload) => document(words, payload) },
  { name: 'in a paragraph of an article', page: (payload) => document(`<article><h1>Title</h1>${words}<p>Before ${payload} after</p>${words}</article>`) },
  { name: 'in a table', page: (payload) => document(`<table><tr><td>${payload}</td></tr>${payload}</table>${words}`) },
  { name: 'in a drawing', page: (payload) => document(`<svg width=99 height=99><g>${payload}</g></svg>${words}`) },
  { name: 'in a formula', page: (payload) => document(`<math><mtext>${payload}</mtext></math>${words}`) },
  { name: 'in a select', page: (payload) => document(`<select><option>${payload}</option></select>${words}`) },
  { name: 'in a shadow root', page: (payload) => document(`<x-host><template shadowrootmode="open">${payload}</template>${words}</x-host>`) },
  { name: 'in a noscript', page: (payload) => document(`<noscript>${payload}</noscript>${words}`) },
];

/** These speak of one attribute alone, and mean the same wherever they stand. */
const alike: ReadonlySet<PayloadKind> = new Set(['event attribute', 'address', 'nesting']);

/** @param canary its origin. The pages are the same for the same canary. */
export function hostilePages(canary: string): readonly HostilePage[] {
  const pages: HostilePage[] = [];
  for (const payload of allPayloads) {
    for (const place of alike.has(payload.kind) ? [first] : [first, ...others]) {
      const number = pages.length;
      pages.push({ number, kind: payload.kind, name: `${payload.name}, ${place.name}`, html: place.page(payload.markup(aimAt(canary, number))) });
    }
  }
  return pages;
}
