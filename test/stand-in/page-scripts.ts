// The text of the scripts that every new document of a window starts with: one for each world.

import { readFileSync } from 'node:fs';
import { linkWorlds, preloadElectron, watchInput } from './page-worlds.ts';
import { addressFixes } from './page-addresses.ts';
import { decode, encode } from './wire.ts';

export const preloadWorld = 'stand-in-preload';
export const preloadBinding = 'standInTell';

/** The main world's half of contextBridge. Frames have none, as in Electron. */
export function mainWorldScript(schemes: readonly string[]): string {
  return `if (window === window.top) (${String(linkWorlds)})('main', 'preload'); (${String(addressFixes)})(${JSON.stringify(schemes)});`;
}

/** The preload itself, as the CommonJS module that it is, in a world of its own. */
export function preloadWorldScript(preload: string | null): string {
  const facts = {
    platform: process.platform,
    arch: process.arch,
    versions: process.versions,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    env: {},
    argv: [],
  };
  return `if (window === window.top) (() => {
    const encode = ${String(encode)}, decode = ${String(decode)};
    const tell = (text) => globalThis.${preloadBinding}(text);
    const link = (${String(linkWorlds)})('preload', 'main');
    const { electron, door } = (${String(preloadElectron)})({ encode, decode, link, tell });
    globalThis.standIn = door;
    (${String(watchInput)})((message) => tell(JSON.stringify(message)));
    const process = ${JSON.stringify(facts)};
    const require = (name) => {
      if (/^electron(\\/renderer|\\/common)?$/.test(name)) return electron;
      throw new Error('stand-in: a sandboxed preload cannot require ' + name);
    };
    const module = { exports: {} }, exports = module.exports;
    ${preload === null ? '' : `(function (exports, require, module, process, global) {${readFileSync(preload, 'utf8')}\n})(exports, require, module, process, globalThis);`}
  })();`;
}
