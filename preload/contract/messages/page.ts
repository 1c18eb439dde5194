// The few words that Offprint itself writes into a stored page. They stay there, so they are in the article's language.

import type { Area } from './locale.ts';

export const pageMessages: Area<'missingPicture' | 'missingMedia' | 'openThere'> = {
  en: {
    missingPicture: 'This picture could not be saved.',
    missingMedia: 'This recording was not saved.',
    openThere: 'Open it where it was',
  },
  'zh-CN': {
    missingPicture: '这张图片未能保存。',
    missingMedia: '这段音视频没有保存。',
    openThere: '打开原处',
  },
};
