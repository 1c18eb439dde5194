// The words that stand on a printed or exported article beside its own.

import { fill, type Area, type Locale } from './locale.ts';

export type PrintMessage =
  | 'published'
  | 'updated'
  | 'source'
  | 'captured'
  | 'fingerprint'
  | 'noSource'
  | 'notes'
  | 'lostMarks'
  | 'pageOf'
  | 'pdfSubject'
  | 'bookFacts'
  | 'bookName'
  | 'attachment';

const print: Area<PrintMessage> = {
  en: {
    published: 'Published',
    updated: 'Updated',
    source: 'Source',
    captured: 'Captured',
    fingerprint: 'SHA-256 of the page',
    noSource: 'A file without an address',
    notes: 'Notes',
    lostMarks: 'Marks whose words are no longer in the text',
    pageOf: '{page} of {pages}',
    pdfSubject: 'Article from {site}',
    bookFacts: '{count} articles · {date}',
    bookName: '{count} articles',
    attachment: 'The saved article with its pictures and marks. Drop this PDF on Offprint to have it back.',
  },
  'zh-CN': {
    published: '发布',
    updated: '更新',
    source: '来源',
    captured: '收存',
    fingerprint: '网页的 SHA-256',
    noSource: '没有网址的文件',
    notes: '批注',
    lostMarks: '原文中已找不到的标记',
    pageOf: '第 {page} 页，共 {pages} 页',
    pdfSubject: '文章，来自{site}',
    bookFacts: '{count} 篇文章 · {date}',
    bookName: '{count} 篇文章',
    attachment: '保存的文章，含图片与标记。将此 PDF 拖入 Offprint 即可取回。',
  },
};

export function printSentence(
  message: PrintMessage,
  locale: Locale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(print[locale][message], values);
}
