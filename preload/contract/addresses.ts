// The addresses of the app's own scheme. `library/` mirrors the library's folder, so that the relative links
// which work on disk work in the window too.

export const appScheme = 'app';
export const appHost = 'offprint';
export const appOrigin = `${appScheme}://${appHost}`;
export const deepLinkScheme = 'offprint';

/** The address of a file in the library (`blobs/…`, `articles/…/reader.html`) as the window loads it. */
export function libraryAddress(path: string): string {
  return `${appOrigin}/library/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The policy that every file of a capture is served with: the second wall (docs/threat-model.md). */
export const articlePolicy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "media-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-src 'none'",
  'sandbox allow-same-origin',
].join('; ');
