// Which Chromium to use: CHROME_PATH, then an installed one, then the one that comes as an npm package.
// Starts nothing.

import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { bundledChromium } from './bundled-chromium.ts';

export interface Chromium {
  /** For people: `Google Chrome`, `Chromium`, … */
  readonly name: string;
  readonly path: string;
  /** Arguments that it always needs here. */
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** False for a build that cannot open a window. */
  readonly hasWindows: boolean;
}

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const here: Surroundings = { platform: process.platform, environment: process.env };

/**
 * The Chromium to use, or null for none. A CHROME_PATH that leads nowhere is null too: who sets it means that one,
 * and another in its place would hide the mistake.
 */
export async function findChromium(surroundings: Surroundings = here): Promise<Chromium | null> {
  const wished = surroundings.environment['CHROME_PATH'];
  if (wished !== undefined && wished !== '') return (await canRun(wished)) ? describe('CHROME_PATH', wished) : null;
  return (await findInstalled(surroundings)) ?? (await bundledChromium());
}

/** An installed Chrome, Chromium or Edge, or null. */
export async function findInstalled(surroundings: Surroundings = here): Promise<Chromium | null> {
  for (const [name, path] of usualPlaces(surroundings)) {
    if (await canRun(path)) return describe(name, path);
  }
  return null;
}

function describe(name: string, path: string): Chromium {
  // Chromium refuses to start as root with its sandbox on.
  const root = process.getuid?.() === 0;
  return { name, path, arguments: root ? ['--no-sandbox'] : [], environment: {}, hasWindows: true };
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

type Place = readonly [name: string, path: string];

function usualPlaces({ platform, environment }: Surroundings): readonly Place[] {
  if (platform === 'win32') return placesOnWindows(environment);
  if (platform === 'darwin') return placesOnMac(environment['HOME'] ?? '');
  return [...placesOnPath(environment['PATH'] ?? ''), ...placesOnLinux];
}

const placesOnLinux: readonly Place[] = [
  ['Google Chrome', '/opt/google/chrome/chrome'],
  ['Chromium', '/snap/bin/chromium'],
  ['Chromium', '/var/lib/flatpak/exports/bin/org.chromium.Chromium'],
  ['Microsoft Edge', '/opt/microsoft/msedge/msedge'],
];

const commands: readonly Place[] = [
  ['Google Chrome', 'google-chrome-stable'],
  ['Google Chrome', 'google-chrome'],
  ['Chromium', 'chromium'],
  ['Chromium', 'chromium-browser'],
  ['Microsoft Edge', 'microsoft-edge-stable'],
  ['Microsoft Edge', 'microsoft-edge'],
];

function placesOnPath(path: string): readonly Place[] {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return commands.flatMap(([name, command]) => folders.map((folder): Place => [name, join(folder, command)]));
}

function placesOnMac(home: string): readonly Place[] {
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const folders = ['/Applications', `${home}/Applications`];
  return names.flatMap((name) => folders.map((folder): Place => [name, `${folder}/${name}.app/Contents/MacOS/${name}`]));
}

function placesOnWindows(environment: Surroundings['environment']): readonly Place[] {
  const programs: readonly Place[] = [
    ['Google Chrome', 'Google\\Chrome\\Application\\chrome.exe'],
    ['Chromium', 'Chromium\\Application\\chrome.exe'],
    ['Microsoft Edge', 'Microsoft\\Edge\\Application\\msedge.exe'],
  ];
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
  return programs.flatMap(([name, program]) => folders.map((folder): Place => [name, `${folder}\\${program}`]));
}
