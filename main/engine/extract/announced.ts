// Sections that their heading announces as furniture: `Related articles`, `About the author`, 推荐阅读. They go with the
// heading, as far as the next heading of its rank.

import type { DropReason } from '../../../preload/contract/extract.ts';
import type { Line } from './lines.ts';

const headings: readonly (readonly [reason: DropReason, pattern: RegExp])[] = [
  ['related-articles', /^(((more|other|our)\s+)?(related|similar|recommended|suggested|popular|trending|latest|recent|featured|top|most (read|popular|viewed))\b.{0,20}\b(articles?|posts?|stories|news|reads?|reading|content|topics?|links?|guides?|blogs?|services?|products?|resources|coverage|videos?|insights|searches)|related|recommended( for you)?|trending( now)?|you (may|might|will|.ll)( also)? (like|love|enjoy|be interested).*|(also|more) (from|on|in|about|like this)\b.{0,50}|more .{0,20}(posts|articles|stories|news|reviews|guides)|(read|see|explore|keep|continue|further)\s*(more|next|also|reading|up)|read (these|this) next.*|.{0,20} to check out|(what to )?(read|watch) next.*|up next|don.t miss.*|next (article|post|story)|previous (article|post|story)|in other news|(相关|延伸|推荐|扩展|更多|热门|热点|往期|精彩|猜你喜欢|大家都在看|最新|编辑)(阅读|新闻|链接|报道|文章|推荐|回顾|内容|资讯|专题|评论|视频|图片)?|(関連|おすすめ|人気|新着|あわせて読みたい)(の)?(記事|リンク|ニュース|キーワード)?)\s*[:：»>]?$/i],
  ['about-the-author', /^(about (the |our )?(authors?|writer|contributors?|reviewers?|experts?|me|team)|(the )?authors?( bio)?|author bio|meet the (authors?|testers?|experts?|team).{0,20}|written by|contributors?|our (experts?|team|authors?)|why trust (us|you).{0,30}|作者简介|作者介绍|关于作者|この記事を書いた人|著者(プロフィール)?)\s*[:：]?$/i],
  ['newsletter', /^((subscribe|sign up|join|get)\b.{0,60}\b(newsletter|inbox|updates?|email|mailing list|community|list)|newsletter.{0,30}|stay (updated|connected|in touch|informed|up to date).{0,30}|subscribe.{0,40}|follow us.{0,30}|join the conversation|receive .{0,40}(inbox|email)|关注我们|订阅.{0,10})[.!！]?$/i],
  ['sharing', /^(share (this|on|it|with).{0,40}|share|spread the word.{0,20}|分享.{0,10}|print|tags?|topics?|categories|filed under|标签|关键词)\s*[:：]?$/i],
  ['comments', /^((\d+|no|leave a|post a|add a|join the|write a|view|all|recent|user|reader|your)?\s*(comments?|reply|replies|responses?|discussion|thoughts on .{0,80}|review)|comments? \(?\d+\)?|(网友|热门|最新|全部|精彩|用户)?(评论|留言|跟帖)(\s*[(（]?\d*[)）]?)|发表(评论|留言)|コメント.{0,10})\s*[:：]?$/i],
  ['table-of-contents', /^(table of contents?|contents|in this (article|post|guide|story|section|issue|page)|on this page|jump to.{0,20}|what.s (inside|in this .{0,20})|quick (links|navigation)|目录|本文目录|目次)\s*[:：]?$/i],
  ['call-to-action', /^((contact|call) us.{0,30}|get (in touch|started|a (free )?(quote|demo|consultation)).{0,40}|ready to .{0,60}[?!.]?|book a .{0,40}|(start|try) .{0,30}(free|trial).{0,20}|need (help|professional help).{0,40}\?|want to (work|learn|know).{0,40}\?|let.s (talk|chat|work|get).{0,30}|have (a )?questions?\??.{0,20}|support (us|our work|.{0,20}journalism|.{0,12})|help us improve.{0,40}|was this (article|page|post|information|helpful).{0,30}|rate this .{0,30}|about (us|our company|the company|[A-Z]\w+( \w+)?)|advertis(er|ing) disclosure|editorial (note|guidelines|policy|standards).{0,20}|work with us.{0,10}|our (customers|clients|partners|services|products))$/i],
];

export interface Announced {
  readonly reason: DropReason;
  /** Index after the last line of the section. */
  readonly end: number;
}

/** Lines of prose without links that a section may have and still be furniture, by its place. */
const proseInside = { inside: 1, last: 8 } as const;

/** The section that a line announces, or null. @param last the index of the article's last sure sentence. */
export function announcedAt(lines: readonly Line[], at: number): Announced | null {
  const line = lines[at];
  if (line === undefined || line.text === '' || line.text.length > 90) return null;
  const isHeading = line.level > 0;
  const reason = headings.find(([, pattern]) => pattern.test(line.text))?.[0];
  if (reason === undefined || (line.within === 'td' || line.within === 'pre')) return null;
  const end = isHeading ? endOfSection(lines, at, line.level) : endOfRun(lines, at);
  const inside = lines.slice(at + 1, end);
  if (reason === 'table-of-contents') return { reason, end: endOfList(lines, at) };
  const prose = inside.filter(isPlainProse).length;
  const chars = inside.reduce((sum, one) => sum + one.chars, 0);
  const all = lines.reduce((sum, one) => sum + one.chars, 0);
  const isLast = end >= lines.length - 1;
  if (chars > all * 0.3) return null;
  return prose <= (isLast ? proseInside.last : proseInside.inside) ? { reason, end } : null;
}

/** To the next heading of the same rank or a higher one. */
function endOfSection(lines: readonly Line[], at: number, level: number): number {
  for (let next = at + 1; next < lines.length; next += 1) {
    const other = lines[next]?.level ?? 0;
    if (other > 0 && other <= level) return next;
  }
  return lines.length;
}

/** A line that is no heading announces the links and pictures right after it. */
function endOfRun(lines: readonly Line[], at: number): number {
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || line.linkChars < line.chars * 0.5) break;
  }
  return next;
}

/** Items and links right after it. */
function endOfList(lines: readonly Line[], at: number): number {
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || isHeadingTag(line)) break;
    if (line.within !== 'li' && line.linkChars < line.chars * 0.8) break;
  }
  return next;
}

function isHeadingTag(line: Line): boolean {
  return line.level > 0 && line.level < 7;
}

function isPlainProse(line: Line): boolean {
  return line.chars >= 90 && line.linkChars < line.chars * 0.25 && line.level === 0;
}
