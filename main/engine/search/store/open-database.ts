// Opening the index's file, and throwing it away where it is not what it should be. Never fails: where no file can be
// used, the index lives in memory for as long as the program runs.

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { Database, isUnusable } from './database.ts';
import { hasTables, makeTables, readFact } from './schema.ts';

export interface OpenedDatabase {
  readonly database: Database;
  /** The index does not hold the library (yet). */
  readonly fresh: boolean;
  readonly inMemory: boolean;
}

export function openDatabase(path: string, access: 'write' | 'read'): OpenedDatabase {
  const existing = openExisting(path, access === 'read');
  if (existing === 'unusable') return openInMemory();
  if (existing !== null) return existing;
  return (access === 'read' ? null : openNew(path)) ?? openInMemory();
}

/** Null for a file that is missing, damaged or of another version. `unusable` for one that may be sound, but is locked or may not be written. */
function openExisting(path: string, readOnly: boolean): OpenedDatabase | 'unusable' | null {
  if (!existsSync(path)) return null;
  let database: Database | null = null;
  try {
    database = new Database(path, readOnly);
    if (!readOnly) tune(database);
    if (hasTables(database)) {
      if (!readOnly) tryToWrite(database);
      return { database, fresh: readFact(database, 'filled') !== 'yes', inMemory: false };
    }
  } catch (error) {
    close(database);
    return isUnusable(error) ? readAlone(path, readOnly) : null;
  }
  close(database);
  return null;
}

/** A file that cannot be written may still be read: searching goes on from what is there. */
function readAlone(path: string, triedReading: boolean): OpenedDatabase | 'unusable' {
  if (triedReading) return 'unusable';
  return openExisting(path, true) ?? 'unusable';
}

function tryToWrite(database: Database): void {
  database.transaction(() => database.execute('DELETE FROM fact WHERE name IS NULL'));
}

/** Throws away what stands at the path and makes an empty index; null where that cannot be written. */
export function openNew(path: string): OpenedDatabase | null {
  let database: Database | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    database = new Database(path, false);
    database.execute('PRAGMA page_size = 8192');
    database.execute('PRAGMA auto_vacuum = INCREMENTAL');
    tune(database);
    makeTables(database);
    return { database, fresh: true, inMemory: false };
  } catch {
    close(database);
    return null;
  }
}

export function openInMemory(): OpenedDatabase {
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
  // Copying back from the log waits for the disk: it is done when nothing else is (writer.ts), and before that only for a long log.
  database.execute('PRAGMA wal_autocheckpoint = 8000');
}

function close(database: Database | null): void {
  try {
    database?.close();
  } catch {
    // A damaged file may refuse even this; it is removed next.
  }
}
