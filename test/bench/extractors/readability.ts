// What is compared with: Readability as it comes, over linkedom.

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

export function extract(html: string): Record<string, unknown> | null {
  const article = new Readability(parseHTML(html).document).parse();
  return article === null ? null : { title: article.title, text: article.textContent, byline: article.byline, published: article.publishedTime };
}
