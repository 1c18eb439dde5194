// SQLite as the index uses it: statements prepared once, rows typed where they are asked for, a transaction as a function.

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** Opens or makes the file; `:memory:` for none. Throws SQLite's own errors. */
  constructor(path: string, readOnly: boolean) {
    this.#connection = new DatabaseSync(path, { readOnly, timeout: 5000 });
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

  /** Runs `work` so that all of it is stored, or, when it throws, nothing. */
  transaction<T>(work: () => T): T {
    this.#connection.exec('BEGIN IMMEDIATE');
    try {
      const answer = work();
      this.#connection.exec('COMMIT');
      return answer;
    } catch (error) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    // Queries differ in their conditions; what a session asks is far below this bound.
    if (this.#statements.size > 500) this.#statements.clear();
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** True for errors that mean that what is stored cannot be trusted any more (https://www.sqlite.org/rescode.html). */
export function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') {
    const code = error.errcode & 0xff;
    return code === 11 || code === 26; // SQLITE_CORRUPT, SQLITE_NOTADB
  }
  // A text that does not unpack, or is not the JSON that was packed.
  return error instanceof SyntaxError || ('code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'));
}
