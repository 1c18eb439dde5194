// JSON-LD: the node that describes the article, with what it refers to by `@id` filled in.

import type { CheerioAPI } from 'cheerio';

export type Data = Readonly<Record<string, unknown>>;

const articleType = /(Article|Posting|Report|Review|Recipe|HowTo|Chapter|CreativeWork)"/;

/** The first node that is an article of some kind, the surer kinds first; empty where there is none or it cannot be read. */
export function articleData($: CheerioAPI): Data {
  const nodes = $('script[type="application/ld+json"]').toArray().flatMap((script) => nodesOf(parseLoosely($(script).text())));
  const article = nodes.find((node) => /(Article|Posting|Report)"/.test(typeOf(node))) ?? nodes.find((node) => articleType.test(typeOf(node))) ?? nodes.find((node) => 'datePublished' in node && /WebPage"/.test(typeOf(node)));
  if (article === undefined) return {};
  const named = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' && Object.keys(node).length > 2 ? [[node['@id'], node] as const] : [])));
  return Object.fromEntries(Object.entries(article).map(([key, value]) => [key, filled(value, named)]));
}

function typeOf(node: Data): string {
  return JSON.stringify([node['@type'] ?? '']);
}

function filled(value: unknown, named: ReadonlyMap<string, Data>): unknown {
  if (Array.isArray(value)) return value.map((one) => filled(one, named));
  const id = record(value)['@id'];
  return typeof id === 'string' && text(record(value)['name']) === null ? (named.get(id) ?? value) : value;
}

function parseLoosely(json: string): unknown {
  // Raw line breaks within strings and a comma too many are the usual faults.
  for (const attempt of [json, json.replace(/[\u0000-\u001f]+/g, ' '), json.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1').replace(/^\s*(<!--|\/\/<!\[CDATA\[)|(-->|\/\/\]\]>)\s*;?\s*$/g, '')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return null;
}

function nodesOf(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  const node = record(value);
  const inside = [...('@graph' in node ? nodesOf(node['@graph']) : []), ...('mainEntity' in node ? nodesOf(node['mainEntity']) : []), ...('mainEntityOfPage' in node ? nodesOf(node['mainEntityOfPage']) : [])];
  return '@graph' in node ? inside : [node, ...inside];
}

export function record(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

export function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** A string of it, without the character references that some sites leave in. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? unescaped(value).trim() : null;
}

/** Names of persons or organisations, each once. */
export function namesIn(value: unknown): string[] {
  const all = (Array.isArray(value) ? value : [value]).flatMap((one) => (Array.isArray(one) ? namesIn(one) : (text(one) ?? text(first(record(one)['name'])) ?? [])));
  return [...new Set(all)];
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', ndash: '–', mdash: '—', hellip: '…' };

export function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return references[(name ?? '').toLowerCase()] ?? whole;
  });
}
