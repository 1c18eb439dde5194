// Chinese: traditional and simplified find each other; titles are found by how they are read.

import { expect, it } from 'vitest';
import { article, find, foundIds, marked, temporaryIndex } from '../search-room.ts';

it('finds traditional by simplified, and simplified by traditional', () => {
  const index = temporaryIndex();
  index.put(article('traditional', { text: '國際貿易與經濟發展' }));
  index.put(article('simplified', { text: '国际贸易与经济发展' }));
  for (const query of ['国际贸易', '國際貿易', '经济', '經濟', '國', '"經濟发展"']) {
    const answer = find(index, query);
    expect(answer.rows.map(({ id }) => id).sort(), query).toEqual(['simplified', 'traditional']);
    expect(marked(answer).length, query).toBe(2);
  }
});

it('finds a title by pinyin, whole or begun, and by initials', () => {
  const index = temporaryIndex();
  index.put(article('bank', { title: '重庆银行的长城计划' }));
  index.put(article('lake', { title: '綠色的西安湖' }));
  index.put(article('none', { title: 'The wall', text: '重庆银行' }));
  const expected: Readonly<Record<string, readonly string[]>> = {
    'pinyin:chongqing': ['bank'], 'pinyin:yinhang': ['bank'], 'pinyin:changcheng': ['bank'], 'pinyin:"chóng qìng"': ['bank'], 'pinyin:lvse': ['lake'], 'pinyin:lüse': ['lake'],
    "pinyin:xi'an": ['lake'], 'pinyin:cqyh': ['bank'], cqyh: ['bank'], jh: ['bank'], lsdxah: ['lake'], 'pinyin:beijing': [], '-cqyh': ['bank', 'lake', 'none'],
  };
  for (const [query, ids] of Object.entries(expected)) expect([...foundIds(index, query)].sort(), query).toEqual(ids);
  expect(foundIds(index, 'pinyin:chongq', { typing: true })).toEqual(['bank']);
  expect(foundIds(index, '"cqyh"')).toEqual([]);
});

it('puts the word itself before titles with its initials', () => {
  const index = temporaryIndex();
  index.put(article('word', { text: 'the shell is sh, a short word among many others in this text' }));
  index.put(article('title', { title: '上海' }));
  expect(foundIds(index, 'sh')).toEqual(['word', 'title']);
});
