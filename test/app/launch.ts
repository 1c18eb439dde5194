// Starts the app for a flow: in the real Electron where OFFPRINT_E2E says so, else in the stand-in.

import { existsSync } from 'node:fs';
import { launchApp } from '../stand-in/launch.ts';
import { builtMain } from '../stand-in/run-app.ts';
import type { AppDriver, LaunchOptions } from './driver.ts';
import { launchInElectron } from './electron-driver.ts';

export async function launch(options: LaunchOptions): Promise<AppDriver> {
  if (!existsSync(builtMain)) throw new Error('the app is not built: run `npm run build` first');
  return process.env['OFFPRINT_E2E'] === 'electron' ? launchInElectron(options) : launchApp(options);
}
