// Finding words in the open article.

import type { Area } from './locale.ts';

const en = {
  'find-in-article': 'Find in the article',
  'find-none': 'Not found',
  'find-of': '{at} of {hits}',
  'find-next': 'Next (Enter)',
  'find-previous': 'Previous (Shift+Enter)',
};

export type FindingKey = keyof typeof en;

export const finding: Area<FindingKey> = {
  en,
  'zh-CN': {
    'find-in-article': '在文章中查找',
    'find-none': '没有找到',
    'find-of': '{at}/{hits}',
    'find-next': '下一个 (Enter)',
    'find-previous': '上一个 (Shift+Enter)',
  },
};
