// What the badge of a capture says: how many of its pictures are here, and whether the copy works without a network; or
// exactly what is missing.

import { worksOffline, type ArticleDamage, type ArticleRow, type CaptureView } from '../../../preload/contract/article.ts';
import type { Words } from '../../state/words.ts';

export interface CheckWords {
  /** `good`: nothing is missing, and it was seen to work. `lacking`: something is missing or wrong. */
  readonly tone: 'good' | 'lacking' | 'plain';
  /** `18/18`, or an empty string where there are no pictures. */
  readonly short: string;
  /** `18/18 pictures, works offline`. */
  readonly sentence: string;
}

/** @param damage what is known to be damaged of the article */
export function captureCheck({ id, images, missing, offline }: CaptureView, damage: readonly ArticleDamage[], words: Words): CheckWords {
  const { say } = words;
  const pictures = missing.filter(({ role }) => role === 'image').length;
  const others = missing.filter(({ role }) => role !== 'image').length;
  const faults = (offline?.faults ?? []).length;
  const damaged = damage.some(({ captures }) => captures.includes(id));
  const wrong = [
    pictures > 0 ? say('missing-count', { count: pictures }) : '',
    others > 0 ? say('missing-others', { count: others }) : '',
    faults > 0 ? say('check-faults', { count: faults }) : '',
    damaged ? say('damaged-part') : '',
    offline !== null && offline.leaks.length > 0 ? say('needs-network') : '',
  ].filter((part) => part !== '');
  const good = wrong.length === 0 && offline !== null && worksOffline(offline);
  return said(images, wrong.length > 0 ? wrong : good ? [say('works-offline')] : [], wrong.length > 0 ? 'lacking' : good ? 'good' : 'plain', words);
}

export function rowCheck({ images, offline, status }: ArticleRow, words: Words): CheckWords {
  const lacks = images.found - images.saved;
  if (lacks > 0) return said(images, [words.say('missing-count', { count: lacks })], 'lacking', words);
  if (status === 'damaged') return said(images, [words.say('damaged')], 'lacking', words);
  return said(images, offline === true ? [words.say('works-offline')] : [], offline === true ? 'good' : 'plain', words);
}

function said({ found, saved }: ArticleRow['images'], rest: readonly string[], tone: CheckWords['tone'], { say }: Words): CheckWords {
  const pictures = found === 0 ? say('no-pictures') : say('pictures-of', { saved, found });
  return { tone, short: found === 0 ? '' : `${saved}/${found}`, sentence: [pictures, ...rest].join(say('comma')) };
}
