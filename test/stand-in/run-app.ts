// Starts a built app as a Node process in which `electron` is the stand-in.

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { settingsEnvironment, type StandInSettings } from './settings.ts';

export interface AppCommand {
  /** The app's main script, built. */
  readonly main: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly settings: StandInSettings;
  /** `pipe`: the caller reads what it writes and may talk to it; `inherit`: it is the user's. */
  readonly output: 'pipe' | 'inherit';
}

const register = new URL('./register.ts', import.meta.url).href;

export function runApp({ main, args, environment, settings, output }: AppCommand): ChildProcess {
  const piped = output === 'pipe';
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', register, main, ...args], {
    stdio: piped ? ['ignore', 'pipe', 'pipe', 'ipc'] : 'inherit',
    serialization: 'advanced',
    env: { ...process.env, ...environment, ...settingsEnvironment(settings) },
  });
}

/** The app of this project, as `npm run build` leaves it. */
export const builtMain = fileURLToPath(new URL('../../out/main/main.js', import.meta.url));
