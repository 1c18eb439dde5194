// The numbers beside the places and tags, as the lists of the same names would count them.

import type { Counts, Place } from '../../../../preload/contract/calls.ts';
import type { Ground } from '../store/ground.ts';
import { tagsOfLabel } from '../store/labels.ts';
import { placeFlags } from './conditions.ts';

export function countArticles({ columns, labels }: Ground): Counts {
  const byTags = new Map<number, number>();
  const count = (place: Place): number => {
    const { mask, value } = placeFlags(place, false);
    let found = 0;
    for (let doc = 0; doc < columns.end; doc += 1) if (((columns.flags[doc] as number) & mask) === value) found += 1;
    return found;
  };
  const { mask, value } = placeFlags('all', false);
  for (let doc = 0; doc < columns.end; doc += 1) {
    const tags = columns.tags[doc] as number;
    if (tags !== 0 && ((columns.flags[doc] as number) & mask) === value) byTags.set(tags, (byTags.get(tags) ?? 0) + 1);
  }
  const sets = [...byTags].map(([number, articles]) => ({ tags: tagsOfLabel(labels.name(number)), articles }));
  return { all: count('all'), unread: count('unread'), starred: count('starred'), archived: count('archived'), trash: count('trash'), tags: byTag(sets) };
}

/** Each tag with its articles, most used first. */
export function byTag(sets: readonly { readonly tags: readonly string[]; readonly articles: number }[]): Counts['tags'] {
  const counts = new Map<string, number>();
  for (const { tags, articles } of sets) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + articles);
  return [...counts].map(([tag, count]) => ({ tag, count })).sort((one, other) => other.count - one.count || (one.tag < other.tag ? -1 : 1));
}
