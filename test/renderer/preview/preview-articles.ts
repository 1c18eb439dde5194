// The articles of the preview: made up, in several languages, with what is awkward to show.

import type { ArticleRow } from '../../../preload/contract/article.ts';

export interface PreviewArticle {
  readonly row: ArticleRow;
  readonly subtitle: string | null;
  readonly paragraphs: readonly string[];
  readonly pictures: number;
}

const day = 86_400_000;
const hour = 3_600_000;

const english = [
  'The mill stands where the creek narrows, and for six hours of every twelve it does nothing at all. Then the tide turns, the sluice drops, and the pond behind the wall begins its slow argument with the sea.',
  'A tide-mill keeps lunar hours. The miller who worked this one until 1956 kept a notebook of them: fifty minutes later each day, a week of nights and then a week of mornings, bread rising to the moon.',
  'What the notebook does not say, because nobody thought it worth writing, is how quiet the wheel was. Visitors expect a roar. There is a long wet breath, and under it the stones, turning about as fast as a person walks.',
  'When the trust bought the building there were three floors of jackdaw nests and one good beam. The beam is still there. It carries the whole of the new floor, and a row of pegs where somebody once hung a coat.',
];

const chinese = [
  '铅字排好之后，老师傅并不急着上机。他先把版面放在窗边，让光斜着照过来，看每一个字的肩膀是否齐平。差一丝，印出来就是一团墨；差一丝，读的人未必看得出，但眼睛会累。',
  '所谓“单印本”，是从期刊里抽出的一篇文章，单独印几十份，送给作者和朋友。纸张往往比期刊更好，封面是灰蓝色的薄纸，上面只有题目、姓名和年份。收到的人会在空白处写字，再寄给另一个人。',
  '那是一种很慢的交流。一篇文章从伦敦走到上海，要三个月；批注再走回去，又是三个月。但留下来的东西也因此结实：今天在旧书店里还能翻到 1926 年的单印本，铅笔的字迹清清楚楚。',
  '后来有了复印机，再后来有了链接。链接走得快，也消失得快。二〇一三年的一项统计说，论文里引用的网页，十年之后有一半打不开了。',
];

interface Seed {
  readonly title: string;
  readonly site: string | null;
  readonly byline: string | null;
  readonly language: string;
  readonly ago: number;
  readonly tags?: readonly string[];
  readonly saved?: number;
  readonly found?: number;
  readonly flags?: string;
  readonly subtitle?: string;
  readonly marks?: number;
}

const seeds: readonly Seed[] = [
  { title: 'Six hours on, six hours off: a winter at the tide-mill', subtitle: 'The last working mill on the estuary keeps its hours by the moon', site: 'The Harbour Review', byline: 'Ines Calder', language: 'en', ago: 12 * 60_000, tags: ['places', 'water'], found: 5, saved: 5, flags: 'unread', marks: 3 },
  { title: '灰蓝色的封面：单印本小史', subtitle: '一篇文章如何独自旅行', site: '纸边', byline: '林 予', language: 'zh-CN', ago: 3 * hour, tags: ['印刷', '历史'], found: 4, saved: 4, flags: 'unread star', marks: 2 },
  { title: '北方港口的冬天：当一条夜行列车停在冰面之前，乘客们在餐车里等到天亮，而引水员还在读一张四十年前的海图', site: '观潮周刊', byline: '周 屿', language: 'zh-CN', ago: 7 * hour, tags: ['头条'], found: 5, saved: 3, flags: 'unread partial' },
  { title: 'Ink', site: 'Slow Chemistry', byline: null, language: 'en', ago: day + hour, found: 2, saved: 2 },
  { title: 'What the cartographer left blank, and why every honest map of the northern coast before 1780 has a hole in it the size of a county', site: 'Meridian', byline: 'T. Abara', language: 'en', ago: 2 * day, tags: ['maps', 'history', 'places'], found: 6, saved: 6, flags: 'star', marks: 1 },
  { title: '夜汽車の窓から', site: '車窓ノート', byline: '三浦 灯', language: 'ja', ago: 4 * day, tags: ['旅'], found: 3, saved: 3, flags: 'unread' },
  { title: 'Der Komet über der Saatgutbank', site: 'Nordlicht', byline: 'Jule Brandt', language: 'de', ago: 6 * day, found: 4, saved: 0, flags: 'partial' },
  { title: 'Seeds that outlast the people who froze them', site: 'Fieldnotes', byline: 'Ama Osei', language: 'en', ago: 19 * day, tags: ['science'], found: 3, saved: 3 },
  { title: '茶与税：一片叶子的三百年', site: '观潮周刊', byline: '沈 砚', language: 'zh-CN', ago: 44 * day, tags: ['历史'], found: 8, saved: 8 },
  { title: 'notes-on-paper-repair.md', site: null, byline: null, language: 'en', ago: 90 * day, found: 0, saved: 0 },
  { title: 'The telegraph operator’s hand', site: 'Wire & Post', byline: 'R. Levitt', language: 'en', ago: 420 * day, found: 2, saved: 2, flags: 'archived' },
  { title: 'A song that takes a year to cross an ocean', site: 'Fieldnotes', byline: 'Ama Osei', language: 'en', ago: 500 * day, tags: ['science'], found: 2, saved: 2, flags: 'archived' },
  { title: 'Ten gadgets you will forget by Friday', site: 'Clickworth', byline: null, language: 'en', ago: 8 * day, found: 1, saved: 1, flags: 'trash' },
];

export const previewArticles: readonly PreviewArticle[] = seeds.map(article);

function article(seed: Seed, place: number): PreviewArticle {
  const paragraphs = /^(zh|ja)/.test(seed.language) ? chinese : english;
  const flags = seed.flags ?? '';
  const found = seed.found ?? 0;
  const savedAt = new Date(Date.now() - seed.ago).toISOString();
  const row: ArticleRow = {
    id: `article-${place}`,
    title: seed.title,
    byline: seed.byline,
    site: seed.site,
    url: seed.site === null ? null : `https://www.example.org/${place}/story.html`,
    published: savedAt,
    savedAt,
    language: seed.language,
    tags: seed.tags ?? [],
    read: !flags.includes('unread'),
    starred: flags.includes('star'),
    archived: flags.includes('archived'),
    deletedAt: flags.includes('trash') ? savedAt : null,
    words: 900,
    images: { found, saved: seed.saved ?? found },
    status: flags.includes('partial') ? 'partial' : 'complete',
    lead: (seed.saved ?? found) > 0 ? picturePath(place, 0) : null,
    marks: seed.marks ?? 0,
    snippet: [{ text: paragraphs[place % paragraphs.length] ?? '', marked: false }],
  };
  return { row, subtitle: seed.subtitle ?? null, paragraphs, pictures: found };
}

/** The preview's server draws a picture for any number: the name says which. */
export function picturePath(of: number, picture: number): string {
  return `blobs/${String(of).padStart(2, '0')}/${picture}.svg`;
}
