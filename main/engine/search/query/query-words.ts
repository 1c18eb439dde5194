// A query cut into its pieces: words, "phrases", a minus before, a field before, OR. What they mean is said in query-language.ts.

export interface QueryWord {
  readonly text: string;
  /** The name before the colon, lower case, or null. Only names in `fieldNames` are taken as fields. */
  readonly field: string | null;
  readonly quoted: boolean;
  readonly negated: boolean;
  /** Nothing stands after it, not even a blank or a closing quote: it may still be typed. */
  readonly last: boolean;
  /** Where it stands in the query, with all that belongs to it. */
  readonly start: number;
  readonly end: number;
  /** Where its quotation mark stands that is never closed, or null. */
  readonly openQuote: number | null;
}

const blanks = /[\s\p{Cc}]+/uy;
const quote = /["“”„＂]/u;
const bareWord = /[^\s\p{Cc}]+/uy;
const fieldBefore = /([a-z]+)[:：]/iy;

/** Cuts a query into words; nothing in it is an error. */
export function queryWords(query: string, fieldNames: ReadonlySet<string>): readonly QueryWord[] {
  const words: QueryWord[] = [];
  let at = endOf(blanks, query, 0);
  while (at < query.length) {
    const word = nextWord(query, at, fieldNames);
    words.push(word);
    at = endOf(blanks, query, word.end);
  }
  return words;
}

function nextWord(query: string, start: number, fieldNames: ReadonlySet<string>): QueryWord {
  const negated = /[-－]/.test(query[start] ?? '') && endOf(bareWord, query, start) > start + 1;
  let at = negated ? start + 1 : start;
  const fieldEnd = endOf(fieldBefore, query, at);
  const name = query.slice(at, Math.max(at, fieldEnd - 1)).toLowerCase();
  const field = fieldEnd > at && fieldNames.has(name) ? name : null;
  if (field !== null) at = fieldEnd;
  if (quote.test(query[at] ?? '')) {
    const close = closingQuote(query, at + 1);
    const [textEnd, end, openQuote] = close === null ? [query.length, query.length, at] : [close, close + 1, null];
    return { text: query.slice(at + 1, textEnd), field, quoted: true, negated, last: close === null, start, end, openQuote };
  }
  const end = Math.max(at, endOf(bareWord, query, at));
  return { text: query.slice(at, end), field, quoted: false, negated, last: end === query.length, start, end, openQuote: null };
}

function closingQuote(query: string, from: number): number | null {
  for (let at = from; at < query.length; at += 1) if (quote.test(query[at] ?? '')) return at;
  return null;
}

/** Where a sticky pattern's match ends, or `at` where there is none. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
