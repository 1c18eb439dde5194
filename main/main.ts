// The roof of the desktop app: gives the parts of shell/ to each other. What must happen before Electron is ready
// happens here at once; the rest is in app.ts, which is started when this is the only Offprint of its user.

import { app, dialog } from 'electron';
import { startApp } from './shell/app.ts';
import { createEarlyCommands } from './shell/launch/early-commands.ts';
import { handOver, listenForIncoming } from './shell/launch/incoming.ts';
import { readLaunchArguments } from './shell/launch/launch-arguments.ts';
import { registerAppScheme } from './shell/protocol/app-protocol.ts';
import { appRules } from './shell/security/hardening.ts';
import { applyRules } from './shell/security/rule.ts';

const launch = readLaunchArguments(process.argv.slice(1), process.cwd());
// The lock of the single instance lies in the user's data folder.
if (launch.userData !== null) app.setPath('userData', launch.userData);

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

function endWithBug(error: unknown): void {
  dialog.showErrorBox(app.getName(), String(error));
  app.exit(1);
}
