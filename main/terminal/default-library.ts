// Where the library is when nobody says: the same folder as the app's.

import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultLibrary(env: NodeJS.ProcessEnv): string {
  return join(documentsFolder(env), 'Offprint Library');
}

/** https://www.freedesktop.org/wiki/Software/xdg-user-dirs/ on Linux; `Documents` elsewhere, and where nothing is set. */
function documentsFolder(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  const usual = join(home, 'Documents');
  if (process.platform !== 'linux') return usual;
  try {
    const config = readFileSync(join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs'), 'utf8');
    const folder = /^XDG_DOCUMENTS_DIR="([^"]+)"/m.exec(config)?.[1]?.replace('$HOME', home);
    return folder !== undefined && folder.startsWith('/') ? folder : usual;
  } catch {
    return usual;
  }
}
