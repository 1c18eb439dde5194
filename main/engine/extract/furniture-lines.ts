// Lines that are no part of what an article says, by what they say: at its head, anywhere, at its end.

import { dateInText } from './dates.ts';
import type { DropReason } from '../../../preload/contract/extract.ts';
import type { Line } from './lines.ts';

/** Characters: a longer line is prose, whatever it begins with. */
const longest = 220;

type Rule = readonly [reason: DropReason, pattern: RegExp];

/** Anywhere in the article: the whole line is this. */
const anywhere: readonly Rule[] = [
  ['advertisement', /^(-+\s*)?(advertise?ments?|ads?|sponsored( content| post)?|promoted|story continues below( advertisement)?|article continues (below|after).*|continue reading( below)?|scroll (down )?(for more|to continue.*)|广告|廣告|推广|スポンサー(リンク)?|広告)(\s*-+)?[.:：]?$/i],
  ['sharing', /^((share|tweet|pin|save|email|print|copy( link)?|facebook|twitter|x|linkedin|reddit|whatsapp|pinterest|flipboard|telegram|bluesky|link copied!?|copied!?|like|follow( us)?|分享|收藏|点赞|转发|打印|打印本文|关闭|关闭窗口|字号|大|中|小|返回顶部|返回页首|发表评论|我要评论|发送给朋友|纠错|举报|微信|微博|朋友圈|qq空间|扫一扫|ツイート|シェア|保存|印刷)[\s|/·,、｜【】[\]（）()]*)+$/i],
  ['sharing', /^(share (this|on|via|with|to)\b.{0,40}|pin (it|this)\b.{0,30}|(click|tap) to (share|tweet)\b.*|print (this|page|recipe|article).{0,15}|(分享(到|至)|扫码|扫描|长按|微信扫|用微信|打开微信|请用微信).{0,40})$/i],
  ['related-articles', /^[»>▶►→●•\s]*((read|see|check out|watch)( (also|more|next|our( full)?))?\s*[:：»>]|(related|also read|also see|read also|read next|read more|more|recommended|further reading|dig deeper|don.t miss|must read|you (may|might) (also )?(like|enjoy))\s*(articles?|posts?|stories|reading|content|links?|topics?)?\s*[:：»>]|check out[:：]|(相关|延伸|推荐|扩展|更多|往期|精彩)(阅读|新闻|链接|报道|文章|推荐|回顾|内容)\s*[:：]|(関連|あわせて読みたい|おすすめ)(記事|リンク)?\s*[:：])/i],
  ['date-and-byline', /^[\s|·•—-]*(\d+\s*[-–]?\s*min(ute)?s?\.?\s+(read|lesezeit)|(last )?(updated|modified|reviewed)( on| at)?\s*[:：]?\s*[\w ,./:-]{6,40}|阅读(时间|需要?)?\s*[：:约]*\s*\d+\s*分钟|この記事は\d+分.*)$/i],
  ['copyright', /^(copyright\b|©|\(c\)\s*\d{4}|all rights reserved|版权所有|版权声明|著作权|本文版权|未经.{0,20}(授权|许可|允许).{0,30}(转载|使用)|(无断|無断)(转载|転載)).{0,180}$/i],
  ['newsletter', /^(subscribe|sign up|get (the|our) (latest|best|top|free|daily|weekly)|join (our|the|over|\d)|don.t miss (a|an|out)|enter your email|your email( address)?|by (signing up|subscribing|submitting|clicking)|thank(s| you) for subscribing|i (have read|agree)|(欢迎)?(关注|订阅).{0,20}(公众号|微信|微博|频道)|点击(上方|下方|蓝字)).{0,180}$/i],
  ['skip-link', /^(skip (to|past|over) .{0,30}|jump to .{0,20}|back to top|return to top|scroll to top|↑.{0,20}|top|show caption|hide caption|view (image|gallery|fullscreen)( in fullscreen)?|enlarge( (this )?image)?|open image modal|caption|toggle.{0,20}|(点击)?查看(大图|原图)|点击看大图|点击图片.{0,20}|(点击)?展开(全文|更多)?|收起(全文)?|阅读(全文|原文)|第\s*\d+\s*页.{0,40}|上一[页篇].{0,60}|下一[页篇].{0,60})$/i],
  ['affiliate-notice', /^(.{0,40}\b(this (post|article|page|site|blog|story)|we|i|purchases|links)\b.{0,80}\b(affiliate|commissions?)\b|(disclosure|disclaimer)\s*[:：]).{0,160}$/i],
];

/** Before the first sentence of the article. */
const atHead: readonly Rule[] = [
  ['date-and-byline', /^[\s|·•—-]*((written|posted|published|reported|reviewed|edited|updated|medically reviewed|fact.checked|photograph(y|s|ed)?|words?|text|story)\s*(by|on|at|in)?\b|by\b|author[:：]|von\b|par\b|por\b|作者|记者|記者|編集|编辑|责任编辑|责编|来源|來源|出处|稿源|撰文|文[/／|｜]|日期|时间|发布|发表|发布(时间|日期|者|于)|更新(时间|日期|于)|浏览|阅读|点击|人气|字体|字号|本报记者|通讯员)/i],
  ['date-and-byline', /^(\d+\s*(comments?|shares?|views?|likes?|min\b.*|条评论|次阅读|人阅读|评论|阅读|浏览)|no comments|comments? (off|\d+)|评论\s*\d*|阅读\s*\d+)$/i],
];

/** After the last sentence of the article. */
const atEnd: readonly Rule[] = [
  ['editor-line', /^[\s(（【[]*((责任|执行|值班|网络|本文|实习)?编辑|责编|编审|审核|校对|监制|编发|来源|來源|稿源|稿件来源|作者|出处|原标题|声明|免责声明|标签|关键词|分类|文章(来源|标签|关键词)|本文(来源|作者|标签)|特别声明|转自|转载自|source|sources|tags?|filed under|categories|category|topics?|posted in|published in|labels|keywords)\s*([:：/／丨|]|$)/i],
  ['about-the-author', /^(about (the )?author|written by|author[:：]|.{2,40} is an? .{0,40}(writer|editor|reporter|journalist|author|blogger|columnist|contributor|freelance|founder|correspondent|producer)\b)/i],
  ['call-to-action', /^(contact us|get (started|in touch|a quote|a demo)|learn more|read more|view all|see (all|more)|show more|load more|book a|request a|start (your|a) free|try (it )?(for )?free|download( now)?|buy now|shop now|order now|add to cart|explore|find out more|discover more|more info(rmation)?|click here|next|previous|prev|newer|older|home|menu|search|close|reply|log ?in|sign ?in|register|all posts|back|comments?|\d+ comments?|leave a (comment|reply)|推荐阅读|相关阅读|延伸阅读|更多|查看更多|我要评论|网友评论|热门评论|最新评论|暂无评论)\b.{0,60}$/i],
];

export type Zone = 'head' | 'middle' | 'end';

/** Why a line is furniture where it stands, or null. */
export function lineReason(line: Line, zone: Zone, known: { readonly title: string; readonly byline: string | null }): DropReason | null {
  const { text } = line;
  if (text === '' || text.length > longest || line.within === 'pre' || line.within === 'blockquote') return null;
  if (zone === 'head') {
    if (isTitle(text, known.title)) return 'repeated-title';
    if (line.level > 0 && line.level < 7) return null;
    const byline = known.byline;
    if (byline !== null && text.includes(byline) && text.replace(byline, '').length <= 24) return 'date-and-byline';
    if (text.length <= 60 && dateInText(text) !== null) return 'date-and-byline';
    const ruled = matched(atHead, text);
    if (ruled !== null && text.length <= 120) return ruled;
    if (line.linkChars > line.chars * 0.7 && line.chars <= 60) return 'mostly-links';
  }
  const everywhere = matched(anywhere, text);
  if (everywhere !== null && (everywhere !== 'related-articles' || line.linkChars > line.chars * 0.4)) return everywhere;
  return zone === 'end' ? matched(atEnd, text) : null;
}

function isTitle(text: string, title: string): boolean {
  const bare = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(text) !== '' && bare(text) === bare(title);
}

function matched(rules: readonly Rule[], text: string): DropReason | null {
  return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
