// Names that many articles share, by number: sites, languages, and sets of tags (as JSON).

import type { Database } from './database.ts';

export type LabelKind = 'site' | 'language' | 'tags';

interface Label {
  readonly number: number;
  readonly kind: LabelKind;
  readonly name: string;
}

export class Labels {
  readonly #database: Database;
  readonly #byNumber = new Map<number, Label>();
  readonly #byName = new Map<string, Label>();

  constructor(database: Database) {
    this.#database = database;
    for (const label of database.each<Label>('SELECT number, kind, name FROM label')) this.#know({ ...label });
  }

  /** Empty for 0, the number of no name. */
  name(number: number): string {
    return this.#byNumber.get(number)?.name ?? '';
  }

  of(kind: LabelKind): readonly Label[] {
    return [...this.#byNumber.values()].filter((label) => label.kind === kind);
  }

  /** The name's number, a new one where it has none; 0 for the empty name. */
  number(kind: LabelKind, name: string): number {
    if (name === '') return 0;
    const known = this.#byName.get(`${kind} ${name}`);
    if (known !== undefined) return known.number;
    const label = { number: 1 + Math.max(0, ...this.#lastNumber()), kind, name };
    this.#database.run('INSERT INTO label (number, kind, name) VALUES (?, ?, ?)', label.number, kind, name);
    this.#know(label);
    return label.number;
  }

  *#lastNumber(): Generator<number> {
    const last = this.#database.one<{ number: number | null }>('SELECT max(number) AS number FROM label')?.number ?? null;
    if (last !== null) yield last;
  }

  #know(label: Label): void {
    this.#byNumber.set(label.number, label);
    this.#byName.set(`${label.kind} ${label.name}`, label);
  }
}

export function tagsLabel(tags: readonly string[]): string {
  return tags.length === 0 ? '' : JSON.stringify(tags);
}

export function tagsOfLabel(name: string): readonly string[] {
  return name === '' ? [] : (JSON.parse(name) as readonly string[]);
}
