// What the command line that started the app (or started it a second time) asks for.

import { resolve } from 'node:path';
import { deepLinkScheme } from '../../../preload/contract/addresses.ts';
import { isAcceptedFile } from './accepted-files.ts';

export interface LaunchArguments {
  /** `--library DIR`, absolute, or null. */
  readonly library: string | null;
  /** `--user-data-dir DIR`, absolute, or null. */
  readonly userData: string | null;
  /** Files to add, absolute. */
  readonly files: readonly string[];
  readonly deepLinks: readonly string[];
}

/**
 * Reads a command line. Chromium adds switches of its own, and in development the app's folder stands among the
 * arguments: whatever is neither ours nor a file that Offprint reads is passed over.
 * @param folder what relative paths stand against
 */
export function readLaunchArguments(line: readonly string[], folder: string): LaunchArguments {
  const { values, rest } = takeOptions(line, ['library', 'user-data-dir']);
  const plain = rest.filter((argument) => !argument.startsWith('-'));
  const deepLinks = plain.filter((argument) => argument.toLowerCase().startsWith(`${deepLinkScheme}:`));
  const files = plain.filter((argument) => !deepLinks.includes(argument) && isAcceptedFile(argument));
  const absolute = (path: string | undefined) => (path === undefined || path === '' ? null : resolve(folder, path));
  return {
    library: absolute(values.get('library')),
    userData: absolute(values.get('user-data-dir')),
    files: files.map((file) => resolve(folder, file)),
    deepLinks,
  };
}

/** Takes `--name value` and `--name=value` out of a command line. */
function takeOptions(line: readonly string[], names: readonly string[]) {
  const values = new Map<string, string>();
  const rest: string[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const argument = line[at] ?? '';
    const name = names.find((one) => argument === `--${one}` || argument.startsWith(`--${one}=`));
    if (name === undefined) {
      rest.push(argument);
    } else if (argument.includes('=')) {
      values.set(name, argument.slice(argument.indexOf('=') + 1));
    } else {
      at += 1;
      values.set(name, line[at] ?? '');
    }
  }
  return { values, rest };
}
