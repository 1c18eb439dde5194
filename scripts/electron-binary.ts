// Electron's binary, which its npm package does not contain: found where it is, or downloaded once, bounded in time.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const downloadMs = 10 * 60_000;
/** How long the place to download from may take to answer at all. */
const reachMs = 10_000;

export type Download = { readonly path: string } | { readonly reason: string };

/** The path of the binary, or null where it is not there yet. */
export function findElectron(root: string): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const nameFile = join(folder, 'path.txt');
  if (!existsSync(nameFile)) return null;
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const path = join(dist, readFileSync(nameFile, 'utf8'));
  return existsSync(path) ? path : null;
}

/** Downloads the binary with the package's own installer, or says why it cannot be had. */
export async function downloadElectron(root: string): Promise<Download> {
  const installer = spawn(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  installer.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const late = setTimeout(() => installer.kill(), downloadMs);
  // The installer itself waits minutes for a network that swallows everything.
  const unreachable = whyUnreachable(downloadPlace());
  void unreachable.then((reason) => reason !== null && installer.kill());
  await once(installer, 'close');
  clearTimeout(late);
  const path = findElectron(root);
  return path === null ? { reason: (await unreachable) ?? firstSentence(complaint) } : { path };
}

function downloadPlace(): string {
  return process.env['npm_config_electron_mirror'] ?? process.env['ELECTRON_MIRROR'] ?? 'https://github.com/';
}

/** Why a place cannot be reached, or null. Behind a proxy only the installer can tell. */
async function whyUnreachable(address: string): Promise<string | null> {
  const proxies = Object.entries(process.env).filter(([name]) => /^(https?|all)_proxy$/i.test(name));
  if (proxies.some(([, value]) => value !== '')) return null;
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachMs) });
    return null;
  } catch {
    return `no connection to ${URL.parse(address)?.host ?? address}`;
  }
}

/** What an installer's stack trace says in its first line. */
function firstSentence(complaint: string): string {
  const line = complaint.split('\n').find((one) => one.trim() !== '') ?? 'it took too long';
  return line.replace(/^\w*Error: /, '').trim();
}
