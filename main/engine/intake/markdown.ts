// Markdown with YAML front matter, the body Markdown or HTML: the form of static sites and of our own export.

import { marked } from 'marked';
import { parse as parseYaml } from 'yaml';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { isWeb, localOrigin } from '../model/address.ts';
import { decodeText, htmlDeclaration, isText } from '../model/decode-text.ts';
import type { PageHints } from '../model/raw-page.ts';
import { annotationsFrom } from './markdown-marks.ts';
import type { Intake, LocalFile } from './read-file.ts';

const frontMatter = /^\uFEFF?\s*---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Failures: `unsupported` (binary), `bad-input` (nothing in it, front matter that is not YAML). */
export function readMarkdown(file: LocalFile): Result<Intake> {
  if (!isText(file.bytes)) return fail('unsupported', file.name, 'not a text file');
  const decoded = decodeText(file.bytes, null, htmlDeclaration);
  const head = frontMatter.exec(decoded.text);
  const fields = readFields(head?.[1] ?? '');
  if (fields === null) return fail('bad-input', file.name, 'its front matter is not YAML');
  const body = decoded.text.slice(head?.[0].length ?? 0);
  if (body.trim() === '') return fail('bad-input', file.name, 'the file has no text');
  const hints = hintsFrom(fields);
  const url = file.givenBase ?? hints.url ?? null;
  const page = {
    mode: 'file',
    url,
    // Its pictures lie beside it, whatever address it gives as its source.
    base: file.givenBase ?? localOrigin + encodeURIComponent(file.name),
    finalUrl: null,
    status: null,
    headers: {},
    charset: decoded.charset,
    bytes: file.bytes,
    extension: 'md',
    html: toHtml(body, hints.title ?? file.name),
    hints: { title: file.name.replace(/\.\w+$/, ''), ...headingTitle(body), ...hints, wholePage: true },
  } as const;
  return ok({ kind: 'page', page });
}

type Fields = Readonly<Record<string, unknown>>;

/** Plain data only: the core schema knows no tags of its own, and the library bounds aliases. Null for what is not YAML. */
function readFields(yaml: string): Fields | null {
  try {
    const parsed: unknown = parseYaml(yaml, { schema: 'core', maxAliasCount: 20, uniqueKeys: false, logLevel: 'error' });
    if (parsed === null || parsed === undefined) return {};
    return typeof parsed === 'object' && !Array.isArray(parsed) ? (parsed as Fields) : null;
  } catch {
    return null;
  }
}

function hintsFrom(fields: Fields): PageHints {
  const url = text(fields, 'source', 'url', 'link', 'original', 'canonical');
  const published = dateOf(fields, 'date', 'published', 'pubdate');
  const title = text(fields, 'title');
  const byline = text(fields, 'author', 'byline', 'authors');
  const site = text(fields, 'site', 'publisher');
  const lead = text(fields, 'headimg', 'thumbnail', 'cover', 'image');
  return {
    ...(title === null ? {} : { title }),
    ...(byline === null ? {} : { byline }),
    ...(site === null ? {} : { site }),
    ...(lead === null ? {} : { lead }),
    ...(url !== null && isWeb(url) ? { url } : {}),
    ...(published === null ? {} : { published }),
    ...optional('subtitle', text(fields, 'subtitle')),
    ...optional('section', text(fields, 'section')),
    ...optional('modified', dateOf(fields, 'updated', 'modified', 'lastmod')),
    ...optional('language', text(fields, 'language', 'lang')),
    ...optional('marks', annotationsFrom(fields['marks'])),
    tags: [...new Set([...words(fields['categories']), ...words(fields['tags'])])],
  };
}

function optional<K extends string, V>(name: K, value: V | null): { readonly [N in K]?: V } {
  return value === null ? {} : ({ [name]: value } as { readonly [N in K]?: V });
}

function dateOf(fields: Fields, ...names: readonly string[]): string | null {
  const written = text(fields, ...names);
  if (written === null) return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace(/\.000Z$/, 'Z');
}

function text(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields[name];
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return String(value).trim();
    if (Array.isArray(value) && value.length > 0) return words(value).join(', ');
  }
  return null;
}

function words(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,，]/) : [];
  return all.filter((one) => typeof one === 'string' || typeof one === 'number').map((one) => String(one).trim()).filter((one) => one !== '');
}

function headingTitle(body: string): { title?: string } {
  const heading = /^#\s+(.+)$/m.exec(body)?.[1];
  return heading === undefined ? {} : { title: heading.trim() };
}

/** A body that begins with an element is HTML throughout; Markdown would cut it up at blank lines. */
function toHtml(body: string, title: string): string {
  const html = /^\s*</.test(body) ? body : marked.parse(body, { async: false, gfm: true });
  const safeTitle = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${safeTitle}</title></head><body>${html}</body></html>`;
}
