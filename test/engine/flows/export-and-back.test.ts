// What is exported as Markdown and added again is the same article: nothing of it is lost on the way.

import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestEngine, temporaryFolder, type TestEngine } from '../harness.ts';
import { noteOf, quoteOf, type Annotation } from '../../../preload/contract/mark.ts';
import { drawPng } from '../publish/sample-article.ts';

const article = `---
title: '渡口的灯：一座旧码头'
subtitle: 一百年的码头
section: 财经
author: 林晚
date: Wed, 08 Dec 2021 09:29:42 GMT
updated: 2021-12-10
categories: [航海, "it's"]
headimg: harbour.png
source: https://example.org/ferry
site: 海岸周刊
language: zh
---

清晨六点，渡轮离开旧码头，岸边的灯还亮着。船长姓陈，在这条航线上走了三十年，**从来不看海图**。

## 木栈桥 & 石桥

<figure><img src="tower.png" alt="灯塔"><figcaption>灯塔高二十七米。<em>图：陈海</em></figcaption></figure>

- 点灯：日落前二十分钟
- 熄灯：日出后十分钟

| 年份 | 船只 |
| --- | --- |
| 1923 | 47 |

> 石头比木头慢，可是石头记得住。

\`\`\`
for day in year:
    light.on()
\`\`\`

码头建于1923年，最初只有一条木栈桥，[四十七艘](https://example.org/ships)船在此往来。
`;

let first: TestEngine;
let second: TestEngine;
let ids: readonly [string, string];

const saving = (path: string) => ({ inputs: [path], tags: [], mode: 'auto', base: null }) as const;

beforeAll(async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'harbour.png'), drawPng(64, 40, [120, 170, 210]));
  await writeFile(join(folder, 'tower.png'), drawPng(40, 64, [220, 190, 140]));
  await writeFile(join(folder, 'ferry.md'), article);
  first = await openTestEngine();
  second = await openTestEngine();
  const [saved] = await first.call('save', saving(join(folder, 'ferry.md')));
  const id = saved?.id ?? '';
  await first.call('quoteMark', { id, quote: '岸边的灯还亮着', prefix: '', suffix: '', note: '开头。\n<b>第二行</b>', color: 'blue' });
  const mark = await first.call('quoteMark', { id, quote: '从来不看海图', prefix: '', suffix: '', note: '', color: 'pink' });
  await first.call('editMark', { id, markId: mark.id, tags: ['引文'] });
  const [written] = await first.call('export', { ids: [id], format: 'markdown', path: join(folder, 'out', 'again.md') });
  const [again] = await second.call('save', saving(written?.path ?? ''));
  expect(again).toMatchObject({ status: 'saved', failure: null });
  ids = [id, again?.id ?? ''];
}, 60_000);

afterAll(async () => {
  await first.close();
  await second.close();
});

it('keeps what is known of the article', async () => {
  const one = await first.call('article', { id: ids[0] });
  const other = await second.call('article', { id: ids[1] });
  const facts = ({ title, subtitle, section, byline, site, url, published, modified, language, tags, lead }: typeof one) => ({ title, subtitle, section, byline, site, url, published, modified, language, tags, lead });
  expect(facts(other)).toEqual(facts(one));
  expect(facts(one)).toMatchObject({ subtitle: '一百年的码头', section: '财经', modified: '2021-12-10', tags: ['航海', "it's"] });
});

it('keeps its words, captions, pictures and form', async () => {
  const [one, other] = await Promise.all([bodyOf(first, ids[0]), bodyOf(second, ids[1])]);
  expect(other).toEqual(one);
});

it('keeps its marks, with notes, colours, tags and times', async () => {
  const [one, other] = await Promise.all([first.call('marks', { id: ids[0] }), second.call('marks', { id: ids[1] })]);
  expect(other.map(said)).toEqual(one.map(said));
  expect(one).toHaveLength(2);
});

function said(mark: Annotation): unknown {
  const { created, modified, body, target } = mark;
  return { quote: quoteOf(mark)?.exact, note: noteOf(mark), color: target.styleClass, created, modified, body };
}

/** The reader page's elements and words, white space folded, its pictures by the hash of their bytes. */
async function bodyOf(engine: TestEngine, id: string): Promise<readonly string[]> {
  const { captures } = await engine.call('article', { id });
  const $ = load(await readFile(join(engine.library, captures[0]?.reader ?? ''), 'utf8'));
  return $('article').find('h2, p, figure, figcaption, li, th, td, blockquote, pre, img, a, strong, em').toArray().map((element) => {
    const words = $(element).text().replace(/\s+/g, ' ').trim();
    return `${element.name} ${element.attribs['src'] ?? element.attribs['href'] ?? ''} ${words}`;
  });
}
