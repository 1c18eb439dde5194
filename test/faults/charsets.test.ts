// Pages in many charsets, declared, undeclared and wrongly declared: the text is what its writer wrote, and, where a page declares
// what it is, what Chromium shows.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeText, htmlDeclaration } from '../../main/engine/model/decode-text.ts';
import { openPage } from '../browser/open-page.ts';
import { startSite, type Site } from '../site/site.ts';
import { encodeAs } from './encode-as.ts';

const texts = {
  zh: '清晨的雾气还没有散去，码头上已经有人在整理渔网。老人说，潮水每天来两次，从不失约；他的磨坊靠它转动，磨出的面粉供全村人吃。'.repeat(4),
  tw: '清晨的霧氣還沒有散去，碼頭上已經有人在整理漁網。老人說，潮水每天來兩次，從不失約；他的磨坊靠它轉動，磨出的麵粉供全村人吃。'.repeat(4),
  ja: '朝霧がまだ晴れないうちに、港では漁師たちが網の手入れを始めていた。潮は一日に二度やって来て、決して約束を破らない。'.repeat(4),
  ko: '새벽 안개가 아직 걷히지 않았는데 부두에서는 사람들이 그물을 손질하고 있었다. 물때는 하루에 두 번 어김없이 찾아온다.'.repeat(4),
  ru: 'Утренний туман ещё не рассеялся, а на пристани уже чинили сети. Вода приходит дважды в день и никогда не опаздывает.'.repeat(4),
  fr: 'Le moulin à marée se dressait là où la crique se resserre ; deux fois par jour, la mer y faisait son œuvre, été comme hiver.'.repeat(4),
};

interface Row {
  readonly name: string;
  readonly text: string;
  /** What the bytes are. */
  readonly charset: string;
  readonly header?: string;
  readonly meta?: string;
  readonly mark?: 'BOM';
  /** Chromium goes by what is declared, and so shows the same. */
  readonly asChromium?: true;
}

const rows: readonly Row[] = [
  { name: 'GBK, by its own word', text: texts.zh, charset: 'gbk', meta: 'gb2312', asChromium: true },
  { name: 'GBK, by the header', text: texts.zh, charset: 'gbk', header: 'GBK', asChromium: true },
  { name: 'GBK, the header over the page', text: texts.zh, charset: 'gbk', header: 'gb18030', meta: 'big5', asChromium: true },
  { name: 'GBK, undeclared', text: texts.zh, charset: 'gbk' },
  { name: 'GBK, declared as UTF-8', text: texts.zh, charset: 'gbk', meta: 'utf-8' },
  { name: 'Big5, by its own word', text: texts.tw, charset: 'big5', meta: 'big5', asChromium: true },
  { name: 'Big5, undeclared', text: texts.tw, charset: 'big5' },
  { name: 'Shift_JIS, by its own word', text: texts.ja, charset: 'shift_jis', meta: 'Shift_JIS', asChromium: true },
  { name: 'Shift_JIS, undeclared', text: texts.ja, charset: 'shift_jis' },
  { name: 'EUC-JP, by the header', text: texts.ja, charset: 'euc-jp', header: 'EUC-JP', asChromium: true },
  { name: 'EUC-JP, undeclared', text: texts.ja, charset: 'euc-jp' },
  { name: 'EUC-KR, by the header', text: texts.ko, charset: 'euc-kr', header: 'euc-kr', asChromium: true },
  { name: 'EUC-KR, undeclared', text: texts.ko, charset: 'euc-kr' },
  { name: 'windows-1251, by its own word', text: texts.ru, charset: 'windows-1251', meta: 'windows-1251', asChromium: true },
  { name: 'windows-1251, undeclared', text: texts.ru, charset: 'windows-1251' },
  { name: 'windows-1252, as latin1', text: texts.fr, charset: 'windows-1252', meta: 'iso-8859-1', asChromium: true },
  { name: 'windows-1252, undeclared', text: texts.fr, charset: 'windows-1252' },
  { name: 'UTF-8, by a mark over a wrong word', text: texts.zh, charset: 'utf-8', mark: 'BOM', header: 'gbk', meta: 'big5', asChromium: true },
  { name: 'UTF-8, declared as gb2312', text: texts.zh, charset: 'utf-8', meta: 'gb2312' },
  { name: 'UTF-8, undeclared', text: texts.ja, charset: 'utf-8' },
  { name: 'UTF-16 LE, by a mark', text: texts.zh, charset: 'utf-16le', mark: 'BOM', asChromium: true },
  { name: 'UTF-16 BE, by a mark', text: texts.ja, charset: 'utf-16be', mark: 'BOM', asChromium: true },
  { name: 'UTF-16 LE, by the header', text: texts.zh, charset: 'utf-16le', header: 'utf-16le', asChromium: true },
  { name: 'UTF-16 BE, undeclared', text: texts.ko, charset: 'utf-16be' },
];

function bytesOf({ text, charset, meta, mark }: Row): Uint8Array {
  const declared = meta === undefined ? '' : `<meta http-equiv="content-type" content="text/html; charset=${meta}">`;
  return encodeAs(charset, `${mark === undefined ? '' : '\uFEFF'}<html><head>${declared}<title>A page with a title</title></head><body><p>${text}</p></body></html>`);
}

const headerOf = ({ header }: Row): string => (header === undefined ? 'text/html' : `text/html; charset=${header}`);
const declared = rows.filter(({ asChromium }) => asChromium === true);
let site: Site;
let shown: Readonly<Record<string, string>>;

beforeAll(async () => {
  site = await startSite();
  for (const [at, row] of declared.entries()) site.put(`/${at}.html`, { type: headerOf(row), body: bytesOf(row) });
  site.put('/', `<!doctype html><meta charset="utf-8">${declared.map((_, at) => `<iframe src="/${at}.html"></iframe>`).join('')}`);
  await using page = await openPage(site.url('/'), { offline: false });
  shown = await page.evaluate(() =>
    Object.fromEntries([...document.querySelectorAll('iframe')].map((frame) => [frame.getAttribute('src') ?? '', frame.contentDocument?.querySelector('p')?.textContent ?? ''])),
  );
}, 60_000);
afterAll(() => site.close());

describe('the text of a page', () => {
  it.each(rows)('in $name', (row) => {
    const { text } = decodeText(bytesOf(row), headerOf(row), htmlDeclaration);
    expect(/<p>(.*)<\/p>/s.exec(text)?.[1]).toBe(row.text);
  });
  it.each(declared.map((row, at) => ({ ...row, at })))('is what Chromium shows: $name', ({ at, text }) => {
    expect(shown[`/${at}.html`]).toBe(text);
  });
});
