// Which part of the app's scheme answers a request: the window's own files, or the library's.

import { appHost, appScheme } from '../../../preload/contract/addresses.ts';
import { serveLibraryFile } from './serve-library.ts';
import { serveWindowFile } from './serve-window.ts';

export interface ProtocolSources {
  /** The built window. */
  readonly windowFolder: string;
  /** The folder of the library that is open now. */
  readonly library: () => string;
}

/** The answer to one request for the app's scheme. */
export async function answerAppRequest(request: Request, sources: ProtocolSources): Promise<Response> {
  if (request.method !== 'GET') return new Response(null, { status: 405 });
  const path = decodedPath(request.url);
  if (path === null) return new Response(null, { status: 404 });
  const inLibrary = /^library\/(.*)$/s.exec(path)?.[1];
  if (inLibrary === undefined) return await serveWindowFile(sources.windowFolder, path);
  return await serveLibraryFile(sources.library(), inLibrary, request.headers.get('range'));
}

/** Decoded exactly once, so that what is matched is what is opened; null for another host or a broken encoding. */
function decodedPath(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== appHost) return null;
  try {
    return decodeURIComponent(url.pathname.slice(1));
  } catch {
    return null;
  }
}
