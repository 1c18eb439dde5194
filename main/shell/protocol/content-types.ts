// The type that a stored file is served with, by its ending. What can run is not in the table: it is served as bytes.

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  apng: 'image/apng',
  bmp: 'image/bmp',
  css: 'text/css; charset=utf-8',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  ogv: 'video/ogg',
  opus: 'audio/ogg',
  otf: 'font/otf',
  png: 'image/png',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  ttf: 'font/ttf',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** For a file of the library. Html is not among a library's blobs; its pages are served with a type of their own. */
export function storedFileType(path: string): string {
  return types[endingOf(path)] ?? 'application/octet-stream';
}

/** For a file of the window itself. */
export function windowFileType(path: string): string {
  const ending = endingOf(path);
  if (ending === 'html') return pageType;
  return ending === 'js' ? 'text/javascript; charset=utf-8' : storedFileType(path);
}

export const pageType = 'text/html; charset=utf-8';

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}
