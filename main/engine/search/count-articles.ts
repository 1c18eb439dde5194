// The numbers beside the places and tags, as the lists of the same names would count them.

import type { Counts } from '../../../preload/contract/calls.ts';
import type { Database } from './database.ts';

const placesSql = `
  SELECT
    count(*) FILTER (WHERE place = 0) AS "all",
    count(*) FILTER (WHERE place = 0 AND is_read = 0) AS unread,
    count(*) FILTER (WHERE place < 2 AND is_starred = 1) AS starred,
    count(*) FILTER (WHERE place = 1) AS archived,
    count(*) FILTER (WHERE place = 2) AS trash
  FROM article`;

const tagsSql = `
  SELECT tag.tag, count(*) AS count FROM tag JOIN article USING (key)
  WHERE article.place = 0 GROUP BY tag.tag ORDER BY count DESC, tag.tag`;

export function countArticles(database: Database): Counts {
  const places = database.one<Omit<Counts, 'tags'>>(placesSql);
  const { all = 0, unread = 0, starred = 0, archived = 0, trash = 0 } = places ?? {};
  const tags = database.all<Counts['tags'][number]>(tagsSql).map(({ tag, count }) => ({ tag, count }));
  return { all, unread, starred, archived, trash, tags };
}
