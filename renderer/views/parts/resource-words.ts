// What a resource of a page is called in the window.

import type { ResourceRole } from '../../../preload/contract/article.ts';
import type { WordKey } from '../../state/words.ts';

export const resourceWords = {
  image: 'what-image',
  style: 'what-style',
  font: 'what-font',
  media: 'what-media',
  icon: 'what-icon',
  page: 'what-page',
} as const satisfies Readonly<Record<ResourceRole, WordKey>>;
