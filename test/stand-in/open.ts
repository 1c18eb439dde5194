// Opens the built app for a user, in a window of an installed Chrome or Chromium:
// `node test/stand-in/open.ts [--headless] [-- app arguments]`. Needs no test framework.

import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { findChromium } from '../../main/adapters/chromium/find-chromium.ts';
import { builtMain, runApp } from './run-app.ts';

const given = process.argv.slice(2);
const end = given.indexOf('--');
const own = end === -1 ? given : given.slice(0, end);
const headless = own.includes('--headless');
const appArguments = end === -1 ? given.filter((argument) => argument !== '--headless') : given.slice(end + 1);

process.exitCode = await open();

/** The app's exit code, or 1 with a sentence on stderr. */
async function open(): Promise<number> {
  const problem = await whyNot();
  if (problem !== null) {
    console.error(problem);
    return 1;
  }
  const settings = { headless, driven: false, systemTheme: 'light', scale: 1, chromium: [] } as const;
  const child = runApp({ main: builtMain, args: appArguments, environment: {}, settings, output: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

async function whyNot(): Promise<string | null> {
  if (!existsSync(builtMain)) return 'Offprint is not built yet: run `npm run build` first.';
  const chromium = await findChromium();
  if (chromium === null) return 'No Chrome or Chromium was found: install one, or set CHROME_PATH.';
  if (headless || chromium.hasWindows) return null;
  return 'The only Chromium here cannot open a window: install Chrome or Chromium, or set CHROME_PATH.';
}
