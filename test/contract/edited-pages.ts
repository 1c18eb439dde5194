// Pages made from a seed, with marks on them and edits of ten kinds, where the right place of every mark after the edit is
// known: each word has a number of its own that edits keep. For the test and the bench of anchoring.

import { pick, randomFrom } from '../engine/search/made-articles.ts';

/** A word with its blank, or an ideograph. */
export interface Token {
  readonly id: number;
  readonly text: string;
}

type Sentence = readonly Token[];
type Paragraph = readonly Sentence[];
export type Page = readonly Paragraph[];

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface PlacedStretch extends Stretch {
  /** Of the first and the last word. */
  readonly ids: ReadonlySet<number>;
}

const syllables = 'ba den fer gil hom jas kel lor mun nev pit quas rel sto tav ull ver win yor zem al eth in or ush'.split(' ');
const firstIdeograph = 0x4e00;

const refrains = ['Read more about this.', 'Share this page with a friend.', 'The tide comes in, and the tide goes out.', '本文未完，下頁待續。', 'Photo: the harbour in winter.'];

export class PageMaker {
  readonly random: () => number;
  #next = 1;

  constructor(seed: number) {
    this.random = randomFrom(seed);
  }

  page(): Page {
    const chinese = this.random() < 0.35;
    const block = [this.refrain(), this.sentence(chinese), this.refrain()];
    return Array.from({ length: 12 + this.below(14) }, (_, index) => {
      const paragraph = Array.from({ length: 1 + this.below(6) }, (_unused, place) =>
        // Never the same twice on end: which of the two was taken out nobody could tell.
        place > 0 && this.random() < 0.14 ? this.refrain() : this.sentence(chinese && this.random() < 0.9),
      ).flatMap((sentence, place, all) => (this.isRefrain(sentence) && this.isRefrain(all[place - 1] ?? []) ? [] : [sentence]));
      // The same block, word for word, between paragraphs: an invitation to subscribe, say.
      const last = this.sentence(chinese);
      return index % 5 === 4 ? [...paragraph, last, ...block.map((sentence) => this.again(sentence)), this.sentence(chinese)] : [...paragraph, last];
    });
  }

  sentence(chinese: boolean): Sentence {
    if (chinese) return this.tokens(`${Array.from({ length: 6 + this.below(16) }, () => this.ideograph()).join('')}。`);
    const some = (): string => this.latin();
    const parts = Array.from({ length: 1 + this.below(3) }, () => `the ${some()} ${some()}${pick(['er', 'ly'], this.random)} ${pick(['has', 'of', 'was', 'to'], this.random)} ${some()} a ${some()}`);
    const text = `${parts.join(pick([', and ', '; but ', ' because '], this.random))}${pick(['', ` in ${1700 + this.below(320)}`], this.random)}.`;
    return this.tokens(text.charAt(0).toUpperCase() + text.slice(1));
  }

  refrain(): Sentence {
    return this.tokens(pick(refrains, this.random));
  }

  isRefrain(sentence: Sentence): boolean {
    return refrains.includes(sentence.map(({ text }) => text).join(''));
  }

  /** The same words, as other tokens. */
  again(sentence: Sentence): Sentence {
    return sentence.map(({ text }) => this.#token(text));
  }

  /** Words with the blank after them; ideographs one by one. */
  tokens(text: string): Sentence {
    return (text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*/g) ?? []).map((word) => this.#token(word));
  }

  /** Another word of the same script. */
  word(like: Token): Token {
    return this.#token(/[\u3000-\u9fff]/.test(like.text) ? this.ideograph() : `${this.latin()} `);
  }

  /** Common ones far more often, as in real text. */
  latin(): string {
    const number = Math.floor(2000 * this.random() ** 3);
    const [first, second, third] = [number % 25, Math.floor(number / 25) % 25, Math.floor(number / 625)];
    return [first, second, third].map((index) => syllables[index] ?? '').slice(0, number < 400 ? 2 : 3).join('');
  }

  ideograph(): string {
    return String.fromCodePoint(firstIdeograph + Math.floor(2500 * this.random() ** 2));
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  #token(text: string): Token {
    this.#next += 1;
    return { id: this.#next, text };
  }
}

/** The text of a page as a view has it: blanks between sentences, line breaks and indents between paragraphs. */
export function textOf(page: Page, between = '\n\n  '): string {
  return page.map((paragraph) => paragraph.map((sentence) => sentence.map(({ text }) => text).join('').trimEnd()).join(' ')).join(between);
}

/** Where each token stands in `textOf(page)`, without the blank after it. */
export function placesOf(page: Page, between = '\n\n  '): ReadonlyMap<number, Stretch> {
  const places = new Map<number, Stretch>();
  let at = 0;
  for (const paragraph of page) {
    for (const sentence of paragraph) {
      for (const { id, text } of sentence) {
        places.set(id, { start: at, end: at + text.trimEnd().length });
        at += text.length;
      }
      const last = sentence.at(-1)?.text ?? '';
      at += 1 - (last.length - last.trimEnd().length);
    }
    at += between.length - 1;
  }
  return places;
}

/** From the first to the last of these tokens that are still there; null where none is. */
export function stretchOf(ids: readonly number[], places: ReadonlyMap<number, Stretch>): Stretch | null {
  const left = ids.flatMap((id) => places.get(id) ?? []);
  if (left.length === 0) return null;
  return { start: Math.min(...left.map(({ start }) => start)), end: Math.max(...left.map(({ end }) => end)) };
}

/** The tokens of a mark: a whole sentence, some words of one, two sentences, or one word. */
export function markedTokens(page: Page, maker: PageMaker): readonly number[] {
  const paragraph = pick(page, maker.random);
  const index = maker.below(paragraph.length);
  const sentence = paragraph[index] ?? [];
  const ids = sentence.map(({ id }) => id);
  const kind = maker.random();
  if (kind < 0.45) return ids;
  if (kind < 0.6) return [...ids, ...(paragraph[index + 1] ?? []).map(({ id }) => id)];
  const from = maker.below(ids.length);
  if (kind < 0.85) return ids.slice(from, from + 4 + maker.below(6)).length > 3 ? ids.slice(from, from + 4 + maker.below(6)) : ids;
  // A word that says something: nobody marks an article or a full stop alone.
  const word = sentence.findIndex(({ text }, place) => place >= from && text.length > 5);
  return word === -1 ? ids.slice(-5) : ids.slice(word, word + 1);
}

export interface Edit {
  readonly name: string;
  readonly apply: (page: Page, marked: readonly number[], maker: PageMaker) => Page;
}

export const edits: readonly Edit[] = [
  { name: 'a paragraph is put in before', apply: (page, _, maker) => insertParagraph(page, maker.below(page.length), maker) },
  { name: 'a paragraph is taken out', apply: (page, marked, maker) => dropParagraph(page, marked, maker) },
  { name: 'a word of it is changed', apply: (page, marked, maker) => mapMarked(page, middleOf(marked), (token) => [maker.word(token)]) },
  { name: 'a word is put into it', apply: (page, marked, maker) => mapMarked(page, middleOf(marked), (token) => [maker.word(token), token]) },
  { name: 'a word of it is taken out', apply: (page, marked) => mapMarked(page, marked.length > 2 ? middleOf(marked) : [], () => []) },
  { name: 'the sentence before is rewritten', apply: (page, marked, maker) => rewriteBeside(page, marked, maker, [-1]) },
  { name: 'the sentences on both sides are rewritten', apply: (page, marked, maker) => rewriteBeside(page, marked, maker, [-1, 1]) },
  { name: 'it is taken out', apply: (page, marked) => mapMarked(page, marked, () => []) },
  { name: 'its paragraph is moved to the end', apply: moveParagraph },
  { name: 'its words are put above as a teaser too, and quotes are set anew', apply: teaser },
];

function insertParagraph(page: Page, at: number, maker: PageMaker): Page {
  return page.toSpliced(at, 0, [maker.sentence(false), maker.refrain(), maker.sentence(true)]);
}

function dropParagraph(page: Page, marked: readonly number[], maker: PageMaker): Page {
  const others = page.filter((paragraph) => !holds(paragraph, marked));
  const gone = others[maker.below(others.length)];
  return page.filter((paragraph) => paragraph !== gone);
}

function middleOf(marked: readonly number[]): readonly number[] {
  return marked.slice(Math.floor(marked.length / 2)).slice(0, 1);
}

function mapMarked(page: Page, marked: readonly number[], change: (token: Token) => readonly Token[]): Page {
  const ids = new Set(marked);
  const map = (sentence: Sentence): Sentence => sentence.flatMap((token) => (ids.has(token.id) ? change(token) : [token]));
  return page.map((paragraph) => paragraph.map(map).filter((sentence) => sentence.length > 0)).filter((paragraph) => paragraph.length > 0);
}

function rewriteBeside(page: Page, marked: readonly number[], maker: PageMaker, sides: readonly number[]): Page {
  const all = page.flat();
  const places = all.flatMap((sentence, index) => (holds([sentence], marked) ? [index] : []));
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  const rewritten = new Set(sides.flatMap((side) => all[side < 0 ? first - 1 : last + 1] ?? []).map(({ id }) => id));
  const beside = (sentence: Sentence): boolean => sentence.some(({ id }) => rewritten.has(id)) && !holds([sentence], marked);
  return page.map((paragraph) => paragraph.map((sentence) => (beside(sentence) ? maker.sentence(false) : sentence)));
}

function moveParagraph(page: Page, marked: readonly number[]): Page {
  const moved = page.filter((paragraph) => holds(paragraph, marked));
  return [...page.filter((paragraph) => !moved.includes(paragraph)), ...moved];
}

function teaser(page: Page, marked: readonly number[], maker: PageMaker): Page {
  const ids = new Set(marked);
  const copied = page.flat(2).filter(({ id }) => ids.has(id));
  const quoted = page.map((paragraph) => paragraph.map((sentence) => sentence.map((token) => ({ ...token, text: token.text.replace("'", '’') }))));
  return [[maker.again(copied)], ...quoted];
}

function holds(paragraph: Paragraph, marked: readonly number[]): boolean {
  return paragraph.some((sentence) => sentence.some(({ id }) => marked.includes(id)));
}
