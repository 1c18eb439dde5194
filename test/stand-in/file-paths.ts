// The paths of files that a user dropped or chose in a page. A preload must answer `getPathForFile` at once, but only
// the browser knows: it answers with a name that stands for the file, and here that name becomes the path.

import type { DevToolsSession } from '../../main/adapters/chromium/devtools-connection.ts';

const token = /^\/stand-in-file\/(\d+)\/(.*)$/s;

/** The same values with the paths in the place of the names; an empty string for a file that is not on disk. */
export async function withPaths(devtools: DevToolsSession, contextId: number, value: unknown): Promise<unknown> {
  if (typeof value === 'string') {
    const [, folder, name] = token.exec(value) ?? [];
    return name === undefined ? value : pathOf(devtools, contextId, Number(folder), name);
  }
  if (Array.isArray(value)) return Promise.all(value.map((item) => withPaths(devtools, contextId, item)));
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(async ([key, entry]) => [key, await withPaths(devtools, contextId, entry)]);
  return Object.fromEntries((await Promise.all(entries)) as [string, unknown][]);
}

async function pathOf(devtools: DevToolsSession, contextId: number, folder: number, name: string): Promise<string> {
  const expression = `standIn.folders[${folder}].get(${JSON.stringify(name)})`;
  const { result } = await devtools.send<{ result: { objectId: string } }>('Runtime.evaluate', { expression, contextId });
  // Fails for a file that a script made.
  const info = devtools.send<{ path: string }>('DOM.getFileInfo', { objectId: result.objectId });
  return info.then(({ path }) => path).catch(() => '');
}
