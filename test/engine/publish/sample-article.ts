// An article with all that print must bear, in Chinese and English, and the material to publish it.

import { deflateSync, crc32 } from 'node:zlib';
import { describeSelection } from '../../../preload/contract/anchor.ts';
import type { Annotation, MarkColor } from '../../../preload/contract/mark.ts';
import { makeMark } from '../../../main/engine/marks/mark.ts';
import { viewText } from '../../../main/engine/marks/view-text.ts';
import type { CleanHtml } from '../../../main/engine/model/clean-html.ts';
import type { Material } from '../../../main/engine/publish/material.ts';

export const harbour = blobPath('a1', 'png');
export const tallPicture = blobPath('b2', 'png');
export const lostPicture = blobPath('c3', 'png');
const up = '../../../../../';

export function blobPath(start: string, extension: string): string {
  return `blobs/${start}/${start.padEnd(64, '0')}.${extension}`;
}

/** A reader page as clean/ makes it, with the body given. */
export function readerPage(body: string, language = 'zh'): CleanHtml {
  // Only a test may say so: the text is our own.
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>t</title></head><body>${body}</body></html>` as CleanHtml;
}

export const chineseBody = `<article class="offprint"><header><p class="site"><a href="https://example.org/2026/%E7%81%AF">海岸周刊</a></p><h1>渡口的灯：一座旧码头的一百年</h1><p class="byline"><span class="author">林晚 &amp; 陈海</span> · <time datetime="2021-12-08T09:29:42Z">2021-12-08</time></p></header>
<p>清晨六点，渡轮离开旧码头，岸边的灯还亮着。船长姓陈，在这条航线上走了三十年，从来不看海图。他说：“水认得路，人只要别拦着它。”</p>
<p>码头建于1923年（民国十二年），最初只有一条木栈桥。据《海关志》记载，当年往来的船只有<a href="https://example.org/ships">四十七艘</a>，其中蒸汽船不过五艘；到了1936年，这个数字已经是三百一十二。</p>
<figure><img src="${up}${harbour}" alt="码头的清晨"><figcaption>码头的清晨，灯塔在远处。（图：陈海）</figcaption></figure>
<h2>一、木栈桥的年代</h2>
<p>老人们记得，每逢初一、十五，栈桥上挤满了挑担的人。<strong>鱼、米、盐、布</strong>，还有一筐一筐的消息——哪里丰收了，哪里又发了大水，都是从这里上岸的。那时候没有电报局，<strong>“码头就是报纸”</strong>，镇上的人这样说。</p>
<p>1949年以后，木桥换成了石桥。工程师 Robert Hayes 留下的图纸 (scale 1:200) 至今还存在档案馆里，编号 A-1107。图纸上写着：“All timbers to be replaced by granite before the winter of 1951.” 这句话后来一直没有完全实现。</p>
<blockquote><p>石头比木头慢，可是石头记得住。</p></blockquote>
<h2>二、灯塔</h2>
<p><img src="${up}${tallPicture}" alt="灯塔的剖面"></p>
<p>灯塔高二十七米，一共一百四十二级台阶。守塔人每天上下四次：点灯、擦镜、记录、熄灯。</p>
<ul><li>点灯：日落前二十分钟</li><li>擦镜：午夜</li><li>熄灯：日出后十分钟</li></ul>
<table><thead><tr><th>年份</th><th>船只</th><th>旅客（人次）</th></tr></thead><tbody>
<tr><td>1923</td><td>47</td><td>12,300</td></tr>
<tr><td>1936</td><td>312</td><td>98,540</td></tr>
<tr><td>2021</td><td>6</td><td>410,022</td></tr></tbody></table>
<pre><code>for day in year:
    if day.sunset - now &lt; 20:
        light.on()</code></pre>
<h3>尾声</h3>
${Array.from({ length: 14 }, (_, index) => `<p>第${index + 1}个冬天，陈船长在日志里写道：“今日东北风四级，浪高一米二，旅客${120 + index * 7}人，无事。”他写字很慢，一笔一画，像在石头上刻字。有人问他为什么每天都写“无事”，他想了想，说，这条航线上最要紧的就是无事，别的都可以不写。The log book itself is bound in green cloth and smells of diesel and salt.</p>`).join('\n')}
</article>`;

const now = new Date('2026-11-24T08:30:00Z');

export function materialOf(body: string, change: Partial<Material> = {}): Material {
  const readerHtml = readerPage(body);
  const article: Material['article'] = {
    format: 1,
    id: 'a-1',
    title: '渡口的灯：一座旧码头的一百年',
    subtitle: null,
    section: null,
    byline: '林晚 & 陈海',
    site: '海岸周刊',
    url: 'https://example.org/2026/灯?a=1&b=2',
    knownAs: [],
    published: '2021-12-08T09:29:42Z',
    modified: null,
    language: 'zh',
    tags: ['航海', '历史', "it's"],
    words: 1200,
    excerpt: '清晨六点，渡轮离开旧码头',
    state: { read: false, starred: false, archived: false },
    savedAt: '2026-11-20T10:00:00Z',
    deletedAt: null,
    lead: { url: 'https://img.example.org/harbour.png', path: harbour },
    captures: [],
    shown: 'c-1',
    complete: true,
  };
  const page = {
    url: article.url,
    finalUrl: article.url,
    base: article.url,
    status: 200,
    headers: {},
    charset: 'utf-8',
    bytes: 1000,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    source: 'source.html.zst',
  };
  const resource = (url: string, path: string): Material['manifest']['resources'][number] => ({
    url,
    finalUrl: url,
    status: 200,
    type: 'image/png',
    bytes: 100,
    sha256: path.slice(9, 73),
    path,
    role: 'image',
    got: 'as-asked',
    missing: null,
    tried: [],
  });
  return {
    article,
    manifest: {
      format: 1,
      captureId: 'c-1',
      articleId: 'a-1',
      capturedAt: '2026-11-20T10:00:00Z',
      software: 'Offprint 0.1.0',
      mode: 'static',
      page,
      resources: [
        resource('https://img.example.org/harbour.png', harbour),
        resource('https://img.example.org/tower.png', tallPicture),
      ],
      views: { reader: { sha256: '0'.repeat(64), bytes: 1 }, original: { sha256: '0'.repeat(64), bytes: 1 } },
      tookMs: 1,
    },
    readerHtml,
    marks: [],
    readBlob: (path) => Promise.resolve(pictures[path] ?? null),
    locale: 'zh-CN',
    now,
    name: '渡口的灯',
    software: 'Offprint 0.1.0',
    ...change,
  };
}

/** A mark on the first place of some words in a body, made as the app makes it. */
export function markOn(body: string, words: string, color: MarkColor = 'yellow', note = ''): Annotation {
  const text = viewText(readerPage(body));
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`no such words: ${words}`);
  const selector = describeSelection(text, start, start + words.length);
  const made = makeMark('https://example.org/', { captureId: 'c-1', view: 'reader', selector, color, note }, now);
  if (!made.ok) throw new Error(made.failure.detail);
  return made.value;
}

/** A PNG of one colour getting darker downwards. */
export function drawPng(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Uint8Array {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const light = 1 - (0.6 * y) / height - (x % 40 < 2 ? 0.1 : 0);
      rows.set([red * light, green * light, blue * light].map(Math.round), y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const pictures: Readonly<Record<string, Uint8Array>> = {
  [harbour]: drawPng(960, 540, [120, 170, 210]),
  [tallPicture]: drawPng(600, 1500, [220, 190, 140]),
};
