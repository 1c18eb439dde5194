// Electron's `app`: the life of the process, its paths and its name.

import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { windowsClosed } from './browser-window.ts';
import { lifecycle } from './lifecycle.ts';
import { sessionListeners } from './session.ts';
import { lockInstance } from './single-instance.ts';
import { strict } from './strict.ts';
import { allContents, pageListeners, type WebContents } from './web-contents.ts';

interface PackageFacts {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

const appPath = findAppPath(resolve(process.argv[1] ?? '.'));
const facts = existsSync(join(appPath, 'package.json'))
  ? (JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as PackageFacts)
  : {};

/** The nearest folder above the main script with a package.json. */
function findAppPath(script: string): string {
  let folder = dirname(script);
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function switchValue(name: string): string {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given?.slice(name.length + 3) ?? '';
}

/** Where settings of programs go on this system. */
function settingsFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

class App extends EventEmitter {
  isSandboxed = false;
  name = facts.productName ?? facts.name ?? 'app';
  readonly isPackaged = false;
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: () => undefined,
    appendArgument: () => undefined,
    hasSwitch: (name: string) => process.argv.some((each) => each === `--${name}` || each.startsWith(`--${name}=`)),
    getSwitchValue: switchValue,
    removeSwitch: () => undefined,
  });
  readonly dock = undefined;
  readonly userAgentFallback = 'Offprint stand-in';
  private ready = false;
  private readonly paths = new Map<string, string>();
  private readonly becomesReady: Promise<void>;

  constructor() {
    super();
    const given = switchValue('user-data-dir');
    if (given !== '') this.paths.set('userData', resolve(given));
    // Electron waits for the main module; a turn of the loop is the nearest thing here.
    this.becomesReady = new Promise((becomeReady) => setTimeout(becomeReady, 20)).then(() => {
      this.ready = true;
      this.emit('ready', {}, {});
    });
  }

  whenReady(): Promise<void> {
    return this.becomesReady;
  }

  isReady(): boolean {
    return this.ready;
  }

  requestSingleInstanceLock(): boolean {
    return lockInstance(this.getPath('userData'), (argv, folder) => this.emit('second-instance', {}, [...argv], folder, {}));
  }

  getAppMetrics(): readonly object[] {
    // The processes are Chromium's, and not told apart here.
    return [];
  }

  hasSingleInstanceLock(): boolean {
    return true;
  }

  releaseSingleInstanceLock(): void {
    // The lock ends with the process.
  }

  quit(): void {
    lifecycle.quit();
  }

  exit(code = 0): void {
    lifecycle.exit(code);
  }

  relaunch(): void {
    throw new Error('stand-in: app.relaunch is not supported');
  }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? this.usualPath(name);
    if (name === 'userData' || name === 'logs') mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    if (path !== undefined) this.paths.set('logs', path);
  }

  getAppPath(): string {
    return appPath;
  }

  getVersion(): string {
    return facts.version ?? '0.0.0';
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getLocale(): string {
    const wished = switchValue('lang') || (process.env['LANG'] ?? '').replace(/\..*$/, '').replace('_', '-');
    return wished === '' || wished === 'C' || wished === 'POSIX' ? 'en-US' : wished;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getLocaleCountryCode(): string {
    return this.getLocale().split('-')[1] ?? '';
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  enableSandbox(): void {
    // Chromium has its own; that it was asked for is told to tests.
    this.isSandboxed = true;
  }

  setAsDefaultProtocolClient(): boolean {
    return true;
  }

  removeAsDefaultProtocolClient(): boolean {
    return true;
  }

  isDefaultProtocolClient(): boolean {
    return false;
  }

  setAppUserModelId(): void {
    // Windows' taskbar.
  }

  setAboutPanelOptions(): void {
    // Seen in the system's panel only.
  }

  showAboutPanel(): void {
    // As above.
  }

  addRecentDocument(): void {
    // The system's list.
  }

  clearRecentDocuments(): void {
    // As above.
  }

  setBadgeCount(): boolean {
    return false;
  }

  setJumpList(): string {
    return 'ok';
  }

  disableHardwareAcceleration(): void {
    // There is none.
  }

  setAccessibilitySupportEnabled(): void {
    // Chromium's is asked over DevTools.
  }

  focus(): void {
    // The one window has the focus.
  }

  getFileIcon(): never {
    throw new Error('stand-in: app.getFileIcon is not supported');
  }

  private usualPath(name: string): string {
    const home = homedir();
    const data = this.paths.get('userData') ?? join(settingsFolder(), this.name);
    const known: Readonly<Record<string, string>> = {
      home,
      appData: settingsFolder(),
      userData: data,
      sessionData: data,
      logs: join(data, 'logs'),
      temp: tmpdir(),
      exe: process.execPath,
      module: process.execPath,
      desktop: join(home, 'Desktop'),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      music: join(home, 'Music'),
      pictures: join(home, 'Pictures'),
      videos: join(home, 'Videos'),
    };
    const path = known[name];
    if (path === undefined) throw new Error(`stand-in: app.getPath('${name}') is not supported`);
    return path;
  }
}

export const app = strict('app', new App());

for (const name of ['before-quit', 'will-quit', 'quit']) {
  lifecycle.events.on(name, (...values: unknown[]) => app.emit(name, ...values));
}
pageListeners.add((contents: WebContents) => app.emit('web-contents-created', {}, contents));
sessionListeners.add((session) => app.emit('session-created', session));
windowsClosed.listener = () => {
  if (lifecycle.quitting) return;
  if (!app.emit('window-all-closed')) lifecycle.quit();
};

export const webContents = strict('webContents', {
  getAllWebContents: () => [...allContents.values()],
  fromId: (id: number) => allContents.get(id),
  getFocusedWebContents: () => [...allContents.values()].at(-1) ?? null,
});
