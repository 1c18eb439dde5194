// How much each element of a page reads like an article: its sentences speak for it, its links and labels against it.

import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { isBlock } from './page-tree.ts';

/** Sums over an element and all that is in it. */
export interface Measure {
  /** Letters and marks; one of a script without spaces counts for three. */
  chars: number;
  /** Those of them that stand in links. */
  linkChars: number;
  /** What its sentences are worth, in characters. */
  prose: number;
  /** Runs of text that read as sentences. */
  sentences: number;
  pictures: number;
}

export type Measures = ReadonlyMap<Element, Measure>;

interface Run {
  chars: number;
  linkChars: number;
  text: string;
}

/** Runs of fewer characters are labels, not sentences. */
const shortest = 40;
const unspaced = /[\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]/g;
const sentenceEnd = /[.!?。！？…][\s"'”’»」』)）\]]*(\s|$)|[。！？；]/;
const pause = /[,;:，、；：،]/;

export function measure(root: Element): Measures {
  const measures = new Map<Element, Measure>();
  const seen = new Set<string>();
  let run: Run = { chars: 0, linkChars: 0, text: '' };

  /** What is said again (for narrow windows, in every slide of a banner) counts once. */
  function flush(into: Measure, factor: number): void {
    const isNew = run.chars < shortest || !seen.has(run.text);
    if (isNew && run.chars >= shortest) seen.add(run.text);
    if (isNew) into.prose += factor * proseOf(run);
    if (isNew && factor > 0 && run.chars - run.linkChars >= shortest && sentenceEnd.test(run.text)) into.sentences += 1;
    run = { chars: 0, linkChars: 0, text: '' };
  }

  function visit(element: Element, inLink: boolean, factor: number): Measure {
    const own: Measure = { chars: 0, linkChars: 0, prose: 0, sentences: 0, pictures: element.name === 'img' ? 1 : 0 };
    const block = isBlock(element);
    const linked = inLink || (element.name === 'a' && (element.attribs['href'] ?? '') !== '');
    const weight = factor * (worth[element.name] ?? 1);
    for (const child of element.children) {
      if (isText(child)) take(child.data, linked, own);
      else if (isTag(child)) {
        if (isBlock(child) || child.name === 'br') flush(own, weight);
        add(own, visit(child, linked, weight));
      }
    }
    if (block) flush(own, weight);
    measures.set(element, own);
    return own;
  }

  function take(data: string, linked: boolean, own: Measure): void {
    const text = data.replace(/\s+/g, ' ');
    if (text === ' ' || text === '') return;
    const chars = charsIn(text);
    own.chars += chars;
    run.chars += chars;
    if (linked) {
      own.linkChars += chars;
      run.linkChars += chars;
    }
    run.text += text;
  }

  visit(root, false, 1);
  return measures;
}

/** The same without what elements hold whose words are not the article's, whatever they say. */
export function discount(root: Element, measures: Measures, isFurniture: (element: Element, own: Measure) => boolean): Measures {
  const left = new Map<Element, Measure>();
  const visit = (element: Element): Measure => {
    const own = { ...measureOf(measures, element) };
    left.set(element, own);
    if (element !== root && isFurniture(element, own)) {
      own.prose = 0;
      own.sentences = 0;
      return own;
    }
    for (const child of element.children) {
      if (!isTag(child)) continue;
      const before = measureOf(measures, child);
      const after = visit(child);
      own.prose += after.prose - before.prose;
      own.sentences += after.sentences - before.sentences;
    }
    return own;
  };
  visit(root);
  return left;
}

/** What a run of text in an element of some kind is worth; 1 where nothing is said. */
const worth: Readonly<Record<string, number>> = { figcaption: 0, td: 0.6, th: 0.3, pre: 0.6, li: 0.8, h1: 0, h2: 0, h3: 0, h4: 0, h5: 0, h6: 0, label: 0, button: 0, address: 0.2 };

function proseOf({ chars, linkChars, text }: Run): number {
  if (chars < shortest) return 0;
  if (linkChars > chars / 2) return -0.3 * Math.min(chars, 150);
  const reads = sentenceEnd.test(text) ? 1 : pause.test(text) ? 0.6 : 0.3;
  return (chars - linkChars) * reads;
}

function add(to: Measure, from: Measure): void {
  to.chars += from.chars;
  to.linkChars += from.linkChars;
  to.prose += from.prose;
  to.sentences += from.sentences;
  to.pictures += from.pictures;
}

export function charsIn(text: string): number {
  return text.length + 2 * (text.match(unspaced)?.length ?? 0);
}

export function measureOf(measures: Measures, node: AnyNode): Measure {
  return (isTag(node) ? measures.get(node) : undefined) ?? { chars: 0, linkChars: 0, prose: 0, sentences: 0, pictures: 0 };
}
