// A whole page of a publication around one demo article: head with its data, navigation, teasers, footer.

import type { DemoArticle } from './articles.ts';
import { SITES } from './sites.ts';
import type { Publication } from './sites.ts';

/** `origin` goes before the absolute addresses of the page's data; `others` are the teasers. */
export function renderPage(article: DemoArticle, origin: string, others: readonly DemoArticle[]): string {
  const site = SITES[article.site];
  return `<!doctype html>
<html lang="${article.language}">
<head>
${renderHead(article, site, origin)}
</head>
<body class="${article.site}">
${renderNavigation(site)}
<main>
<article>
<header>
<p class="section"><a href="/">${site.sections[0]}</a> › ${article.tags[0] ?? ''}</p>
<h1>${article.title}</h1>
<p class="byline">${site.byline({ author: article.byline, date: site.date(article.published), site: site.name })}</p>
</header>
<div class="text">
${article.body.trim()}
</div>
${renderEnd(article)}
</article>
${renderTeasers(site, others)}
</main>
<footer><ul>${list(site.footer)}</ul><p>© 2026 ${site.name}</p></footer>
${article.lazy === true ? LAZY_SCRIPT : ''}
</body>
</html>
`;
}

function renderHead(article: DemoArticle, site: Publication, origin: string): string {
  const url = origin + article.path;
  const image = `${origin}/pictures/${article.lead.picture}`;
  return `<meta charset="${article.charset ?? 'utf-8'}">
<meta name="viewport" content="width=device-width">
<title>${article.title} - ${site.name}</title>
<meta name="description" content="${article.description}">
<meta name="author" content="${article.byline}">
<meta property="og:type" content="article">
<meta property="og:title" content="${article.title}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:description" content="${article.description}">
<meta property="og:image" content="${image}">
<meta property="og:url" content="${url}">
<meta property="article:published_time" content="${article.published}">
<link rel="canonical" href="${url}">
<link rel="icon" href="/styles/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/styles/${article.look === 'imported-styles' ? 'imported.css' : 'site.css'}">
<script type="application/ld+json">${JSON.stringify(structuredData(article, site, url, image))}</script>`;
}

function structuredData(article: DemoArticle, site: Publication, url: string, image: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    description: article.description,
    datePublished: article.published,
    ...(article.modified === undefined ? {} : { dateModified: article.modified }),
    author: { '@type': 'Person', name: article.byline },
    publisher: { '@type': 'Organization', name: site.name },
    image: [image],
    inLanguage: article.language,
    keywords: article.tags,
    mainEntityOfPage: url,
  };
}

function renderNavigation(site: Publication): string {
  return `<header class="masthead"><a class="name" href="/">${site.name}</a><p>${site.motto}</p>
<nav><ul>${list(site.sections)}</ul></nav></header>`;
}

function renderEnd(article: DemoArticle): string {
  const tags = `<ul class="tags">${article.tags.map((tag) => `<li><a href="/tags">${tag}</a></li>`).join('')}</ul>`;
  return article.editor === undefined ? tags : `<p class="editor">（责任编辑：${article.editor}）</p>\n${tags}`;
}

function renderTeasers(site: Publication, others: readonly DemoArticle[]): string {
  const teasers = others.map(
    (other) => `<li><a href="${other.path}">
<img src="/pictures/${smaller(other.lead.picture)}" alt="" width="240" height="150">
<h3>${other.title}</h3></a><p>${other.description}</p></li>`,
  );
  return `<aside class="related"><h2>${site.related}</h2><ul>${teasers.join('\n')}</ul></aside>`;
}

function smaller(picture: string): string {
  return picture.replace(/_\d+x\d+\./, '_240x150.');
}

function list(words: readonly string[]): string {
  return words.map((word) => `<li><a href="/">${word}</a></li>`).join('');
}

const LAZY_SCRIPT = `<script>
for (const picture of document.querySelectorAll('img.lazy')) {
  new IntersectionObserver(([entry], observer) => {
    if (!entry.isIntersecting) return;
    picture.src = picture.dataset.src ?? picture.dataset.original ?? picture.dataset.lazySrc;
    observer.disconnect();
  }).observe(picture);
}
</script>`;
