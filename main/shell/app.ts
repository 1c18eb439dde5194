// The app from the moment it may start: settings, engine, window, calls, menus, in this order.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, session } from 'electron';
import { deepLinkScheme } from '../../preload/contract/addresses.ts';
import { localeOf, showSettings } from './appearance.ts';
import { openCallBorder } from './calls/call-border.ts';
import { createDialogs } from './calls/dialogs.ts';
import { createEngineCalls } from './calls/engine-calls.ts';
import { createShellCalls } from './calls/shell-calls.ts';
import { createAppEngine } from './engine-link/app-engine.ts';
import type { EngineHost } from './engine-link/engine-host.ts';
import type { EarlyCommands } from './launch/early-commands.ts';
import type { LaunchArguments } from './launch/launch-arguments.ts';
import { chooseLibraryAtStart } from './launch/library-choice.ts';
import { endInOrder } from './launch/lifetime.ts';
import { createLogFile } from './log-file.ts';
import { sessionRules } from './security/hardening.ts';
import { applyRules } from './security/rule.ts';
import { createTerminalDoor, type TerminalDoor } from './terminal-door.ts';
import { openSettingsFile, type SettingsFile } from './settings-file.ts';
import { createMainWindow, type MainWindow } from './window/main-window.ts';
import { prepareWindowSession } from './window/window-session.ts';

export interface AppParts {
  readonly launch: LaunchArguments;
  /** The folder of the built app (out/). */
  readonly outFolder: URL;
  readonly deliverTo: EarlyCommands['deliverTo'];
}

export async function startApp({ launch, outFolder, deliverTo }: AppParts): Promise<void> {
  await app.whenReady();
  introduceToSystem();
  await applyRules(sessionRules, session.defaultSession);
  const out = fileURLToPath(outFolder);
  const userData = app.getPath('userData');
  const log = createLogFile(join(userData, 'logs'));
  process.on('uncaughtExceptionMonitor', (error) => log.write('error', 'uncaught', { stack: error.stack }));
  const settings = await openSettingsFile(join(userData, 'settings.json'));

  const engine = createAppEngine({
    entry: join(out, 'main', 'engine-process.js'),
    version: app.getVersion(),
    changed(topic) {
      window.send({ type: 'changed', topic });
      door.changed(topic);
    },
    proxy: () => settings.settings().proxy,
    capturing: settings.settings,
    locale: () => localeOf(settings.settings()),
    log,
  });
  const door = createTerminalDoor(engine, log);
  const window: MainWindow = createMainWindow({
    session: await prepareWindowSession({ windowFolder: join(out, 'renderer'), library: engine.libraryPath }),
    preload: join(out, 'preload', 'preload.cjs'),
    title: app.getName(),
    remembered: settings.window,
    remember: (place) => void settings.rememberWindow(place),
  });
  endInOrder(() => Promise.allSettled([door.close(), engine.close(), settings.written()]));
  void openFirstLibrary(engine, settings, launch).then(() => door.moveTo(engine.libraryPath()));
  showSettings(settings.settings(), window.command);
  answerCalls({ engine, settings, window, door, log });
  window.open();
  deliverTo(window);
  app.on('activate', window.open);
}

function introduceToSystem(): void {
  app.setAppUserModelId('io.github.offprint');
  // In development this would make the system open links with a bare Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient(deepLinkScheme);
}

async function openFirstLibrary(engine: EngineHost, settings: SettingsFile, launch: LaunchArguments): Promise<void> {
  const choice = chooseLibraryAtStart({
    argument: launch.library,
    environment: process.env['OFFPRINT_LIBRARY'],
    last: settings.library(),
    documents: app.getPath('documents'),
  });
  const opened = await engine.open(choice);
  if (opened.ok && choice.remember) await settings.rememberLibrary(choice.path);
}

interface CallParts {
  readonly engine: EngineHost;
  readonly settings: SettingsFile;
  readonly window: MainWindow;
  readonly door: TerminalDoor;
  readonly log: ReturnType<typeof createLogFile>;
}

function answerCalls({ engine, settings, window, door, log }: CallParts): void {
  const exported = new Set<string>();
  const shellCalls = createShellCalls({
    engine,
    settings,
    exported,
    dialogs: createDialogs(window.current, () => localeOf(settings.settings())),
    surroundings: { platform: knownPlatform(), version: app.getVersion(), locale: app.getLocale() },
    settingsChanged(changed) {
      showSettings(changed, window.command);
      engine.setProxy(changed.proxy);
      engine.setCapturing(changed);
      window.send({ type: 'changed', topic: 'settings' });
    },
    libraryChanged() {
      void door.moveTo(engine.libraryPath());
      window.send({ type: 'changed', topic: 'library' });
    },
  });
  const contents = () => window.current()?.webContents ?? null;
  openCallBorder(contents, { shellCalls, engineCall: createEngineCalls(engine, exported), log });
}

/** Electron runs on three systems. */
function knownPlatform(): 'darwin' | 'win32' | 'linux' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
