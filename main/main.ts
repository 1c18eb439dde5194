// The roof of the desktop app: gives the parts of shell/ to each other. What must happen before Electron is ready
// happens here at once; the rest is in app.ts, which is started when this is the only Offprint of its user.

import { mkdirSync } from 'node:fs';
import { app, dialog } from 'electron';
import { startApp } from './shell/app.ts';
import { createEarlyCommands } from './shell/launch/early-commands.ts';
import { handOver, listenForIncoming } from './shell/launch/incoming.ts';
import { readLaunchArguments } from './shell/launch/launch-arguments.ts';
import { registerAppScheme } from './shell/protocol/app-protocol.ts';
import { appRules } from './shell/security/hardening.ts';
import { applyRules } from './shell/security/rule.ts';

const launch = readLaunchArguments(process.argv.slice(1), process.cwd());
if (launch.userData !== null) useDataFolder(launch.userData);

if (app.requestSingleInstanceLock()) {
  const commands = createEarlyCommands();
  await applyRules(appRules, undefined);
  registerAppScheme();
  listenForIncoming(commands);
  handOver(launch, commands);
  // Not awaited: Electron is not ready before this file has run to its end.
  startApp({ launch, outFolder: new URL('..', import.meta.url), deliverTo: commands.deliverTo }).catch(endWithBug);
} else {
  // The first instance has been handed this command line, and comes to the front.
  app.quit();
}

/** Before all else: the lock of the single instance lies in this folder. Electron takes none that is not there. */
function useDataFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
}

function endWithBug(error: unknown): void {
  dialog.showErrorBox(app.getName(), String(error));
  app.exit(1);
}
