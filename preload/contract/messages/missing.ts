// Why a picture or file is missing, and what was tried for it, in plain words. The engine's own words for both are short
// and for ever (they are in manifests); what is not among them here is shown as it is.

import { fill, type Area, type Locale } from './locale.ts';

const reasons = {
  en: {
    busy: 'The site was too busy',
    changed: 'The stored file is not what was stored',
    damaged: 'What came was damaged',
    gone: 'It is not there any more',
    insecure: 'The connection was not safe',
    lost: 'The stored file is gone',
    'not-beside': 'It does not lie beside the page',
    'no-file': 'There is no such file beside the page',
    'not-a-font': 'What came is no font',
    'not-a-picture': 'What came is no picture',
    'not-a-style': 'What came is no stylesheet',
    'not-media': 'What came is neither sound nor film',
    'not-tried': 'It was not tried',
    offline: 'No connection to the site',
    placeholder: 'The site sent a placeholder instead',
    refused: 'The site refused it',
    odd: 'The answer was: {answer}',
    'timed-out': 'No answer in time',
    'too-large': 'It is too large',
    truncated: 'Only a part of it came',
    undecodable: 'The stored picture does not open',
    unsupported: 'A kind of file that cannot be shown',
  },
  'zh-CN': {
    busy: '网站繁忙',
    changed: '存储的文件已被改动',
    damaged: '取到的内容已损坏',
    gone: '已不存在',
    insecure: '连接不安全',
    lost: '存储的文件不见了',
    'not-beside': '不在网页所在的文件夹中',
    'no-file': '网页旁没有这个文件',
    'not-a-font': '取到的不是字体',
    'not-a-picture': '取到的不是图片',
    'not-a-style': '取到的不是样式表',
    'not-media': '取到的不是音视频',
    'not-tried': '没有尝试',
    offline: '无法连接网站',
    placeholder: '网站给的是占位图',
    refused: '网站拒绝提供',
    odd: '得到的回应：{answer}',
    'timed-out': '没有及时应答',
    'too-large': '文件太大',
    truncated: '只取到一部分',
    undecodable: '存储的图片无法显示',
    unsupported: '无法显示的文件类型',
  },
} satisfies Area<string>;

type Reason = keyof (typeof reasons)['en'];

const known: Readonly<Record<string, Reason>> = {
  busy: 'busy',
  changed: 'changed',
  damaged: 'damaged',
  insecure: 'insecure',
  lost: 'lost',
  'no such file': 'no-file',
  'not a font': 'not-a-font',
  'not a picture': 'not-a-picture',
  'not a stylesheet': 'not-a-style',
  'not audio or video': 'not-media',
  'not beside the page': 'not-beside',
  'not tried': 'not-tried',
  'not-found': 'gone',
  offline: 'offline',
  placeholder: 'placeholder',
  refused: 'refused',
  'timed-out': 'timed-out',
  'timed out': 'timed-out',
  'too-large': 'too-large',
  'too large': 'too-large',
  truncated: 'truncated',
  'cut short': 'truncated',
  unreadable: 'damaged',
  undecodable: 'undecodable',
  unsupported: 'unsupported',
};

/** Codes of Node's that mean: no connection. */
const noConnection = /^(E[A-Z_]+|HPE_\w+|ERR_\w+)$/;

/** A manifest's reason (`HTTP 403`, `timed-out`, `not a picture`, …) as a sentence without its full stop. */
export function missingReason(reason: string, locale: Locale): string {
  const which = reasonOf(reason);
  const sentence = fill(reasons[locale][which], { answer: reason });
  if (which === 'odd' || !reason.startsWith('HTTP')) return sentence;
  return locale === 'zh-CN' ? `${sentence}（${reason}）` : `${sentence} (${reason})`;
}

function reasonOf(reason: string): Reason {
  const named = known[reason];
  if (named !== undefined) return named;
  const status = /^HTTP (\d{3})$/.exec(reason)?.[1];
  if (status === undefined) return noConnection.test(reason) ? 'offline' : 'odd';
  if (/^(401|402|403|407|451)$/.test(status)) return 'refused';
  if (status === '404' || status === '410') return 'gone';
  return status === '429' || status.startsWith('5') ? 'busy' : 'odd';
}

const rungs = {
  en: {
    'as-asked': 'as the page asks for it',
    'no-referer': 'without saying from where',
    'article-referer': "from the article's address",
    'own-referer': "from the picture's own site",
    'with-cookies': "with the page's cookies",
    'browser-copy': 'as the browser had it',
    'other-size': 'in another size',
    wayback: 'from the Wayback Machine',
    file: 'beside the page',
  },
  'zh-CN': {
    'as-asked': '按网页的要求',
    'no-referer': '不说明来处',
    'article-referer': '从文章的地址',
    'own-referer': '从图片自己的网站',
    'with-cookies': '带上网页的 Cookie',
    'browser-copy': '用浏览器取到的',
    'other-size': '另一个尺寸',
    wayback: '网页时光机',
    file: '网页旁的文件',
  },
} satisfies Area<string>;

/** How it was tried (`no-referer`, …), in words that go into a list. */
export function rungName(rung: string, locale: Locale): string {
  return Object.hasOwn(rungs[locale], rung) ? rungs[locale][rung as keyof (typeof rungs)['en']] : rung;
}
