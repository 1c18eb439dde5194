// What the search bench asks: kinds of questions, cut out of the articles so that each has hits.

import { pick, randomFrom, type Maker } from '../engine/search/made-articles.ts';

export interface Question {
  readonly query: string;
  /** The same for FTS5 as it comes. */
  readonly words: readonly string[];
  /** Its last word is still being typed. */
  readonly begun: boolean;
}

const perKind = 60;
const typedWords = 16;

export function questionsFrom(maker: Maker, count: number): Readonly<Record<string, readonly Question[]>> {
  const random = randomFrom(4242);
  const text = (): string => maker.article(Math.floor(random() * count)).text;
  const latin = (): readonly string[] => text().split(' ').filter((word) => /^[a-zéü]+$/.test(word));
  const ideographs = (length: number): string | null => new RegExp(`\\p{sc=Han}{${String(length)}}`, 'u').exec(text().slice(Math.floor(random() * 200)))?.[0] ?? null;
  const words = (number: number): readonly string[] | null => {
    const all = latin();
    const some = all.slice(Math.floor(random() * all.length)).slice(0, number);
    return some.length < number ? null : some;
  };
  const frequent = latin().concat(latin(), latin()).filter((word) => word.length <= 4);
  // Words stand in a text as often as they are frequent: the longest of a text is most often a rare one.
  const rare = (): string | null => latin().toSorted((one, other) => other.length - one.length)[0] ?? null;
  const kinds: Readonly<Record<string, () => readonly string[] | null>> = {
    'common word': () => [pick(frequent, random)],
    'rare word': () => asWords(rare()),
    'two words': () => words(2),
    phrase: () => asWords(words(2)?.join(' ') ?? null),
    'Chinese, 2 characters': () => asWords(ideographs(2)),
    'Chinese, 4 characters': () => asWords(ideographs(4)),
    mixed: () => both(ideographs(2), latin()[0] ?? null),
  };
  const whole = Object.entries(kinds).map(([kind, cut]) => [kind, many(cut).map((asked) => questionOf(kind, asked))] as const);
  const filtered = many(() => [pick(frequent, random)]).map((asked) => ({ ...questionOf('', asked), query: `${asked.join(' ')} is:unread -is:starred after:2016` }));
  return { ...Object.fromEntries(whole), filtered, 'typed key by key': typedFrom(many(() => words(1)).slice(0, typedWords)) };
}

function questionOf(kind: string, asked: readonly string[]): Question {
  return { query: kind === 'phrase' ? `"${asked.join(' ')}"` : asked.join(' '), words: asked, begun: false };
}

function typedFrom(words: readonly (readonly string[])[]): readonly Question[] {
  return words.flatMap(([word = '']) => Array.from(word, (_, at) => ({ query: word.slice(0, at + 1), words: [word.slice(0, at + 1)], begun: true })));
}

function many(cut: () => readonly string[] | null): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (let tries = 0; found.length < perKind && tries < perKind * 50; tries += 1) {
    const asked = cut();
    if (asked !== null) found.push(asked);
  }
  return found;
}

function asWords(word: string | null): readonly string[] | null {
  return word === null ? null : [word];
}

function both(one: string | null, other: string | null): readonly string[] | null {
  return one === null || other === null ? null : [one, other];
}
