// The front matter of an article: the keys that static site generators and clippers use, and that Offprint reads again.

import { stringify } from 'yaml';
import { noteOf, pictureOf, quoteOf, tagsOf, type Annotation } from '../../../preload/contract/mark.ts';
import { dateForFrontMatter } from './dates.ts';
import type { Material } from './material.ts';

/** `---` to `---`, with a line's end. `headimg` is the lead picture's link, or null for none. */
export function frontMatter({ article, marks }: Material, headimg: string | null): string {
  const fields = {
    title: article.title,
    subtitle: article.subtitle,
    section: article.section,
    categories: article.tags.length === 0 ? null : article.tags,
    headimg,
    author: article.byline,
    date: article.published === null ? null : dateForFrontMatter(article.published),
    updated: article.modified === null ? null : dateForFrontMatter(article.modified),
    thumbnail: headimg,
    source: article.url,
    site: article.site,
    language: article.language,
    marks: marks.length === 0 ? null : marks.map(markFields),
  };
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return `---\n${stringify(known, { singleQuote: true, lineWidth: 0 })}---\n`;
}

/** Words by what they say and stand between, pictures by their file's hash: both hold wherever the file goes. */
function markFields(mark: Annotation): Record<string, unknown> {
  const quote = quoteOf(mark);
  const picture = pictureOf(mark);
  const note = noteOf(mark);
  const tags = tagsOf(mark);
  return {
    ...(quote === null ? {} : { quote: quote.exact, prefix: quote.prefix, suffix: quote.suffix }),
    ...(picture === null ? {} : { picture: picture['offprint:picture'], area: picture.value }),
    color: mark.target.styleClass,
    ...(note === '' ? {} : { note }),
    ...(tags.length === 0 ? {} : { tags }),
    created: mark.created,
    ...(mark.modified === mark.created ? {} : { modified: mark.modified }),
  };
}
