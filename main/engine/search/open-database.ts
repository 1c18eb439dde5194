// Opening the index's file, and throwing it away where it cannot be used. Never fails: where no file can be used, the
// index lives in memory for as long as the program runs.

import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database } from './database.ts';
import { hasTables, makeTables, readFact } from './schema.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** The index does not hold the library (yet). */
  readonly fresh: boolean;
  readonly inMemory: boolean;
}

export function openDatabase(path: string, access: 'write' | 'read'): OpenedDatabase {
  if (access === 'read') return openExisting(path, true) ?? openInMemory();
  const existing = openExisting(path, false);
  if (existing !== null) return existing;
  return openNew(path) ?? openInMemory();
}

/** Null for a file that is missing, damaged or of another version. */
function openExisting(path: string, readOnly: boolean): OpenedDatabase | null {
  let database: Database | null = null;
  try {
    // Opened for writing, a missing file is made: it is empty, so of another version, and is made anew.
    database = new Database(path, readOnly);
    if (!readOnly) tune(database);
    if (hasTables(database)) return { database, fresh: readFact(database, 'filled') !== 'yes', inMemory: false };
  } catch {
    // Whatever is wrong with it, the answer is the same: it is made again.
  }
  close(database);
  return null;
}

/** Throws away what stands at the path and makes an empty index; null where that cannot be written. */
export function openNew(path: string): OpenedDatabase | null {
  let database: Database | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    database = new Database(path, false);
    database.execute('PRAGMA page_size = 8192');
    tune(database);
    makeTables(database);
    return { database, fresh: true, inMemory: false };
  } catch {
    close(database);
    return null;
  }
}

function openInMemory(): OpenedDatabase {
  const database = new Database(':memory:', false);
  makeTables(database);
  return { database, fresh: true, inMemory: true };
}

function tune(database: Database): void {
  database.execute('PRAGMA journal_mode = WAL');
  // Everything here can be made again: NORMAL cannot damage the file, it may only lose the last moments before a power cut,
  // which the comparison with the disk at the next start brings back.
  database.execute('PRAGMA synchronous = NORMAL');
  database.execute('PRAGMA cache_size = -32000');
}

function close(database: Database | null): void {
  try {
    database?.close();
  } catch {
    // A damaged file may refuse even this; it is removed next.
  }
}
