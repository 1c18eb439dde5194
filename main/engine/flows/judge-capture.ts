// Whether a further capture came out worse than the one that is shown: then it is kept and flagged, and does not take its place.

import type { PictureCount, WorseReason } from '../../../preload/contract/article.ts';

export interface Judged {
  readonly words: number;
  readonly images: PictureCount;
}

/** Below this share of the words before, what asks to sign in is a wall and not a line at the foot of the article. */
const shareOfWall = 0.8;
const shareOfShort = 0.5;
/** Pictures: fewer than these may all have been ornaments. */
const enoughPictures = 4;

/** What pages say instead of their article. Phrases, not words: an article may be about subscriptions. */
const wall = new RegExp(
  [
    /(sign|log) ?in to (continue|read|view)|please (sign|log) ?in|subscribe (now|today|to (continue|read|unlock))|already a (subscriber|member)/,
    /(reached|used|read) (all )?(of )?your (\w+ )?(free|complimentary) (articles|stories|views)|this (article|content|story) is (only )?(for|available to) (subscribers|members)/,
    /verify (that )?you are (a |not a )?(human|robot)|are you a (human|robot)|checking (if the site connection|your browser)|unusual traffic|access (to this page has been )?denied|enable javascript/,
    /登录后(查看|阅读|继续)|请(先)?登录|(安全|人机)验证|验证码|访问过于频繁|环境异常|订阅后(阅读|查看)|付费(阅读|内容)|会员(专享|可见)/,
    /ログインして|会員限定|有料会員|jetzt (anmelden|abonnieren)|nur für abonnenten|réservé aux abonnés|inicia sesión para/,
  ].map(({ source }) => source).join('|'),
  'i',
);

/** @param text the article's words in the new capture. */
export function worseReason(before: Judged, after: Judged, text: string): WorseReason | null {
  if (after.words < before.words * shareOfWall && wall.test(text)) return 'wall';
  if (after.words < before.words * shareOfShort) return 'shorter';
  const lacks = after.images.saved < after.images.found && after.images.saved < before.images.saved;
  const halved = before.images.saved >= enoughPictures && after.images.saved < before.images.saved / 2;
  return lacks || halved ? 'fewer-pictures' : null;
}
