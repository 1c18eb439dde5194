// The demo's articles as a site that runs: pages, pictures, styles, fonts.

import { readFileSync } from 'node:fs';

import { readDemoArticles } from '../demo/articles.ts';
import type { DemoArticle } from '../demo/articles.ts';
import { pictureAt } from '../demo/draw.ts';
import { renderPage } from '../demo/page.ts';
import type { Answer, Handler, Resource, SeenRequest } from './answers.ts';
import { encodeGbk } from './encode-gbk.ts';
import { startSite } from './site.ts';
import type { Site, SiteOptions } from './site.ts';

export interface DemoSite extends Site {
  readonly articles: readonly DemoArticle[];
}

const STYLES = ['site.css', 'imported.css', 'parts/typeface.css', 'parts/faces.css', 'icon.svg'];
const WEIGHTS = [400, 700];
const TEASERS = 3;

/** Any picture that its address describes (see demo/draw.ts): also what answers for `pictures.example` in a proxy. */
export const drawnPictures: Handler = (request) => {
  const body = pictureAt(request.path);
  return body === null ? null : { body };
};

/** All demo articles under their own paths; more resources and rules may be given. */
export async function startDemoSite(options: SiteOptions = {}): Promise<DemoSite> {
  const articles = readDemoArticles();
  const resources = { ...demoResources(articles), ...options.resources };
  const site = await startSite({ fallback: drawnPictures, ...options, resources });
  return Object.assign(site, { articles });
}

function demoResources(articles: readonly DemoArticle[]): Record<string, Resource> {
  const pages = articles.map((article) => [article.path, pageHandler(article, articles)] as const);
  const styles = STYLES.map((name) => [`/styles/${name}`, readStyle(name)] as const);
  const fonts = WEIGHTS.map((weight) => [`/fonts/slow-serif-${weight}.woff2`, readFont(weight)] as const);
  return Object.fromEntries<Resource>([...pages, ...styles, ...fonts]);
}

function pageHandler(article: DemoArticle, all: readonly DemoArticle[]): Handler {
  const teasers = all.filter((other) => other !== article).slice(0, TEASERS);
  return (request: SeenRequest): Answer => {
    const html = renderPage(article, `http://${request.host}`, teasers);
    return article.charset === 'gbk' ? { body: encodeGbk(html), type: 'text/html' } : { body: html };
  };
}

function readStyle(name: string): Uint8Array {
  return readFileSync(new URL(`../demo/styles/${name}`, import.meta.url));
}

function readFont(weight: number): Uint8Array {
  const file = `@fontsource/noto-serif-sc/files/noto-serif-sc-latin-${weight}-normal.woff2`;
  return readFileSync(new URL(`../../node_modules/${file}`, import.meta.url));
}
