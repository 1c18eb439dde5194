// SQLite as the index uses it: statements prepared once, rows typed where they are asked for, a transaction as a function.

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { DamagedRow } from '../inverted/sealed-row.ts';

/** How long another program's lock is waited for, in milliseconds: searching goes on without the file rather than stand still. */
const patienceMs = 250;

export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens or makes the file; `:memory:` for none. Throws SQLite's own errors. */
  constructor(path: string, readOnly: boolean) {
    this.#connection = new DatabaseSync(path, { readOnly, timeout: patienceMs });
  }

  execute(sql: string): void {
    this.#connection.exec(sql);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepared(sql).run(...values);
  }

  /** The first row, or null. `Row` says what the statement selects. */
  one<Row>(sql: string, ...values: SQLInputValue[]): Row | null {
    return (this.#prepared(sql).get(...values) as Row | undefined) ?? null;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepared(sql).all(...values) as Row[];
  }

  /** Row by row, for many rows. Nothing else may use the same statement meanwhile. */
  each<Row>(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    return this.#prepared(sql).iterate(...values) as Iterable<Row>;
  }

  /** The same with each row as its values in order, which takes half as long: for whole tables. */
  eachTuple<Row extends readonly unknown[]>(sql: string): Iterable<Row> {
    const statement = this.#connection.prepare(sql);
    statement.setReturnArrays(true);
    return statement.iterate() as unknown as Iterable<Row>;
  }

  /** Runs `work` so that all of it is stored, or, when it throws, nothing. */
  transaction<T>(work: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE');
    return this.#within(work);
  }

  /** Runs `work` on one state of the file, whatever another program writes meanwhile. */
  snapshot<T>(work: () => T): T {
    this.#connection.exec('BEGIN');
    return this.#within(work);
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #within<T>(work: () => T): T {
    try {
      const answer = work();
      this.#connection.exec('COMMIT');
      return answer;
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    }
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

// https://www.sqlite.org/rescode.html
const corrupt = 11;
const notADatabase = 26;
const unusableCodes: ReadonlySet<number> = new Set([5 /* busy */, 6 /* locked */, 8 /* read-only */, 10 /* I/O */, 13 /* full */, 14 /* cannot open */, 23 /* not authorized */]);

/** True for errors that mean that what is stored cannot be trusted any more. */
export function isDamage(error: unknown): boolean {
  if (error instanceof DamagedRow) return true;
  const code = sqliteCode(error);
  if (code !== null) return code === corrupt || code === notADatabase;
  // A text that does not unpack.
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');
}

/** True for errors that mean that the file cannot be used now: another program's lock, no rights, no room. */
export function isUnusable(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== null && unusableCodes.has(code);
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}
