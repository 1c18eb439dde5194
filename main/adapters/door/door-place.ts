// Where the door of a library lies on this machine: by which a command in the terminal reaches the app that has it open.
// A folder that only this user can enter holds a note for each library, which says where the socket is and has a secret.

import { createHash, randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';

/** What a note says. */
export interface DoorNote {
  /** The path of the socket, or the name of the pipe. */
  readonly socket: string;
  /** Hexadecimal. Whoever knows it may read this user's files anyway. */
  readonly secret: string;
}

const noteShape = v.looseObject({ socket: v.string(), secret: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
const hasOwners = process.platform !== 'win32';
/** Bytes that the address of a socket may have: 104 with its end on macOS, 108 on Linux. */
const longestSocket = 100;

/** Writes a note for a library, in the place of one that a killed app left. @throws where no private place can be made. */
export async function leaveNote(library: string, env: NodeJS.ProcessEnv): Promise<DoorNote> {
  const folder = notesFolder(env);
  await makePrivate(folder);
  const path = await notePath(library, env);
  const note: DoorNote = { socket: await socketFor(path), secret: randomBytes(32).toString('hex') };
  await rm(path, { force: true });
  await writeFile(path, JSON.stringify(note), { flag: 'wx', mode: 0o600 });
  return note;
}

/** Takes the note away, unless another app has written its own by now. */
export async function takeNote(library: string, note: DoorNote, env: NodeJS.ProcessEnv): Promise<void> {
  const found = await readNote(library, env);
  if (found?.secret === note.secret) await rm(await notePath(library, env), { force: true });
  if (hasOwners && dirname(note.socket) !== notesFolder(env)) await rm(dirname(note.socket), { recursive: true, force: true });
}

/** The note of a library, or null; also null for one that another user could have written or read. */
export async function readNote(library: string, env: NodeJS.ProcessEnv): Promise<DoorNote | null> {
  try {
    const path = await notePath(library, env);
    if (!(await isPrivate(dirname(path), 'folder')) || !(await isPrivate(path, 'file'))) return null;
    const found: unknown = JSON.parse(await readFile(path, 'utf8'));
    return v.is(noteShape, found) ? found : null;
  } catch {
    // No note, or none that can be read: nobody is at home.
    return null;
  }
}

async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (hasOwners) await chmod(folder, 0o700);
  if (!(await isPrivate(folder, 'folder'))) throw new Error(`others may enter ${folder}`);
}

async function isPrivate(path: string, kind: 'file' | 'folder'): Promise<boolean> {
  const found = await lstat(path);
  if (kind === 'file' ? !found.isFile() : !found.isDirectory()) return false;
  // In Windows, the user's own data folder is closed to others.
  return !hasOwners || (found.uid === process.getuid?.() && (found.mode & 0o077) === 0);
}

function notesFolder(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Offprint', 'doors');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Offprint', 'doors');
    default:
      return join(env['XDG_STATE_HOME'] || join(home, '.local', 'state'), 'offprint', 'doors');
  }
}

async function notePath(library: string, env: NodeJS.ProcessEnv): Promise<string> {
  const real = await realpath(library).catch(() => resolve(library));
  const name = createHash('sha256').update(process.platform === 'win32' ? real.toLowerCase() : real).digest('hex').slice(0, 24);
  return join(notesFolder(env), `${name}.json`);
}

async function socketFor(note: string): Promise<string> {
  if (!hasOwners) return `\\\\.\\pipe\\offprint-${randomBytes(12).toString('hex')}`;
  const beside = note.replace(/\.json$/, '.sock');
  if (Buffer.byteLength(beside) <= longestSocket) return beside;
  // Made for this user alone, too.
  return join(await mkdtemp(join(tmpdir(), 'offprint-door-')), 'door.sock');
}
