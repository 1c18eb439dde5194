// The facts behind failures of the web, in other languages than the engine's own. What is not among them (`HTTP 404`,
// `ECONNREFUSED`, a media type) is the same in all.

import type { Locale } from './locale.ts';

const chinese: readonly (readonly [RegExp, string])[] = [
  [/^the certificate has expired$/, '证书已过期'],
  [/^the certificate is not valid yet$/, '证书尚未生效'],
  [/^the certificate was revoked$/, '证书已被吊销'],
  [/^the certificate is signed by itself$/, '证书是自签名的'],
  [/^the certificate is signed by an authority that is not trusted here$/, '证书的签发机构不受信任'],
  [/^the certificate is for another host$/, '证书属于另一个网站'],
  [/^the two sides found no safe way to speak$/, '双方无法建立安全连接'],
  [/^no (\w+) in time$/, '没有及时应答：$1'],
  [/^nothing came for ([\d.]+) s$/, '$1 秒内没有收到数据'],
  [/^not whole after ([\d.]+) s$/, '$1 秒后仍未收完'],
  [/^more than (\d+) MB$/, '超过 $1 MB'],
  [/^more than (\d+) MB for one page$/, '一个网页超过 $1 MB'],
  [/^more than ([\d.]+) s for one page$/, '一个网页超过 $1 秒'],
  [/^the head of the answer$/, '应答的头部'],
  [/^the answer was cut short$/, '应答不完整'],
  [/^the answer cannot be unpacked$/, '应答无法解压'],
  [/^the answer is no HTTP$/, '应答不是 HTTP'],
  [/^the answer is empty$/, '应答是空的'],
  [/^too many redirects$/, '重定向次数过多'],
  [/^its redirect leads nowhere$/, '重定向的地址无效'],
  [/^it leads to what is no web address \((.*)\)$/, '它指向的不是网址：$1'],
  [/^it leads to an address of your own network \((.*)\)$/, '它指向你自己网络中的地址：$1'],
  [/^it wants to see first that a person asks$/, '网站要先确认是真人访问'],
  [/^it shows nothing before its cookies are accepted$/, '接受 Cookie 之前不显示内容'],
  [/^it asks to sign in$/, '需要登录'],
  [/^the site answered with an error page$/, '网站返回了错误页面'],
  [/^the page is empty until its scripts draw it$/, '网页内容要由脚本生成'],
  [/^(HTTP \d+), to wait (\d+) s$/, '$1，要求等待 $2 秒'],
];

/** @param detail as the engine says it, in English. */
export function detailIn(detail: string, locale: Locale): string {
  if (locale === 'en') return detail;
  const found = chinese.find(([english]) => english.test(detail));
  return found === undefined ? detail : detail.replace(found[0], found[1]);
}
