// What each piece of the query language asks for.

import { describe, expect, it } from 'vitest';
import { article, find, foundIds, marked, temporaryIndex } from './search-room.ts';

describe('words and phrases', () => {
  it('finds two characters inside a longer word', () => {
    const index = temporaryIndex();
    index.put(article('ministry', { text: '商务部发言人说' }));
    index.put(article('other', { text: '商场服务' }));
    expect(foundIds(index, '商务')).toEqual(['ministry']);
    expect(foundIds(index, '务部发')).toEqual(['ministry']);
  });

  it('finds the last character of a run, and a run in the title alone', () => {
    const index = temporaryIndex();
    index.put(article('title', { title: '北约不东扩' }));
    expect(foundIds(index, '扩')).toEqual(['title']);
    expect(foundIds(index, '东扩')).toEqual(['title']);
  });

  it('does not tell case, accents and width apart', () => {
    const index = temporaryIndex();
    index.put(article('cafe', { text: 'ＣＡＦÉ Straße ｶﾞﾗｽ Ångström' }));
    for (const query of ['café', 'CAFE', 'strasse', 'ガラス', 'angstrom']) expect(foundIds(index, query), query).toEqual(['cafe']);
  });

  it('tells か and が apart, and keeps Korean syllables', () => {
    const index = temporaryIndex();
    index.put(article('ga', { text: '大学が' }));
    index.put(article('korean', { text: '대한민국 국회' }));
    expect(foundIds(index, '学か')).toEqual([]);
    expect(foundIds(index, '한민')).toEqual(['korean']);
  });

  it.each([
    ['ภาษาไทย', 'เรียนภาษาไทยวันนี้'],
    ['книга', 'Это КНИГА о войне'],
    ['كتاب', 'هذا كِتَاب جديد'],
    ['ספר', 'זה סֵפֶר חדש'],
    ['हिन्दी', 'मैं हिन्दी पढ़ता हूँ'],
    ['🎉', 'done 🎉 at last'],
  ])('finds %s', (query, text) => {
    const index = temporaryIndex();
    index.put(article('it', { text }));
    expect(foundIds(index, query)).toEqual(['it']);
  });

  it('wants a phrase side by side and all words anywhere', () => {
    const index = temporaryIndex();
    index.put(article('near', { text: 'the open sea' }));
    index.put(article('far', { text: 'sea wind, open' }));
    expect(foundIds(index, '"open sea"')).toEqual(['near']);
    expect([...foundIds(index, 'sea open')].sort()).toEqual(['far', 'near']);
    expect(foundIds(index, '“open sea”')).toEqual(['near']);
  });

  it('takes a star, or a word being typed, as a beginning', () => {
    const index = temporaryIndex();
    index.put(article('it', { text: 'microscope' }));
    expect(foundIds(index, 'micro')).toEqual([]);
    expect(foundIds(index, 'micro*')).toEqual(['it']);
    expect(foundIds(index, 'micro', { typing: true })).toEqual(['it']);
    expect(foundIds(index, 'micro ', { typing: true })).toEqual([]);
  });

  it('excludes with a minus and joins with OR', () => {
    const index = temporaryIndex();
    for (const [id, text] of [['a', 'red green'], ['b', 'red blue'], ['c', 'yellow']] as const) index.put(article(id, { text }));
    expect(foundIds(index, 'red -blue')).toEqual(['a']);
    expect([...foundIds(index, 'green OR yellow')].sort()).toEqual(['a', 'c']);
    expect([...foundIds(index, 'red green OR blue')].sort()).toEqual(['a', 'b']);
  });
});

describe('fields and states', () => {
  it('looks in one field only', () => {
    const index = temporaryIndex();
    index.put(article('one', { title: 'Alpha', byline: 'Beta', site: 'Gamma', url: 'https://www.delta.example/epsilon', notes: 'zeta', text: 'eta' }));
    for (const query of ['title:alpha', 'byline:beta', 'site:gamma', 'site:delta.example', 'url:epsilon', 'note:zeta', 'url:https://www.delta.example/epsilon']) {
      expect(foundIds(index, query), query).toEqual(['one']);
    }
    for (const query of ['title:eta', 'byline:alpha', 'note:beta', 'site:zeta', '-title:alpha']) expect(foundIds(index, query), query).toEqual([]);
  });

  it('takes a tag whole and a language with its regions', () => {
    const index = temporaryIndex();
    index.put(article('york', { tags: ['New York'], language: 'zh-Hans-CN' }));
    index.put(article('new', { tags: ['new'], language: 'en' }));
    expect(foundIds(index, 'tag:new')).toEqual(['new']);
    expect(foundIds(index, 'tag:"new york"')).toEqual(['york']);
    expect([...foundIds(index, 'tag:new*')].sort()).toEqual(['new', 'york']);
    expect(foundIds(index, 'lang:zh')).toEqual(['york']);
  });

  it('knows states', () => {
    const index = temporaryIndex();
    index.put(article('read', { read: true, archived: true, notes: 'mine', marks: 1 }));
    index.put(article('starred', { starred: true, status: 'partial', images: { found: 2, saved: 1 } }));
    const expected: Readonly<Record<string, string>> = {
      'is:read': 'read', 'is:unread': 'starred', 'is:starred': 'starred', 'is:archived': 'read', 'is:partial': 'starred',
      'has:mark': 'read', 'has:note': 'read', 'has:image': 'starred', 'has:missing': 'starred', '-is:read': 'starred', 'mine OR is:damaged': 'read',
    };
    for (const [query, id] of Object.entries(expected)) expect(foundIds(index, query), query).toEqual([id]);
  });

  it('searches what it does not know as text, and waits while a state is typed', () => {
    const index = temporaryIndex();
    index.put(article('it', { text: 'is: unknown thing, foo:bar' }));
    expect(foundIds(index, 'foo:bar')).toEqual(['it']);
    expect(foundIds(index, 'is:unknown')).toEqual(['it']);
    expect(foundIds(index, 'is:unr', { typing: true })).toEqual(['it']);
  });
});

describe('places, orders and windows', () => {
  const index = () => {
    const made = temporaryIndex();
    made.put(article('first', { title: 'b word', savedAt: '2024-01-01T00:00:00.000Z', published: '2020-01-01', tags: ['t'] }));
    made.put(article('second', { title: 'c', text: 'word word', savedAt: '2024-01-02T00:00:00.000Z', published: '2021-01-01', read: true }));
    made.put(article('third', { title: 'a', text: 'word', savedAt: '2024-01-03T00:00:00.000Z', starred: true, archived: true }));
    made.put(article('gone', { title: 'word', deletedAt: '2024-02-01T00:00:00.000Z' }));
    return made;
  };

  it('lists a place without what is archived or in the trash, and searches the archive too', () => {
    const made = index();
    expect(foundIds(made, '')).toEqual(['second', 'first']);
    expect(foundIds(made, '', { place: 'unread' })).toEqual(['first']);
    expect(foundIds(made, '', { place: 'starred' })).toEqual(['third']);
    expect(foundIds(made, '', { place: 'archived' })).toEqual(['third']);
    expect(foundIds(made, '', { place: 'trash' })).toEqual(['gone']);
    expect(foundIds(made, '', { tag: 't' })).toEqual(['first']);
    expect([...foundIds(made, 'word')].sort()).toEqual(['first', 'second', 'third']);
    expect(foundIds(made, 'word', { place: 'trash' })).toEqual(['gone']);
  });

  it('orders lists and searches as asked', () => {
    const made = index();
    expect(foundIds(made, '', { sort: 'oldest' })).toEqual(['first', 'second']);
    expect(foundIds(made, '', { sort: 'title' })).toEqual(['first', 'second']);
    expect(foundIds(made, '', { sort: 'published' })).toEqual(['second', 'first']);
    expect(foundIds(made, 'word', { sort: 'newest' })).toEqual(['third', 'second', 'first']);
    expect(foundIds(made, 'word', { sort: 'oldest' })).toEqual(['first', 'second', 'third']);
    expect(foundIds(made, 'word', { sort: 'title' })).toEqual(['third', 'first', 'second']);
    expect(foundIds(made, 'word')[0]).toBe('first');
  });

  it('answers a window and the whole number', () => {
    const made = index();
    const answer = find(made, 'word', { sort: 'newest', offset: 1, limit: 1 });
    expect(answer.rows.map(({ id }) => id)).toEqual(['second']);
    expect(answer.total).toBe(3);
    expect(find(made, 'word', { offset: Number.NaN, limit: -3 }).rows).toEqual([]);
  });

  it('counts places and tags as their lists do', () => {
    expect(index().counts()).toEqual({ all: 2, unread: 1, starred: 1, archived: 1, trash: 1, tags: [{ tag: 't', count: 1 }] });
  });
});

describe('snippets', () => {
  it('shows the best place with the words marked', () => {
    const index = temporaryIndex();
    const filler = '这是一段没有关系的文字。'.repeat(60);
    index.put(article('it', { text: `${filler}商务部发言人回应制裁。${filler}` }));
    const answer = find(index, '制裁 商务');
    expect(marked(answer)).toEqual(['商务', '制裁']);
    const text = answer.rows[0]?.snippet.map((passage) => passage.text).join('') ?? '';
    expect(text).toContain('商务部发言人回应制裁');
    expect(text.length).toBeLessThan(120);
  });

  it('marks one run for overlapping pairs, and only the character asked for', () => {
    const index = temporaryIndex();
    index.put(article('it', { text: '俄罗斯总统' }));
    expect(marked(find(index, '罗斯总'))).toEqual(['罗斯总']);
    expect(marked(find(index, '罗'))).toEqual(['罗']);
  });

  it('falls back to captions, and to the first words', () => {
    const index = temporaryIndex();
    index.put(article('it', { title: 'headline', text: 'First words.', captions: 'a harbour at dawn' }));
    expect(marked(find(index, 'harbour'))).toEqual(['harbour']);
    expect(find(index, 'headline').rows[0]?.snippet).toEqual([{ text: 'First words.', marked: false }]);
  });
});
