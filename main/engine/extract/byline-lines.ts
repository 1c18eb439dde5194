// Bylines in the lines around an article, in the ways of English, Chinese and Japanese pages. The surest way first:
// an author, a reporter, a name alone in brackets, who posted it, the editor.

const han = String.raw`\p{Script=Han}`;
const kana = String.raw`\p{Script=Katakana}\p{Script=Hiragana}ー`;
/** One name or several: 常书香 马丹阳, 赵延东、风笑天, 艾伦·图灵. */
const chinese = String.raw`[${han}]{2,4}(?:[·•][${han}]{1,6})*(?:[\s\u3000、，,]{1,3}(?!通讯|记者|摄影|编辑|实习|报道|供图)[${han}]{2,3}(?:[·•][${han}]{1,6})*){0,4}`;
/** The hundred commonest family names and some of two signs: nine in ten persons have one of them. */
const surname = '(?:[王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝]|欧阳|司马|上官|诸葛|慕容|令狐|司徒|东方|尉迟|皇甫|端木)';
const family = String.raw`${surname}[${han}]{1,3}`;
const anyName = String.raw`[${han}${kana}\p{L}\p{N}·•\-_.&＆ \u3000、]{2,30}?`;
const end = String.raw`(?=\s{2,}|\s*[|｜/／\\【】\[\]（）()<>《》「」，,。;；:：]|\s*\d{1,4}[-年/.:：]|\s*(?:\d+\s*分钟|来源|來源|作者|记者|編集|编辑|责任编辑|责编|编审|校对|发布|发表|更新|时间|日期|摄影|图片|关注|粉丝|阅读|浏览|点击|我要评论|[大中小]?字号|撮影|報道)|\s*$)`;
const pattern = (source: string): RegExp => new RegExp(source, 'u');

/** Groups hold the name. */
const anywhere: readonly RegExp[] = [
  pattern(String.raw`(?:作\s*者|撰\s*文|撰\s*稿|著\s*者|執筆|文字|译者|編者)\s*[：:]\s*(${anyName})${end}`),
  pattern(String.raw`(?<![${han}])文\s*[・／/、]\s*(?:写真|図|图|摄影?)[\s\u3000：:／/＝=|｜]*(${anyName})${end}`),
  pattern(String.raw`(?<![${han}])文\s*[／/|｜・:：＝=]\s*(${anyName})${end}`),
  pattern(String.raw`(?:记者|記者)\s*[：:]\s*(${chinese})${end}`),
  pattern(String.raw`(?:^|[(（【\[—\s·•日报社网台])[${han}]{0,8}(?:记者|記者|通讯员|特约撰稿人?|实习生)[\s\u3000]+(${chinese})(?=\s*[)）】\]／/，,。;；]|\s|$)`),
  pattern(String.raw`[(（【\[][${han}]{0,10}(?:记者|記者|通讯员)(${chinese})[)）】\]]`),
  pattern(String.raw`(?:记者|記者)([${han}]{2,4})\s*[／/]\s*(?:文|图|摄)`),
  pattern(String.raw`([${han}]{2,4})\s*[／/＝=]\s*(?:文|撰文|著)(?![${han}])`),
];
const atTail: readonly RegExp[] = [
  pattern(String.raw`本[贴帖文]由\s*(${anyName})\s*于`),
  pattern(String.raw`[(（]\s*(${family}(?:[\s\u3000、，,]{1,3}${family}){0,4})\s*[)）]\s*$`),
];
const atHead: readonly RegExp[] = [
  pattern(String.raw`\d{4}[-年/.].*?[\[【]\s*(${surname}[${han}]{1,3})\s*[\]】]`),
  pattern(String.raw`^\s*(${family}(?:[\s\u3000、，,]{1,3}[${han}]{2,4}){0,4})\s*$`),
  pattern(String.raw`^\s*(${anyName})\s*(?:发表于|发布于|于\s*\d{4})`),
];
const issuers: readonly RegExp[] = [
  pattern(String.raw`(?:发文机关|发布机构|发布单位|发布者|发布人|供稿|来稿|楼主|上传者|贴主|发帖人|投稿)\s*[：:]\s*(${anyName})${end}`),
  pattern(String.raw`(?:责任编辑|责\s*编|编\s*辑|編集|编发)\s*[：:／/]\s*(${anyName})${end}`),
];
const english = /^(?:(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Ww]ords|[Ss]tory|[Tt]ext|[Aa]rticle|[Rr]eviewed)\s+)?(?:[Bb]y|BY)[\s:]+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:and|&|de|van|von|der|la|el|bin|al|,)?\s*\p{Lu}[\p{L}.'’-]*){0,7})/u;
const labelled = /^(?:author|writer|by)\s*[:：]\s*(\p{L}[\p{L}.'’ -]{2,50})/iu;

const notNames = /^(本报|本网|本站|网络|转载|未知|佚名|不详|匿名|综合|编辑|记者|报道|来源|今天|昨天|图片|资料|更多|全文|详情|完|完结|未完待续|图|下|上|中|一|二|三|左|右|来源网络|有删节|本刊讯)$|报道$|新闻$|图片$|摄影$/;

/** @param where at the article's head or at its end. Null where no line says it. */
export function bylineInLines(lines: readonly string[], where: 'head' | 'tail'): string | null {
  const ways = [...anywhere, ...(where === 'tail' ? atTail : atHead), ...issuers];
  const spoken = where === 'head' ? inEnglish(lines) : null;
  if (spoken !== null) return spoken;
  for (const way of ways) {
    for (const line of lines) {
      const name = tidy(way.exec(where === 'tail' ? line.slice(-200) : line.slice(0, 300))?.[1]);
      if (name !== null) return name;
    }
  }
  return null;
}

function inEnglish(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.length > 160) continue;
    const name = (english.exec(line) ?? labelled.exec(line))?.[1]?.replace(/\s+(on|for|in|at|published|updated|posted|contributor|senior|staff|editor|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\b.*$/i, '').replace(/[\s,.&-]+$/, '');
    if (name !== undefined && name.length > 2) return name;
  }
  return null;
}

function tidy(name: string | undefined): string | null {
  const bare = (name ?? '').replace(/[\s\u3000]+/g, ' ').replace(/^(\p{Script=Han}) (\p{Script=Han})$/u, '$1$2').replace(/^[\s·、-]+|[\s·、-]+$/g, '');
  return bare.length < 2 || notNames.test(bare) ? null : bare;
}

const source = pattern(String.raw`(?:来源|來源|稿源|出处|出處)\s*[：:]\s*[\[【《]?\s*(${anyName})${end}`);

/** The publisher that a Chinese page names as its source. */
export function sourceIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const name = tidy(source.exec(line.slice(0, 300))?.[1]);
    if (name !== null) return name;
  }
  return null;
}
