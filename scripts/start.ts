// `npm start`: builds what is older than its sources and opens the app, in Electron where it can be had, else in an
// installed Chrome or Chromium. What stands in the way is said in one sentence. With `--watch` (`npm run dev`) the app
// starts again when a source changes. Other arguments go to the app.

import { join } from 'node:path';
import { findChromium } from '../main/adapters/chromium/find-chromium.ts';
import { fill, localeFor } from '../preload/contract/messages/locale.ts';
import { start, type StartKey } from '../preload/contract/messages/start.ts';
import { build, buildIfOlder } from './build-if-older.ts';
import { downloadElectron, findElectron } from './electron-binary.ts';
import { obstacleTo } from './electron-obstacles.ts';
import { runApp, runWatched, type AppCommand } from './run-app.ts';

const root = join(import.meta.dirname, '..');
const locale = localeFor(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '');

process.exitCode = await main(process.argv.slice(2));

async function main(line: readonly string[]): Promise<number> {
  const watch = line.includes('--watch');
  const headless = line.includes('--headless');
  const rest = line.filter((argument) => argument !== '--watch' && argument !== '--headless');
  if (!headless && hasNoDisplay()) return stopWith('noDisplay');
  if (!(await buildIfOlder(root, () => say('building')))) return stopWith('buildFailed');
  const command = headless ? standIn(rest, ['--headless']) : await chooseCommand(rest);
  if (command === null) return 1;
  if (!watch) return await runApp(command);
  say('watching');
  return await runWatched(command, { root, rebuild: () => build(root) });
}

function hasNoDisplay(): boolean {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** Electron, else the stand-in; null when neither can be had, which is said. */
async function chooseCommand(rest: readonly string[]): Promise<AppCommand | null> {
  const present = findElectron(root);
  if (present === null) say('downloading');
  const electron = present === null ? await downloadElectron(root) : { path: present };
  if ('path' in electron) return electronCommand(electron.path, rest);
  const chromium = await findChromium();
  if (chromium === null || !chromium.hasWindows) {
    stopWith('nothingToOpenWith', { reason: electron.reason });
    return null;
  }
  const browser = chromium.name === 'CHROME_PATH' ? chromium.path : chromium.name;
  say('fallback', { reason: electron.reason, browser });
  return standIn(rest, []);
}

function electronCommand(path: string, rest: readonly string[]): AppCommand | null {
  const obstacle = obstacleTo(path);
  if (obstacle === null) return { program: path, arguments: [root, ...rest], folder: process.cwd() };
  stopWith(obstacle.key, obstacle.values);
  return null;
}

function standIn(rest: readonly string[], options: readonly string[]): AppCommand {
  const entry = join(root, 'test', 'stand-in', 'open.ts');
  return { program: process.execPath, arguments: [entry, ...options, '--', ...rest], folder: process.cwd() };
}

function say(key: StartKey, values: Readonly<Record<string, string>> = {}): void {
  process.stderr.write(`${fill(start[locale][key], values)}\n`);
}

function stopWith(key: StartKey, values: Readonly<Record<string, string>> = {}): number {
  say(key, values);
  return 1;
}
