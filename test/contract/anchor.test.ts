// Describing a selection and anchoring it again: in the same text, in another view of it, and after edits.

import { describe, expect, it } from 'vitest';
import { anchorSelectors, createAnchor, createDescribe, describeSelection } from '../../preload/contract/anchor.ts';
import type { Selector } from '../../preload/contract/mark.ts';

const story = [
  'The ferry leaves the old harbour at six, when the lamps on the quay are still lit.',
  'Nobody on deck speaks until the lighthouse has gone by; then the coffee is poured.',
  'The captain, who has made the crossing for thirty years, never looks at the chart.',
  'On the far shore the market is already open, and the fish are still moving.',
].join('\n');

const chinese = [
  '清晨六点，渡轮离开旧码头，岸边的灯还亮着。',
  '灯塔过去之前，甲板上没有人说话；然后有人倒咖啡。',
  '船长在这条航线上走了三十年，从来不看海图。',
  '对岸的集市已经开了，鱼还在动。',
].join('\n');

function markOf(text: string, words: string, nth = 0): Selector[] {
  let start = text.indexOf(words);
  for (let skip = 0; skip < nth; skip += 1) start = text.indexOf(words, start + 1);
  if (start === -1) throw new Error(`no such words: ${words}`);
  return describeSelection(text, start, start + words.length);
}

function found(text: string, selectors: readonly Selector[]): { words: string; state: string } | null {
  const anchored = anchorSelectors(text, selectors);
  return anchored === null ? null : { words: text.slice(anchored.start, anchored.end), state: anchored.state };
}

describe('describeSelection', () => {
  it('gives quote, up to 32 units of context, and position', () => {
    const start = story.indexOf('The captain');
    expect(describeSelection(story, start, start + 11)).toEqual([
      {
        type: 'TextQuoteSelector',
        exact: 'The captain',
        prefix: story.slice(start - 32, start),
        suffix: story.slice(start + 11, start + 43),
        'offprint:occurrence': { nth: 1, of: 1, told: 'both' },
      },
      { type: 'TextPositionSelector', start, end: start + 11 },
    ]);
  });

  it('never cuts a surrogate pair, in the words or in the context', () => {
    const text = `${'😀'.repeat(20)}a${'😀'.repeat(20)}`;
    const [quote] = describeSelection(text, 40, 42);
    expect(quote).toMatchObject({ exact: 'a😀' });
    const odd = `x${'😀'.repeat(20)}word${'😀'.repeat(5)}y${'😀'.repeat(20)}`;
    for (const selector of describeSelection(odd, 41, 45)) {
      if (selector.type === 'TextQuoteSelector') expect(`${selector.prefix}${selector.suffix}`.isWellFormed()).toBe(true);
    }
  });

  it('takes a backward selection, and gives nothing for one without words', () => {
    expect(describeSelection('abc def', 7, 4)).toEqual(describeSelection('abc def', 4, 7));
    expect(describeSelection('abc def', 2, 2)).toEqual([]);
    expect(describeSelection('abc \n def', 3, 6)).toEqual([]);
  });
});

describe('anchorSelectors on the same words', () => {
  it('finds every sentence exactly where it was', () => {
    for (const text of [story, chinese]) {
      for (const match of text.matchAll(/[^.;。；\n]+/g)) {
        const selectors = describeSelection(text, match.index, match.index + match[0].length);
        if (selectors.length === 0) continue;
        expect(anchorSelectors(text, selectors)).toEqual({
          start: match.index,
          end: match.index + match[0].length,
          state: 'exact',
          sure: true,
        });
      }
    }
  });

  it('finds the words exactly in a view with other white space', () => {
    const other = `Menu Home\n\n\t${story.replace(/\n/g, '\n\n   ').replace('six, when', 'six,\n      when')}`;
    expect(found(other, markOf(story, 'at six, when the lamps'))).toEqual({
      words: 'at six,\n      when the lamps',
      state: 'exact',
    });
  });

  it('tells a repeated word by its context', () => {
    const text = 'one fish, two fish, red fish, blue fish';
    const shifted = `Once upon a time: ${text}`;
    for (const nth of [0, 1, 2, 3]) {
      const anchored = anchorSelectors(shifted, markOf(text, 'fish', nth));
      expect(anchored?.start).toBe(indexOfNth(shifted, 'fish', nth));
    }
  });

  it('tells equal places by their number, and says that it guesses once that has changed', () => {
    const line = 'The same long line stands here again and again, word for word, to the end.\n';
    const text = line.repeat(12);
    const selectors = describeSelection(text, line.length * 5, line.length * 5 + 30);
    const place = { start: line.length * 5 + 8, end: line.length * 5 + 38 };
    expect(anchorSelectors(`Edited. ${text}`, selectors)).toEqual({ ...place, state: 'exact', sure: true });
    const fewer = anchorSelectors(`Edited. ${line.repeat(11)}`, selectors);
    expect(fewer).toMatchObject({ state: 'moved', sure: false });
  });

  it('says `moved` for a short quote whose surroundings were half rewritten', () => {
    const edited = story.replace('who has made the crossing for thirty years', 'an old man');
    expect(found(edited, markOf(story, 'The captain'))).toEqual({ words: 'The captain', state: 'exact' });
    const both = edited.replace('then the coffee is poured.', 'coffee comes.');
    expect(found(both, markOf(story, 'The captain'))).not.toEqual({ words: 'The captain', state: 'exact' });
  });

  it('marks an emoji, alone or in a sentence', () => {
    const text = 'Good morning 👩‍🚀! The crew 👩‍🚀 is awake and the sun 🌞 is up.';
    expect(found(`New. ${text}`, markOf(text, '👩‍🚀', 1))).toEqual({ words: '👩‍🚀', state: 'exact' });
    expect(found(`New. ${text}`, markOf(text, '🌞 is up'))).toEqual({ words: '🌞 is up', state: 'exact' });
  });
});

describe('anchorSelectors after edits', () => {
  const sentence = 'The captain, who has made the crossing for thirty years, never looks at the chart.';

  it.each([
    ['a word put in', 'never looks', 'almost never looks'],
    ['a word taken out', 'who has made', 'who made'],
    ['a word changed', 'thirty years', 'forty years'],
    ['the last word changed', 'the chart.', 'the compass.'],
    ['the first word changed', 'The captain,', 'The skipper,'],
  ])('%s inside: changed, the whole sentence', (_name, before, after) => {
    expect(found(story.replace(before, after), markOf(story, sentence))).toEqual({
      words: sentence.replace(before, after),
      state: 'changed',
    });
  });

  it('the same in Chinese', () => {
    const words = '船长在这条航线上走了三十年，从来不看海图。';
    const edit = (text: string): string => text.replace('三十年', '二十多年');
    expect(found(edit(chinese), markOf(chinese, words))).toEqual({ words: edit(words), state: 'changed' });
  });

  it('edits around leave it exact', () => {
    const edited = `An editor's note.\n${story.replace('the coffee is poured', 'there is coffee').replace('already open', 'open')}`;
    expect(found(edited, markOf(story, sentence))).toEqual({ words: sentence, state: 'exact' });
  });

  it('one word replaced by another between the same surroundings is changed', () => {
    expect(found(story.replace('lighthouse', 'tower'), markOf(story, 'lighthouse'))).toEqual({
      words: 'tower',
      state: 'changed',
    });
  });

  it('words that are gone are gone, even where other text is like them', () => {
    expect(found(story.replace(`${sentence}\n`, ''), markOf(story, sentence))).toBeNull();
    expect(found(story.replace('lighthouse ', ''), markOf(story, 'lighthouse '))).toBeNull();
    expect(found(chinese.replace('船长', '他'), markOf(chinese, '船长'))?.state).not.toBe('exact');
    // The word stands elsewhere too, but that is not the place that was marked.
    expect(found('Fish swim in the deep, cold sea.', markOf(story, 'the'))).toBeNull();
  });

  it('a sentence replaced by another one is gone', () => {
    const edited = story.replace(sentence, 'Gulls follow the wake in a long white line, hoping for bread and scraps.');
    expect(found(edited, markOf(story, sentence))).toBeNull();
  });

  it('an edited quote is not taken for another one that still has its words and surroundings', () => {
    const menu = 'Courses\nPhotography for beginners, all levels welcome\nPainting\nPottery\n';
    const text = `${menu}${story}\n${story.toUpperCase()}\n${chinese}\n${menu}`;
    const last = text.lastIndexOf('beginners, all');
    const selectors = describeSelection(text, last, last + 'beginners, all levels'.length);
    const edited = text.slice(0, last) + text.slice(last).replace('all levels', 'most levels');
    expect(anchorSelectors(edited, selectors)).toMatchObject({ start: last, state: 'changed' });
    // Where the words beside it are rewritten, those farther off still tell it from the other.
    const rewritten = `${text.slice(0, last - 16)}Something else for ${text.slice(last, last + 21)} and more`;
    expect(anchorSelectors(rewritten, selectors)?.start).toBe(last + 3);
  });

  it('a long quote edited in the middle is found by its ends', () => {
    const long = Array.from({ length: 40 }, (_, line) => `Line ${line} tells of the sea in its own words, ${line * 7}.`).join(' ');
    const text = `${story}\n${long}\n${chinese}`;
    const edited = text.replace('Line 20 tells of', 'Line 20 now tells the truth of');
    const answer = found(edited, markOf(text, long));
    expect(answer?.state).toBe('changed');
    expect(answer?.words).toBe(long.replace('Line 20 tells of', 'Line 20 now tells the truth of'));
  });
});

describe('selectors of others', () => {
  it('needs words: a position alone, or an empty quote, has no place', () => {
    expect(anchorSelectors(story, [{ type: 'TextPositionSelector', start: 3, end: 9 }])).toBeNull();
    expect(anchorSelectors(story, [{ type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' }])).toBeNull();
    expect(anchorSelectors(story, [])).toBeNull();
  });

  it('finds a quote without context where it stands once', () => {
    expect(found(story, [{ type: 'TextQuoteSelector', exact: 'lighthouse', prefix: '', suffix: '' }])).toEqual({
      words: 'lighthouse',
      state: 'moved',
    });
    expect(found(story, [{ type: 'TextQuoteSelector', exact: 'the', prefix: '', suffix: '' }])).toBeNull();
  });
});

it('anchors 500 marks in a long text that was shifted', () => {
  const text = Array.from({ length: 1500 }, (_, line) => `Sentence ${line} has its own number, ${line * 31}, and tells a tale. `).join('\n');
  const [describeIn, anchor] = [createDescribe(text), createAnchor(`Shifted: ${text}`)];
  for (let mark = 0; mark < 500; mark += 1) {
    const words = `Sentence ${mark * 3} has its own number`;
    const start = text.indexOf(words);
    expect(anchor(describeIn(start, start + words.length))).toEqual({ start: start + 9, end: start + 9 + words.length, state: 'exact', sure: true });
  }
}, 20_000);

function indexOfNth(text: string, words: string, nth: number): number {
  let index = text.indexOf(words);
  for (let skip = 0; skip < nth; skip += 1) index = text.indexOf(words, index + 1);
  return index;
}
