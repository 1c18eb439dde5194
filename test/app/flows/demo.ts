// What flows save: pages of the demo site, and files in the form of a feed with pictures on another host.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SEED_FORM_FILE, type DemoArticle } from '../../demo/articles.ts';
import { pictureAt } from '../../demo/draw.ts';
import { startProxy, type TestProxy } from '../../proxy/proxy.ts';
import { drawnPictures, startDemoSite, type DemoSite } from '../../site/demo-site.ts';
import type { SiteOptions } from '../../site/site.ts';

/** The host of the pictures in the seed's form. */
export const pictureHost = 'pictures.example';

export interface Demo {
  readonly site: DemoSite;
  article(slug: string): DemoArticle;
  url(slug: string): string;
  close(): Promise<void>;
}

/** The demo site, with the pictures drawn of the articles that the flow saves: the first time that takes a while. */
export async function openDemo(slugs: readonly string[], options: SiteOptions = {}): Promise<Demo> {
  const site = await startDemoSite(options);
  const article = (slug: string): DemoArticle => {
    const found = site.articles.find((each) => each.slug === slug);
    if (found === undefined) throw new Error(`the demo has no article "${slug}"`);
    return found;
  };
  const url = (slug: string): string => site.url(article(slug).path);
  // All before any is drawn: drawing takes longer than the site keeps a connection for the next.
  const pages = await Promise.all(slugs.map(async (slug) => (await fetch(url(slug))).text()));
  for (const page of pages) drawAll(page);
  site.forget();
  return { site, article, url, close: () => site.close() };
}

/** The proxy that answers for the host of the seed form's pictures, which are drawn. */
export async function openPictureProxy(): Promise<TestProxy> {
  drawAll(await readFile(SEED_FORM_FILE, 'utf8'));
  return startProxy({ hosts: { [pictureHost]: drawnPictures } });
}

/** Writes a file in the seed's form under another title, so that it is another article. */
export async function writeSeedForm(folder: string, name: string, title: string): Promise<string> {
  const text = await readFile(SEED_FORM_FILE, 'utf8');
  const path = join(folder, name);
  await writeFile(path, text.replace(/^title: .*$/m, () => `title: '${title}'`));
  return path;
}

export const seedFormTitle = '凌晨两点接通！断了九天的海缆，是怎样修好的';

function drawAll(text: string): void {
  for (const [name] of text.matchAll(/[\w-]+_\d+x\d+\.\w+/g)) pictureAt(name);
}
