// An article as Markdown with front matter, and its pictures in a folder beside it: what is written here can be added again.

import { load } from 'cheerio';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { ownHeader } from './article-head.ts';
import { frontMatter } from './front-matter.ts';
import { blocksMarkdown } from './markdown-blocks.ts';
import type { LinkFor } from './markdown-inline.ts';
import type { Material, Publication } from './material.ts';
import { blobPathOf } from './stored-links.ts';

export async function writeMarkdown(material: Material): Promise<Result<Publication>> {
  const folder = `${material.name}_files`;
  const files = new Map<string, Picture>();
  for (const path of storedPictures(material)) {
    const bytes = await material.readBlob(path);
    const number = String(files.size + 1).padStart(2, '0');
    const name = `picture-${number}.${path.slice(path.lastIndexOf('.') + 1)}`;
    if (bytes !== null) files.set(path, { path: `${folder}/${name}`, bytes });
  }
  const text = markdownWithLinks(material, (path) => {
    const file = files.get(path);
    return file === undefined ? addressOf(material, path) : relativeLink(file.path);
  });
  return ok({ bytes: Buffer.from(text), beside: [...files.values()] });
}

/** The same text with the pictures under their own addresses on the web, for a file that stands alone. */
export function readerMarkdown(material: Material): string {
  return markdownWithLinks(material, (path) => addressOf(material, path));
}

interface Picture {
  readonly path: string;
  readonly bytes: Uint8Array;
}

function markdownWithLinks(material: Material, linkForStored: (path: string) => string): string {
  const $ = load(material.readerHtml, { scriptingEnabled: false });
  // Title, byline and date stand in the front matter.
  ownHeader($).remove();
  const linkFor: LinkFor = (address) => {
    const path = blobPathOf(address);
    return path === null ? address : linkForStored(path);
  };
  const body = blocksMarkdown($, $('body').contents().toArray(), linkFor);
  // A body that begins with an element would be read as HTML throughout, as the seed's form has it.
  const start = body.startsWith('<') ? '[//]: # (Markdown)\n\n' : '';
  return `${frontMatter(material, leadLink(material, linkForStored))}\n${start}${body}\n`;
}

function leadLink({ article }: Material, linkForStored: (path: string) => string): string | null {
  if (article.lead === null) return null;
  return article.lead.path === null ? article.lead.url : linkForStored(article.lead.path);
}

/** Every stored file that the text or its head shows, each once, the lead picture first. */
function storedPictures({ article, readerHtml }: Material): Set<string> {
  const $ = load(readerHtml, { scriptingEnabled: false });
  const links = $('[src], [poster]').toArray().flatMap((element) => [element.attribs['src'], element.attribs['poster']]);
  const paths = links.map((link) => (link === undefined ? null : blobPathOf(link)));
  return new Set([article.lead?.path ?? null, ...paths].filter((path) => path !== null));
}

/** Where a stored file came from; its path where the manifest does not know it. */
function addressOf({ manifest }: Material, path: string): string {
  return manifest.resources.find((resource) => resource.path === path)?.url ?? path;
}

/** A path as a relative link: readable, with only what would be read as something else encoded. */
function relativeLink(path: string): string {
  return path.replace(/[%#?\\<>"'()\s]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
