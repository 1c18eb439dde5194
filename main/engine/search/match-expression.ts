// Clauses as expressions of FTS5 (https://www.sqlite.org/fts5.html#full_text_query_syntax). Every token goes inside
// quotes, and tokens hold letters and digits only, so that nothing a user types is ever syntax.

import { textFields, type Clause } from './query-language.ts';

export type MatchClause = Extract<Clause, { kind: 'text' | 'key' }>;

/** What a prefix stands for while typing: the most frequent words that begin with it; null to look all of them up. */
export type Completions = (prefix: string) => readonly string[] | null;

/** The one token that stands for a tag or a language in the index's `keys` column. Outside ASCII, so no word can be it. */
export function keyToken(name: 'tag' | 'lang', foldedValue: string): string {
  return `${name === 'tag' ? '¶' : '§'}${foldedValue.replaceAll(' ', '·')}`;
}

export function matchOf(clause: MatchClause, completions: Completions): string {
  if (clause.kind === 'key') return `keys : "${keyToken(clause.name, clause.value)}"${clause.prefix ? ' *' : ''}`;
  const expression = textMatch(clause, completions);
  return clause.field === null ? expression : `{${textFields[clause.field].join(' ')}} : ${expression}`;
}

function textMatch(clause: Extract<Clause, { kind: 'text' }>, completions: Completions): string {
  const { tokens, prefix } = clause;
  const [first] = tokens;
  if (prefix && clause.typing && !clause.gram && tokens.length === 1 && first !== undefined) {
    const words = completions(first);
    if (words !== null) return `(${words.map((word) => `"${word}"`).join(' OR ')})`;
  }
  return `"${tokens.join(' ')}"${prefix ? ' *' : ''}`;
}
