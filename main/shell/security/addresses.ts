// Which addresses the window and its frames may be at. The rules that apply this stand in hardening.ts.

import { appHost, appScheme } from '../../../preload/contract/addresses.ts';
import { libraryFileKind } from '../protocol/library-files.ts';

/** What the window's session may load at all: its own scheme, and what a page carries in itself. */
const localSchemes = new Set([`${appScheme}:`, 'data:', 'blob:']);

export function isLocalAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && localSchemes.has(url.protocol);
}

/** Whether an address is the window's own page, not a file of the library under the same origin. */
export function isWindowAddress(address: string): boolean {
  const path = appPath(address);
  return path !== null && !path.startsWith('/library/');
}

/** Whether an address is the reader or original page of a capture, the only thing a frame may show. */
export function isCaptureAddress(address: string): boolean {
  const path = appPath(address);
  return path !== null && path.startsWith('/library/') && libraryFileKind(path.slice('/library/'.length)) === 'page';
}

function appPath(address: string): string | null {
  const url = URL.parse(address);
  // Not `url.origin`: for a scheme that Node does not know it is the word "null".
  return url !== null && url.protocol === `${appScheme}:` && url.host === appHost ? url.pathname : null;
}
