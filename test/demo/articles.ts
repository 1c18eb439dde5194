// The demo library's articles, read from articles/*.html: YAML front matter, then the article's own HTML.
// How they become pages of a site is page.ts's matter. `seed-form.md` is read as it is, by those who need it.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import * as v from 'valibot';
import { parse } from 'yaml';

import { SITES } from './sites.ts';

const FOLDER = new URL('./articles/', import.meta.url);

const FrontMatter = v.strictObject({
  title: v.string(),
  description: v.string(),
  byline: v.string(),
  site: v.picklist(['review', 'chao', 'yohaku', 'spalte']),
  /** ISO 8601 with the site's own offset. */
  published: v.string(),
  modified: v.optional(v.string()),
  editor: v.optional(v.string()),
  tags: v.array(v.string()),
  lead: v.strictObject({ picture: v.string(), alt: v.string() }),
  charset: v.optional(v.literal('gbk')),
  /** Its pictures wait for a script to be shown. */
  lazy: v.optional(v.boolean()),
  look: v.optional(v.literal('imported-styles')),
});

export type DemoArticle = v.InferOutput<typeof FrontMatter> & {
  readonly slug: string;
  /** Where the demo site serves it. */
  readonly path: string;
  readonly language: string;
  readonly body: string;
};

/** The front matter and five remote pictures in one Markdown file; its pictures are drawn by `pictureAt`. */
export const SEED_FORM_FILE = fileURLToPath(new URL('seed-form.md', FOLDER));

/** All of them, newest first. */
export function readDemoArticles(): DemoArticle[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readArticle(name.replace(/\.html$/, '')))
    .toSorted((a, b) => b.published.localeCompare(a.published));
}

function readArticle(slug: string): DemoArticle {
  const source = readFileSync(new URL(`${slug}.html`, FOLDER), 'utf8');
  const parts = /^---\n(?<front>.*?)\n---\n(?<body>.*)$/s.exec(source)?.groups;
  if (parts === undefined) throw new Error(`${slug}.html has no front matter`);
  const front = v.parse(FrontMatter, parse(parts['front'] ?? ''));
  const { language } = SITES[front.site];
  return { ...front, slug, path: `/${front.site}/${slug}.html`, language, body: parts['body'] ?? '' };
}
