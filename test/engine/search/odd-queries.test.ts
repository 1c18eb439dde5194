// Whatever is typed: no error, and no slow answer.

import { describe, expect, it } from 'vitest';
import type { Index } from '../../../main/engine/search/index-types.ts';
import { makerFrom, pick, randomFrom } from './made-articles.ts';
import { article, find, foundIds, temporaryIndex } from './search-room.ts';

const odd = [
  '', ' ', '"', '""', '"""', '-', '--', '- -', '-"', '*', '**', 'OR', 'OR OR', 'a OR', 'OR a', '-OR', 'AND', 'NOT', 'NEAR', 'NEAR(a b, 5)', 'a NEAR b',
  '(', ')', '((a', 'a)', '{title}: a', '{', '^a', 'a + b', 'a:b:c', ':', 'title:', 'title:"', 'tag:', 'tag:""', 'tag:*', 'is:', 'has:', 'is:is:is', '-is:', 'lang:-',
  "'", "' OR 1=1 --", '; DROP TABLE article', '\\', '\0', 'a\0b', '\u0001\u0002', '\ud800', 'a\udfff', '\ud83d', '👩‍💻', '🇨🇳', '́', '\u200b', '\ufeff',
  '%', '_', '?', '?1', ':a', '@a', '$a', '-商', '商*', '"商', 'ＯＲ', 'x'.repeat(10_000), '商'.repeat(10_000), '"'.repeat(10_000), 'a '.repeat(5000), 'a OR '.repeat(2000),
  '-a '.repeat(3000), '('.repeat(10_000), 'tag:'.repeat(2500), 'is:unread '.repeat(1000), '\ud800'.repeat(10_000), '👩‍💻'.repeat(2000),
];

async function filled(): Promise<Index> {
  const index = temporaryIndex();
  const maker = makerFrom(3, 60);
  await index.putMany(Array.from({ length: 300 }, (_, number) => maker.article(number)));
  return index;
}

/** Milliseconds that the question itself took, whatever else the machine does. */
function worked(ask: () => void): number {
  const before = process.threadCpuUsage();
  ask();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

describe('odd queries', () => {
  it('answers each one within its bound', async () => {
    const index = await filled();
    for (const query of odd) {
      for (const typing of [true, false]) {
        const took = worked(() => {
          const answer = find(index, query, { typing, limit: 50 });
          expect(answer.rows.length, JSON.stringify(query.slice(0, 40))).toBe(Math.min(answer.total, 50));
        });
        expect(took, JSON.stringify(query.slice(0, 40))).toBeLessThan(200);
      }
    }
  });

  it('answers anything put together from pieces', async () => {
    const index = await filled();
    const random = randomFrom(11);
    const pieces = [...odd.filter((query) => query.length < 30), 'ca', 'ten', '一', '丁七', ' ', ' ', '"', '-', ':', '*', 'title:', 'tag:', 'is:read', 'OR'];
    for (let round = 0; round < 800; round += 1) {
      const query = Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(pieces, random)).join('');
      expect(() => find(index, query, { typing: random() < 0.5, limit: 5 }), JSON.stringify(query)).not.toThrow();
    }
  });

  it('asks nothing where there is nothing to ask', () => {
    const index = temporaryIndex();
    index.put(article('it'));
    for (const query of ['', '  ', '"', '-', '!?', '\0']) expect(foundIds(index, query), JSON.stringify(query)).toEqual(['it']);
  });

  it('takes odd text in articles too', () => {
    const index = temporaryIndex();
    const text = `before \ud800 middle\0 ${'y'.repeat(5000)} 商务 after`;
    index.put(article('it', { title: '\udc00', text, tags: ['', '\ud800', '"', 'a\0b'], knownAs: ['x', 'x'] }));
    expect(foundIds(index, 'middle 商务 after')).toEqual(['it']);
    expect(index.row('it')?.tags).toHaveLength(4);
  });
});
