// The links of a reader page that point into the library's blobs, and what kind of file each is.

import type { CheerioAPI } from 'cheerio';

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  otf: 'font/otf',
};

/** The media type of a file by its ending. */
export function typeOfPath(path: string): string {
  return types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}

/** `blobs/…` for a link to a blob from wherever in the library, else null. */
export function blobPathOf(link: string): string | null {
  return /^(?:\.\.\/)*(blobs\/[0-9a-f]{2}\/[0-9a-f]+\.[a-z0-9]+)$/.exec(link)?.[1] ?? null;
}

/** Puts `replace(path)` for each link to a blob; the attribute goes where it answers null. Candidates of other sizes go. */
export async function replaceStoredLinks($: CheerioAPI, replace: (path: string) => Promise<string | null>): Promise<void> {
  $('[srcset]').removeAttr('srcset');
  $('picture > source').remove();
  for (const attribute of ['src', 'poster', 'href', 'xlink:href']) {
    for (const element of $(`[${attribute.replace(':', '\\:')}]`).toArray()) {
      const path = blobPathOf($(element).attr(attribute) ?? '');
      if (path === null) continue;
      const replaced = await replace(path);
      if (replaced === null) $(element).removeAttr(attribute);
      else $(element).attr(attribute, replaced);
    }
  }
}
